#!/usr/bin/env python3
"""The log of a deployment: how fast entries become durable, and what a long log costs. usage: deployment.py ORANJE DATA [COUNT]

DATA is a sample in a folder of its own: deployments are added to it. Three parts:

1. COUNT entries (8000) over 8 kept-alive connections, one request at a time each. Then the server is killed with `kill -9`, and
   every entry that was acknowledged must be in the timeline.
2. A deployment of 50,000 entries: processor time of its page and of "as known at" a minute halfway, each minute another one, so that
   nothing that was made before helps.
3. The same page while nothing changed, as a viewer who comes back asks for it.

Processor time is user + system of the server process (/proc/PID/stat); entries a second are of the clock. Everything on loopback.
"""
import datetime, http.client, json, os, re, signal, socket, sqlite3, subprocess, sys, threading, time, urllib.parse, uuid

oranje, data = sys.argv[1], sys.argv[2]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 8000
connections, entries, topics = 8, 50_000, 150
tick = os.sysconf('SC_CLK_TCK')
municipality = 'GM0613'


def cpu(pid):
    fields = open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / tick


def run(*arguments):
    return json.loads(subprocess.run([oranje, *arguments, '--data', data, '--json'], capture_output=True, text=True).stdout)


def opened(title):
    return run('deployment', 'open', '--title', title, '--municipality', municipality, '--grip', '1')['id']


