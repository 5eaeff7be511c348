#!/usr/bin/env python3
"""Asks other programs what they think of the API of a running server.

usage: check.py ORANJE (--data DIR | --database URL) document|rules|fuzz [EXAMPLES] [SEED]

  document  openapi-spec-validator reads openapi.json
  rules     rules.py says the NLGov API Design Rules again, as the planner and as the auditor
  fuzz      schemathesis asks what the document allows and what it does not, with every check it has

Starts the server on a free port, makes tokens with the command line, and stops the server by its id. Runs in the environment that
`Scripts/setup tests` makes in .build/python/api. Exit code 0 when all is well; what is not stands on standard output.
"""
import datetime, json, os, re, subprocess, sys, time, urllib.request

oranje, place, what = sys.argv[1], sys.argv[2:4], sys.argv[4]
examples, seed = (sys.argv[5:] + ['10', '20261123'])[:2] if len(sys.argv) == 5 else (sys.argv[5:] + ['20261123'])[:2]
here = os.path.dirname(os.path.abspath(__file__))
scopes = {
    'bureau': 'regio:lezen,functionarissen:lezen,functionarissen:schrijven,persoonlijk:lezen,rooster:lezen,rooster:schrijven,'
              'bezetting:lezen,afspraken:lezen,plannen:lezen',
    'auditor': 'journaal:lezen',
}
planner_only = ['--exclude-path', '/journaalregels']
auditor_only = ['--include-path', '/journaalregels']


def token(account):
    last = datetime.date.today() + datetime.timedelta(days=30)
    made = subprocess.run(
        [oranje, 'token', 'add', 'proef', '--account', account, '--scopes', scopes[account], '--through', str(last), '--json', *place],
        check=True, capture_output=True, text=True)
    return json.loads(made.stdout)['token']


def fuzz(base, account, selection):
    command = [
        sys.executable, '-m', 'schemathesis.cli', '--config-file', f'{here}/schemathesis.toml', 'run', f'{base}/openapi.json',
        '--url', base, '--checks', 'all', '--header', f'Authorization: Bearer {token(account)}', '--seed', seed,
        '--max-examples', examples, '--no-color', '--workers', '1', *selection,
    ]
    run = subprocess.run(command, capture_output=True, text=True, cwd=os.environ.get('TMPDIR', '/tmp'))
    text = run.stdout + run.stderr
    count = re.search(r'(\d+) generated', text)
    print(text if run.returncode else f'{account}: {count.group(1) if count else "?"} requests with {examples} examples, seed {seed}')
    return run.returncode


def check(base):
    if what == 'document':
        from openapi_spec_validator import validate
        validate(json.load(urllib.request.urlopen(f'{base}/openapi.json')))
        return 0
    if what == 'rules':
        return max(subprocess.run([sys.executable, f'{here}/rules.py', base, token(account)]).returncode for account in scopes)
    return max(fuzz(base, 'bureau', planner_only), fuzz(base, 'auditor', auditor_only))


server = subprocess.Popen([oranje, 'serve', '--port', '0', *place], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    line = server.stdout.readline()
    address = re.search(r'http://[0-9.:]+', line)
    if not address:
        sys.exit(f'De server start niet: {line}')
    status = check(address.group(0) + '/api/v1')
    if server.poll() is not None:
        sys.exit('De server is gestopt.')
    sys.exit(status)
finally:
    server.terminate()
    server.wait()
