#!/usr/bin/env python3
"""Processor time of the board page of a release server with five years of figures. usage: board.py ORANJE DATA [REQUESTS]

DATA is a folder with a sample, best a copy: the figures of its newest quarter are written down again for nineteen quarters
before it. Processor time is user + system of the server process (/proc/PID/stat), as in page.py.
"""
import http.client, os, re, sqlite3, subprocess, sys, urllib.parse

oranje, data = sys.argv[1], sys.argv[2]
requests = int(sys.argv[3]) if len(sys.argv) > 3 else 500
tick = os.sysconf('SC_CLK_TCK')

database = sqlite3.connect(next(f'{data}/{name}' for name in os.listdir(data) if name.endswith(('.sqlite', '.db'))))
year, quarter = database.execute('SELECT year, quarter FROM basis_quarter ORDER BY year DESC, quarter DESC').fetchone()
for back in range(1, 20):
    at = year * 4 + quarter - 1 - back
    key = (at // 4, at % 4 + 1)
    database.execute('INSERT OR IGNORE INTO basis_quarter SELECT ?, ?, taken_at, published_at FROM basis_quarter WHERE year = ? AND quarter = ?', (*key, year, quarter))
    database.execute('INSERT OR IGNORE INTO basis_figure SELECT ?, ?, municipality, measure, part, whole FROM basis_figure WHERE year = ? AND quarter = ?', (*key, year, quarter))
database.commit()
rows = database.execute('SELECT COUNT(*) FROM basis_figure').fetchone()[0]
database.close()

def cpu(pid):
    fields = open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / tick

passwords = {l.split()[-2]: l.split()[-1] for l in open(f'{data}/aanmeldingen.txt') if 'oranje-' in l}
server = subprocess.Popen([oranje, 'serve', '--data', data, '--port', '0'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    port = int(re.search(r':(\d+)/', server.stdout.readline()).group(1))
    connection = http.client.HTTPConnection('127.0.0.1', port)
    def ask(method, path, body=None, headers={}):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, answer.read()
    for name in ['bestuur', 'secretaris']:
        form = urllib.parse.urlencode({'naam': name, 'wachtwoord': passwords[name]})
        answer, _ = ask('POST', '/aanmelden', form, {'Content-Type': 'application/x-www-form-urlencoded'})
        cookie = {'Cookie': answer.getheader('Set-Cookie').split(';')[0]}
        for _ in range(20): ask('GET', '/bestuur', None, cookie)
        before = cpu(server.pid)
        for _ in range(requests):
            answer, page = ask('GET', '/bestuur', None, cookie)
            assert answer.status == 200, answer.status
        used = (cpu(server.pid) - before) / requests * 1e3
        print(f'/bestuur as {name}: {rows} figures of 20 quarters, {len(page)} bytes, {used:.2f} ms CPU')
finally:
    server.terminate()
    server.wait()
