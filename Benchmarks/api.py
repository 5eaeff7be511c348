#!/usr/bin/env python3
"""Processor time per answer of the API on a register of 15,000 people. usage: api.py ORANJE DATA [REQUESTS]

DATA is a sample; the people are imported into it once. Processor time is user + system of the server process
(/proc/PID/stat) over the requests, one kept-alive connection, one request at a time. Everything on loopback.
"""
import csv, datetime, http.client, json, os, re, subprocess, sys, tempfile

oranje, data = sys.argv[1], sys.argv[2]
requests = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
people = 15_000
tick = os.sysconf('SC_CLK_TCK')

def cpu(pid):
    fields = open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / tick

def run(*arguments):
    return subprocess.run([oranje, *arguments, '--data', data], capture_output=True, text=True)

with tempfile.NamedTemporaryFile('w', suffix='.csv', delete=False) as file:
    rows = csv.writer(file, delimiter=';')
    rows.writerow(['gemeente', 'personeelsnummer', 'voornaam', 'achternaam'])
    # A surname has no digits.
    letters = str.maketrans('0123456789', 'abcdefghij')
    rows.writerows(['GM0599', 500_000 + number, 'Proef', f'Lijst{number:05}'.translate(letters)] for number in range(people))
imported = run('import', 'people', file.name, '--apply')
assert imported.returncode == 0, imported.stdout[-500:]
os.unlink(file.name)
last = str(datetime.date.today() + datetime.timedelta(days=2))
token = json.loads(run('token', 'add', 'meting', '--account', 'bureau', '--scopes', 'functionarissen:lezen,regio:lezen',
                       '--through', last, '--json').stdout)['token']
server = subprocess.Popen([oranje, 'serve', '--data', data, '--port', '0'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    port = int(re.search(r':(\d+)/', server.stdout.readline()).group(1))
    connection = http.client.HTTPConnection('127.0.0.1', port)

    def ask(path, headers):
        connection.request('GET', path, None, {'Authorization': f'Bearer {token}', **headers})
        answer = connection.getresponse()
        return answer, answer.read()

    def measure(what, path, headers, status):
        for _ in range(50): ask(path, headers)
        before = cpu(server.pid)
        for _ in range(requests):
            answer, body = ask(path, headers)
            assert answer.status == status, (path, answer.status)
        print(f'{what:32} {len(body):7} bytes {(cpu(server.pid) - before) / requests * 1e6:8.0f} us CPU')

    first, page = ask('/api/v1/functionarissen', {})
    measure('list, first 50', '/api/v1/functionarissen', {}, 200)
    deep = json.loads(page)['volgende']
    for _ in range(200): deep = json.loads(ask(deep, {})[1])['volgende'] or deep
    measure('list, 50 some 10,000 people on', deep, {}, 200)
    measure('list, unchanged by ETag', '/api/v1/functionarissen', {'If-None-Match': first.getheader('ETag')}, 304)
    measure('region', '/api/v1/regio', {}, 200)
finally:
    server.terminate()
    server.wait()
