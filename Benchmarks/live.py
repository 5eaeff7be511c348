#!/usr/bin/env python3
"""Live viewing: a stream to many viewers, and a deployment that many watch while others write. usage: live.py ORANJE DATA SSELOAD [VIEWERS]

DATA is a sample in a folder of its own; SSELOAD is the built load client for event streams (`cc -O2 -o sseload sseload.c`). Two parts:

1. VIEWERS (4000) on the stream for measuring, 50 messages of 300 bytes: latency to the last, lost, processor time a delivery, memory.
2. 300 viewers who are signed in and watch one deployment, while 20 lines are written in it: when the signal is there.

Everything on loopback. VIEWERS needs as many open files: `ulimit -n 65536`.
"""
import http.client, json, os, re, subprocess, sys, threading, time, urllib.parse

oranje, data, sseload = sys.argv[1], sys.argv[2], sys.argv[3]
viewers = int(sys.argv[4]) if len(sys.argv) > 4 else 4000
watchers, lines = 300, 20


def started(*arguments):
    server = subprocess.Popen([oranje, 'serve', '--data', data, '--port', '0', *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    port = int(re.search(r':(\d+)/', server.stdout.readline()).group(1))
    # What a server does once after it starts is not live viewing.
    before, now = -1, 0
    while now != before:
        before = now
        time.sleep(2)
        fields = open(f'/proc/{server.pid}/stat').read().rsplit(')', 1)[1].split()
        now = (int(fields[11]) + int(fields[12])) // 2
    return server, port


def stop(server):
    server.terminate()
    server.wait()


def stream():
    server, port = started('--trial-stream')
    try:
        address = f'http://127.0.0.1:{port}/proef/stroom'
        said = subprocess.run([sseload, '--url', address, '--pub', address, '-n', str(viewers), '-m', '50', '--gap', '200',
                               '--pad', '270', '--pid', str(server.pid)], capture_output=True, text=True)
        figures = json.loads(said.stdout)
    finally:
        stop(server)
    lost = figures['expected'] - figures['received']
    print(f"{figures['open']} viewers, {figures['messages']} messages: {figures['server_cpu_us_per_delivery']} us CPU a delivery (aim <= 16), "
          f"{figures['last_p50_ms']} ms to the last (median; aim <= 84), {figures['rss_per_client_kb']} kB a viewer (aim <= 20), {lost} lost")


class Visitor:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection('127.0.0.1', port)
        self.cookie = {}
        password = next(l.split()[-1] for l in open(f'{data}/aanmeldingen.txt') if re.search(r'\bbureau\s+oranje-', l))
        answer, _ = self.ask('POST', '/aanmelden', {'naam': 'bureau', 'wachtwoord': password})
        self.cookie = {'Cookie': answer.getheader('Set-Cookie').split(';')[0]}

    def ask(self, method, path, fields=None):
        body = urllib.parse.urlencode(fields) if fields else None
        self.connection.request(method, path, body, {'Content-Type': 'application/x-www-form-urlencoded', **self.cookie})
        answer = self.connection.getresponse()
        return answer, answer.read().decode()


def watch(port, path, cookie, open_, heard):
    connection = http.client.HTTPConnection('127.0.0.1', port)
    connection.request('GET', path, None, cookie)
    answer = connection.getresponse()
    open_.release()
    while line := answer.readline():
        if line.startswith(b'data: '): heard.append((int(line[6:]), time.monotonic()))


def deployment():
    said = subprocess.run([oranje, 'deployment', 'open', '--data', data, '--title', 'Meting van meekijken', '--municipality', 'GM0613', '--json'],
                          capture_output=True, text=True)
    path = f"/inzetten/{json.loads(said.stdout)['id']}"
    server, port = started()
    try:
        visitor = Visitor(port)
        csrf = re.search(r'name="csrf" value="([^"]+)"', visitor.ask('GET', path)[1]).group(1)
        open_, all_heard, written = threading.Semaphore(0), [], {}
        for _ in range(watchers):
            heard = []
            all_heard.append(heard)
            threading.Thread(target=watch, args=(port, f'{path}/stroom.sse?na=1', visitor.cookie, open_, heard), daemon=True).start()
        for _ in range(watchers): open_.acquire()
        for index in range(lines):
            written[index + 2] = time.monotonic()
            answer, _ = visitor.ask('POST', f'{path}/regels', {'csrf': csrf, 'sleutel': f'meting-{index}', 'tekst': 'Regel'})
            assert answer.status == 303, answer.status
            time.sleep(0.25)
        time.sleep(1)
        delays = sorted(at - written[version] for heard in all_heard for version, at in heard if version in written)
        reached = sum(bool(heard) and heard[-1][0] == lines + 1 for heard in all_heard)
    finally:
        stop(server)
    print(f'{watchers} watch a deployment, {lines} lines: signal after {delays[len(delays) // 2] * 1e3:.0f} ms (median), '
          f'{delays[-1] * 1e3:.0f} ms (last; aim <= 1000); {reached} of {watchers} end with the last version')


stream()
deployment()