def started():
    server = subprocess.Popen([oranje, 'serve', '--data', data, '--port', '0'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True)
    return server, int(re.search(r':(\d+)/', server.stdout.readline()).group(1))


class Visitor:
    """Somebody of the regional office, on one connection."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection('127.0.0.1', port)
        self.cookie = {}
        password = next(l.split()[-1] for l in open(f'{data}/aanmeldingen.txt') if re.search(r'\bbureau\s+oranje-', l))
        form = urllib.parse.urlencode({'naam': 'bureau', 'wachtwoord': password})
        answer, _ = self.ask('POST', '/aanmelden', form)
        self.cookie = {'Cookie': answer.getheader('Set-Cookie').split(';')[0]}

    def ask(self, method, path, body=None):
        self.connection.request(method, path, body, {'Content-Type': 'application/x-www-form-urlencoded', **self.cookie})
        answer = self.connection.getresponse()
        return answer, answer.read()

    def csrf(self, path):
        return re.search(rb'name="csrf" value="([^"]+)"', self.ask('GET', path)[1]).group(1).decode()


def answered(stream):
    """The status of the next answer, its body read away."""
    status, length = int(stream.readline().split()[1]), 0
    while (line := stream.readline()) not in (b'\r\n', b''):
        if line.lower().startswith(b'content-length:'):
            length = int(line.split(b':')[1])
    stream.read(length)
    return status


def writer(port, deployment, cookie, csrf, number, each, sent):
    connection = socket.create_connection(('127.0.0.1', port))
    stream = connection.makefile('rb')
    for index in range(each):
        body = f'csrf={csrf}&sleutel=meting-{number}-{index}&tekst=Rook+trekt+naar+het+noorden,+regel+{index}'.encode()
        connection.sendall(
            f'POST /inzetten/{deployment}/regels HTTP/1.1\r\nHost: oranje\r\nCookie: {cookie}\r\nAccept: application/json\r\n'
            f'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
        status = answered(stream)
        assert status == 200, status
        sent[number] += 1
    connection.close()


def durable():
    deployment = opened('Meting van het log')
    server, port = started()
    try:
        visitor = Visitor(port)
        csrf = visitor.csrf(f'/inzetten/{deployment}')
        sent = [0] * connections
        threads = [threading.Thread(target=writer, args=(port, deployment, visitor.cookie['Cookie'], csrf, number,
                                                         count // connections, sent)) for number in range(connections)]
        before, wall = cpu(server.pid), time.monotonic()
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        used, wall = cpu(server.pid) - before, time.monotonic() - wall
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()
    kept = sum(e['kind'] == 'note' for e in run('deployment', 'timeline', deployment)['entries'])
    print(f'{sum(sent)} entries over {connections} connections: {sum(sent) / wall:.0f} a second, {used / sum(sent) * 1e6:.0f} us CPU each; '
          f'after kill -9 {kept} kept, {sum(sent) - kept} lost')


def filled():
    """A long log, written beside the program: notes that were taken into the picture, statements and actions that were replaced."""
    deployment = opened('Een lange inzet')
    base = sqlite3.connect(f'{data}/oranje.sqlite')
    first, start = base.execute('SELECT version, recorded_at FROM deployment WHERE id = ?', (deployment,)).fetchone()
    columns = [c[1] for c in base.execute('PRAGMA table_info(deployment_entry)')]
    rows, standing = [], {}
    for number in range(first + 1, entries + 1):
        at = start + number * 1000
        row = dict(deployment=deployment, number=number, id=str(uuid.uuid4()), request_key=f'vul-{number}', kind='note', is_state=0,
                   thing=None, occurred_at=at, received_at=at, recorded_at=at, author='account:meting', author_name='Proef Lijst',
                   author_function='OvD-Bz', source='politie', text=f'Melding {number}: rook trekt naar het noorden.',
                   is_confidential=0, is_for_picture=1, superseded_by=None, processed_by=number + 5,
                   payload='{"kind":"fact","setsAside":[],"verification":"unconfirmed"}')
        if number % 10 == 0:
            topic = (number // 10) % topics
            row.update(kind='statement', is_state=1, is_for_picture=0, processed_by=None, text=f'Stand {number} van onderwerp {topic}.',
                       payload=json.dumps({'theme': 'incident', 'topic': f'Onderwerp {topic}', 'verification': 'confirmed', 'from': [],
                                           'isSettlement': False}))
            if topic in standing: standing[topic]['superseded_by'] = number
            standing[topic] = row
        elif number % 10 == 5:
            action = f'a{(number // 10) % topics}'
            row.update(kind='action', is_state=1, is_for_picture=0, processed_by=None, text=f'Actie {action}',
                       thing=str(uuid.uuid5(uuid.NAMESPACE_OID, f'{deployment}{action}')),
                       payload=json.dumps({'what': f'Actie {action}', 'owner': 'HOV', 'state': 'open', 'giver': 'AC-Bz', 'feedback': ''}))
            if action in standing: standing[action]['superseded_by'] = number
            standing[action] = row
        rows.append(row)
    base.executemany(f"INSERT INTO deployment_entry ({','.join(columns)}) VALUES ({','.join(':' + c for c in columns)})", rows)
    base.execute('UPDATE deployment SET version = ?, recorded_at = ? WHERE id = ?', (entries, rows[-1]['recorded_at'], deployment))
    base.commit()
    base.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    base.close()
    return deployment, start


def measured(server, visitor, what, paths, aim):
    for path in paths[:10]: visitor.ask('GET', path)
    before = cpu(server.pid)
    for path in paths[10:]:
        answer, page = visitor.ask('GET', path)
        assert answer.status == 200, (path, answer.status)
    print(f'{what:34} {len(page):8} bytes {(cpu(server.pid) - before) / (len(paths) - 10) * 1e3:7.2f} ms CPU (aim {aim})')


def long():
    deployment, start = filled()
    server, port = started()
    try:
        visitor = Visitor(port)
        path = f'/inzetten/{deployment}'
        measured(server, visitor, f'page of {entries} entries', [path] * 110, '<= 5 ms')
        moments = [datetime.datetime.fromtimestamp(start / 1000 + entries / 2 + 60 * n) for n in range(110)]
        then = [f'{path}/toen?dag={m:%d-%m-%Y}&tijd={m:%H.%M}' for m in moments]
        measured(server, visitor, 'as known at a minute, each another', then, '<= 20 ms')
        measured(server, visitor, 'part of the page, unchanged', [f'{path}/log.html'] * 510, '-')
    finally:
        server.terminate()
        server.wait()


durable()
long()
