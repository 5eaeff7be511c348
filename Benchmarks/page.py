#!/usr/bin/env python3
"""Start time, memory and processor time per page of a release server on the sample. usage: page.py ORANJE DATA [REQUESTS]

Processor time is user + system of the server process (/proc/PID/stat) over the requests, on one kept-alive connection, so it
does not count the client and hardly other programs. Everything on loopback.
"""
import http.client, os, re, subprocess, sys, time, urllib.parse

oranje, data = sys.argv[1], sys.argv[2]
requests = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
tick = os.sysconf('SC_CLK_TCK')

def cpu(pid):
    fields = open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / tick

def memory(pid):
    return int(re.search(r'VmRSS:\s+(\d+)', open(f'/proc/{pid}/status').read()).group(1)) / 1024

passwords = {l.split()[-2]: l.split()[-1] for l in open(f'{data}/aanmeldingen.txt') if 'oranje-' in l}
started = time.monotonic()
server = subprocess.Popen([oranje, 'serve', '--data', data, '--port', '0'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    line = server.stdout.readline()
    port = int(re.search(r':(\d+)/', line).group(1))
    print(f'start until listening: {time.monotonic() - started:.3f} s')
    connection = http.client.HTTPConnection('127.0.0.1', port)
    def ask(method, path, body=None, headers={}):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, answer.read()
    form = urllib.parse.urlencode({'naam': 'bureau', 'wachtwoord': passwords['bureau']})
    answer, _ = ask('POST', '/aanmelden', form, {'Content-Type': 'application/x-www-form-urlencoded'})
    cookie = {'Cookie': answer.getheader('Set-Cookie').split(';')[0]}
    for path in ['/aanmelden', '/mensen', '/mensen?zoek=anna', '/', '/bezetting', '/vakbekwaamheid']:
        count = requests if path.startswith(('/aan', '/mensen')) else max(50, requests // 20)
        for _ in range(20): ask('GET', path, None, cookie)
        before, wall = cpu(server.pid), time.monotonic()
        for _ in range(count):
            answer, page = ask('GET', path, None, cookie)
            assert answer.status == 200, (path, answer.status)
        used, wall = cpu(server.pid) - before, time.monotonic() - wall
        rows = page.count(b'<tr>')
        print(f'{path:20} {len(page):7} bytes {rows:3} rows  {used / count * 1e6:8.0f} us CPU  {wall / count * 1e6:8.0f} us wall')
    print(f'memory: {memory(server.pid):.0f} MB')
finally:
    server.terminate()
    server.wait()
