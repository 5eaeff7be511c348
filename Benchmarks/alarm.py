#!/usr/bin/env python3
"""A whole alarm with its database, from the button to the gateway. usage: alarm.py ORANJE [ALARMS] [CLOSED]

Makes a sample, serves it, sets up a gateway for text messages that refuses one request in ten for now, and gives ALARMS alarms,
one at a time. Then CLOSED closed alarms with their messages are put into the database, and the same again. For each it tells:

- first message: from the answer to the button, which comes after the commit, to the gateway having read the request (milliseconds;
  negative when the message was there first);
- processor time of the server for giving the alarm and sending its first messages (milliseconds);
- messages: how many text messages stand in the database, how many of them were accepted, how many requests were refused.
"""
import html, http.cookiejar, http.server, os, random, re, sqlite3, statistics, subprocess, sys, tempfile, threading, time
import urllib.error, urllib.parse, urllib.request

oranje = sys.argv[1]
alarms = int(sys.argv[2]) if len(sys.argv) > 2 else 20
closed = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
folder = tempfile.mkdtemp(prefix='oranje-alarm-')
data = f'{folder}/data'
chance = random.Random(20200219)
arrived, refused, lock = [], 0, threading.Lock()
# The first messages leave in this time; those that were refused come later, with growing pauses.
WATCHED_SECONDS = 2
MESSAGES_OF_CLOSED = 6


class Gateway(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *_):
        pass

    def do_POST(self):
        global refused
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        with lock:
            arrived.append(time.monotonic())
            is_refused = chance.randrange(10) == 0
            refused += is_refused
        self.send_response(503 if is_refused else 200)
        self.send_header('Content-Length', '2')
        self.end_headers()
        self.wfile.write(b'{}')


class Gateways(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


class Still(urllib.request.HTTPRedirectHandler):
    def http_error_303(self, request, answer, code, message, headers):
        return answer


class Visitor:
    def __init__(self, base, name, password):
        self.base = base
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies, Still)
        self.post('/aanmelden', dict(naar='', naam=name, wachtwoord=password))

    def get(self, path):
        return self.opener.open(self.base + path).read().decode()

    def post(self, path, fields):
        """The answer; where it leads to is not followed."""
        try:
            return self.opener.open(self.base + path, urllib.parse.urlencode(fields).encode())
        except urllib.error.HTTPError as error:
            page = error.read().decode()
            sys.exit(f'{path}: {error.code} ' + ' '.join(re.sub('<[^>]*>', ' ', page[page.index('<main'):]).split())[:600])

    def fields(self, path):
        """What the form on the page holds before anybody types."""
        page, found = self.get(path), {}
        page = page[page.index('<main'):]
        for tag in re.findall(r'<input[^>]*>', page):
            name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
            if name and 'type="checkbox"' not in tag:
                found[name[1]] = html.unescape(value[1]) if value else ''
        for name, rest in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.S):
            chosen = re.search(r'value="([^"]*)"[^>]*selected', rest) or re.search(r'value="([^"]*)"', rest)
            found[name] = html.unescape(chosen[1]) if chosen else ''
        for name, value in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', page, re.S):
            found[name] = html.unescape(value).removeprefix('\n')
        return found


def serve():
    process = subprocess.Popen(
        [oranje, 'serve', '--data', data, '--port', '0'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in process.stdout:
        if found := re.search(r'http://127\.0\.0\.1:(\d+)', line):
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return process, found[0]
    sys.exit('the server did not start')


def processor(process):
    fields = open(f'/proc/{process.pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def rows(statement):
    with sqlite3.connect(f'file:{data}/oranje.sqlite?mode=ro', uri=True) as database:
        return database.execute(statement).fetchall()


def settled():
    """Until no text message of a running alarm is due or under way."""
    wait = "SELECT COUNT(*) FROM alarm_message WHERE kind = 'sms' AND state IN ('waiting', 'claimed')"
    while rows(wait)[0][0] > 0:
        time.sleep(0.05)


def measure(word):
    process, base = serve()
    try:
        visitor = Visitor(base, 'meldkamer', accounts['meldkamer'])
        firsts, costs, sent = [], [], []
        for _ in range(alarms):
            form = visitor.fields('/alarmen/nieuw')
            form |= dict(gemeente='GM0599', omschrijving='Proef', **{'aantal-OVDBZ': '2', 'aantal-CO': '4'})
            del arrived[:]
            before = processor(process)
            path = visitor.post('/alarmen', form).headers['Location']
            answered = time.monotonic()
            time.sleep(WATCHED_SECONDS)
            firsts.append((arrived[0] - answered) * 1000)
            costs.append((processor(process) - before) * 1000)
            sent.append(len(arrived))
            settled()
            visitor.post(f'{path}/beeindiging', visitor.fields(f'{path}/beeindiging') | dict(reden='Proef voorbij'))
        texts = rows(
            "SELECT COUNT(*), SUM(m.state = 'sent') FROM alarm_message m JOIN alarm a ON a.id = m.alarm "
            "WHERE m.kind = 'sms' AND m.attempts > 0 AND a.request_key NOT LIKE 'oud-%'")[0]
        count = rows('SELECT COUNT(*) FROM alarm')[0][0]
        print(
            f'{word}: {count} alarms in the database; first message {statistics.median(firsts):.1f} ms after the answer '
            f'(worst {max(firsts):.1f}); processor {statistics.median(costs):.0f} ms for the alarm and its first {statistics.median(sent):.0f} requests; '
            f'{texts[0]} text messages tried, {texts[1]} accepted, {refused} requests refused', flush=True)
    finally:
        process.terminate()
        process.wait()


def add_closed():
    """Copies of an alarm that is over, with some of its messages."""
    database = sqlite3.connect(f'{data}/oranje.sqlite')
    database.execute('PRAGMA foreign_keys = OFF')

    def copy(table, where, changed):
        names = [row[1] for row in database.execute(f'PRAGMA table_info({table})')]
        found = [dict(zip(names, row)) for row in database.execute(f'SELECT * FROM {table} WHERE {where}')]
        marks = ', '.join('?' * len(names))
        copies = (
            [changed[name](number, index) if name in changed else row[name] for name in names]
            for number in range(closed) for index, row in enumerate(found))
        database.executemany(f'INSERT INTO {table} VALUES ({marks})', copies)

    one = database.execute("SELECT id FROM alarm WHERE ended_at IS NOT NULL ORDER BY id LIMIT 1").fetchone()[0]
    name = lambda number, index=0: f'{number:08x}-0000-7000-8000-{index:012x}'
    copy('alarm', f"id = '{one}'", dict(id=lambda n, i: name(n), request_key=lambda n, i: f'oud-{n}'))
    copy('alarm_message', f"alarm = '{one}' LIMIT {MESSAGES_OF_CLOSED}", dict(
        id=lambda n, i: name(n, i + 1), alarm=lambda n, i: name(n), state=lambda n, i: 'sent',
        claim=lambda n, i: None, claimed_until=lambda n, i: None))
    database.commit()
    database.close()


gateways = Gateways(('127.0.0.1', 0), Gateway)
threading.Thread(target=gateways.serve_forever, daemon=True).start()
printed = subprocess.run([oranje, 'sample', '--data', data], capture_output=True, text=True, check=True).stdout
accounts = dict(re.findall(r'\s(\w+)\s+(oranje-\w+)$', printed, re.M))
process, base = serve()
administrator = Visitor(base, 'beheer', accounts['beheer'])
administrator.post('/kanalen', administrator.fields('/kanalen/nieuw?voorbeeld=json-sms') | {
    'naam': 'Proef', 'url': f'http://127.0.0.1:{gateways.server_port}/', 'geheim-sleutel': 'x', 'afzender': 'Proef',
    'onversleuteld': 'ja'})
process.terminate()
process.wait()
measure('without closed alarms')
add_closed()
refused = 0
measure('with closed alarms')
