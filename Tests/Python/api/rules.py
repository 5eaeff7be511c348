#!/usr/bin/env python3
"""The NLGov REST API Design Rules (2.2), said again and asserted on openapi.json and on a running server.

Shares nothing with the product: it knows the document, the address and a token. usage: rules.py BASE TOKEN
Every rule is one line "ok …" or "not ok …" on standard output; exit code 1 when one fails.
"""
import http.client, json, re, sys, urllib.parse

base, token = sys.argv[1].rstrip('/'), sys.argv[2]
root = urllib.parse.urlsplit(base)
failures = 0


def rule(name, faults):
    global failures
    faults = list(faults)
    failures += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {name}" + ''.join(f'\n    {fault}' for fault in faults[:10]), flush=True)


def ask(method, path, body=None, **headers):
    connection = http.client.HTTPConnection(root.hostname, root.port, timeout=60)
    connection.request(method, path, body, headers={name.replace('_', '-'): value for name, value in headers.items()})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def authorised(method, path, body=None, **headers):
    return ask(method, path, body, Authorization=f'Bearer {token}', **headers)


answer, text = ask('GET', root.path + '/openapi.json', Origin='https://elders.example')
document = json.loads(text)
operations = [(path, method, operation) for path, methods in document['paths'].items() for method, operation in methods.items()]
version = document['info']['version']


def resolve(thing):
    while '$ref' in thing:
        found = document
        for part in thing['$ref'].removeprefix('#/').split('/'):
            found = found[part]
        thing = {**found, **{key: value for key, value in thing.items() if key != '$ref'}}
    return thing


def walk(thing, path=''):
    yield path, thing
    children = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for key, child in children:
        yield from walk(child, f'{path}/{key}')


def each(check):
    for path, method, operation in operations:
        for fault in check(path, method, operation):
            yield f'{method.upper()} {path}: {fault}'


# --- the document -----------------------------------------------------------------------------------------------------
rule('doc-openapi: OpenAPI 3.x', [] if re.fullmatch(r'3\.\d+(\.\d+)?', document['openapi']) else [document['openapi']])
rule('doc-openapi: every reference leads somewhere',
     (place for place, thing in walk(document) if isinstance(thing, dict) and isinstance(thing.get('$ref'), str) and not resolve(thing)))
rule('doc-openapi-contact: name, email and url',
     (key for key in ('name', 'email', 'url') if not document['info'].get('contact', {}).get(key)))
rule('doc-openapi: a licence', [] if document['info'].get('license', {}).get('name') else ['geen license'])
rule('publish-openapi: without signing in, for every origin',
     [] if answer.status == 200 and answer.getheader('Access-Control-Allow-Origin') == '*' else [answer.status])
rule('semver', [] if re.fullmatch(r'\d+\.\d+\.\d+', version) else [version])
rule('uri-version: the major version in the address of the server',
     (server['url'] for server in document['servers'] if not re.search(r'/v\d+$', server['url']) or server['url'].startswith('http://')))
segments = [(path, part) for path in document['paths'] for part in path.strip('/').split('/')]
rule('path-segments-kebab-case',
     (path for path, part in segments if not re.fullmatch(r'[a-z0-9]+(-[a-z0-9]+)*|\{[a-zA-Z]+\}|_[a-z]+', part)))
rule('no-trailing-slash: in the document', (path for path in document['paths'] if path.endswith('/')))
rule('naming-resources: nouns, no verbs',
     (path for path, part in segments
      if part in {'zoeken', 'maken', 'wijzigen', 'verwijderen', 'publiceren', 'ophalen', 'lezen', 'opslaan', 'lijst', 'indelen'}))
singular = {'regio', 'toegang', 'bezetting', 'inzetbaarheid', 'publicatie'}
rule('naming-collections: plural, or a thing of which there is one',
     (path for path, part in segments if not re.match(r'\{|_', part) and part not in singular and not re.search(r'(s|en)$', part)))
rule('naming-collections: an id follows a plural',
     (path for path in document['paths'] for before, part in zip(path.split('/'), path.split('/')[1:])
      if part.startswith('{') and before in singular))
rule('query-keys-camel-case', each(lambda path, method, operation: (
    parameter['name'] for parameter in map(resolve, operation['parameters'])
    if parameter['in'] == 'query' and not re.fullmatch(r'[a-z][a-zA-Z0-9]*', parameter['name']))))
rule('http-methods: GET, POST, PUT, PATCH, DELETE only', each(lambda path, method, operation: (
    [] if method in {'get', 'post', 'put', 'patch', 'delete'} else [method])))
rule('http-safety: no body with GET or DELETE', each(lambda path, method, operation: (
    ['requestBody'] if method in {'get', 'delete'} and 'requestBody' in operation else [])))
rule('operations are named once', [] if len({o['operationId'] for _, _, o in operations}) == len(operations) else ['dubbel'])
rule('doc-language: every operation, parameter and answer is explained', each(lambda path, method, operation: (
    [key for key in ('summary', 'operationId', 'tags') if not operation.get(key)]
    + [p['name'] for p in map(resolve, operation['parameters']) if not p.get('description')]
    + [code for code, r in operation['responses'].items() if not resolve(r).get('description')])))
rule('path parameters are all described', each(lambda path, method, operation: (
    set(re.findall(r'\{(\w+)\}', path)) ^ {p['name'] for p in map(resolve, operation['parameters']) if p['in'] == 'path'})))
rule('error-handling/invalid-input: 400 wherever something comes in, 422 for no schema', each(lambda path, method, operation: (
    ['geen 400'] if (operation['parameters'] or 'requestBody' in operation) and '400' not in operation['responses'] else [])))
rule('error-handling/problem-details: every 4xx and 5xx', each(lambda path, method, operation: (
    code for code, response in operation['responses'].items()
    if code[0] in '45' and list(resolve(response).get('content', {})) != ['application/problem+json'])))
problem = resolve(document['components']['schemas']['Probleem'])
rule('error-handling/problem-details: status, title and detail', {'status', 'title', 'detail'} - set(problem['required']))
rule('version-header: in every described answer', each(lambda path, method, operation: (
    code for code, response in operation['responses'].items() if 'API-Version' not in resolve(response).get('headers', {}))))
rule('401 and 403 wherever a token is asked', each(lambda path, method, operation: (
    {'401', '403'} - set(operation['responses']) if operation['security'] else [])))
rule('405, 406, 413, 500: told for every operation', each(lambda path, method, operation: (
    {'405', '406', '413', '500'} - set(operation['responses']))))
rule('415 wherever a body comes in', each(lambda path, method, operation: (
    ['415'] if 'requestBody' in operation and '415' not in operation['responses'] else [])))
rule('428 and 412 with every change of something that exists', each(lambda path, method, operation: (
    {'412', '428'} - set(operation['responses']) if method in {'put', 'patch', 'delete'} else [])))
properties = [(name, key, value) for name, schema in document['components']['schemas'].items()
              for key, value in schema.get('properties', {}).items()]
parameters = [(path, resolve(p)['name'], resolve(p)['schema']) for path, _, o in operations for p in o['parameters']]
formats = [(f'{name}.{key}', key, value) for name, key, value in properties] + [(f'{p} {key}', key, value) for p, key, value in parameters]
rule('date-time/format: date and date-time, no local time',
     (place for place, thing in walk(document) if isinstance(thing, dict) and thing.get('format') in {'time', 'date-time-local', 'datetime'}))
rule('date-time/date-omit-time-portion: a …datum is a date',
     (place for place, key, value in formats if re.search(r'(datum|date)$', key, re.I) and value.get('format') != 'date'))
rule('date-time: a …Tijdstip or …Op with a time is a date-time',
     (place for place, key, value in formats if re.search(r'[tT]ijdstip$', key) and value.get('format') != 'date-time'))
rule('property names are lower camelCase', (f'{name}.{key}' for name, key, _ in properties if not re.fullmatch(r'[a-z][a-zA-Z0-9]*', key)))
rule('schema names are PascalCase', (name for name in document['components']['schemas'] if not re.fullmatch(r'[A-Z][A-Za-z0-9]*', name)))
english = {'id', 'status', 'team', 'code', 'hash', 'type', 'title', 'detail', 'errors', 'object', 'account', 'scopes'}
rule('interface-language: Dutch names',
     (f'{name}.{key}' for name, key, _ in properties if key.lower() in {
         'name', 'from', 'to', 'until', 'person', 'people', 'start', 'end', 'function', 'municipality', 'address', 'kind', 'next'}))
rule('every property is explained', (f'{name}.{key}' for name, key, value in properties if not value.get('description')))
sensitive = re.compile(r'naam|adres|telefoon|bsn|wachtwoord|token|mail|nummer', re.I)
rule('transport/no-sensitive-uris', each(lambda path, method, operation: (
    p['name'] for p in map(resolve, operation['parameters']) if p['in'] in {'path', 'query'} and sensitive.search(p['name']))))
rule('nothing geographic, so no geospatial module', (place for place, thing in walk(document) if place.endswith(('latitude', 'longitude', 'geometry'))))


# --- the server -------------------------------------------------------------------------------------------------------
def header_faults(what, answer):
    wanted = {'API-Version': version, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY'}
    for name, value in wanted.items():
        if answer.getheader(name) != value:
            yield f'{what}: {name} is {answer.getheader(name)}'
    if "frame-ancestors 'none'" not in (answer.getheader('Content-Security-Policy') or ''):
        yield f'{what}: Content-Security-Policy'
    if answer.status != 304 and answer.status != 204 and not answer.getheader('Content-Type'):
        yield f'{what}: no Content-Type'
    if answer.getheader('Server') or answer.getheader('X-Powered-By'):
        yield f'{what}: tells the implementation'


def problem_faults(what, answer, text, status):
    if answer.status != status:
        return [f'{what}: {answer.status}, not {status}']
    if answer.getheader('Content-Type') != 'application/problem+json':
        return [f'{what}: {answer.getheader("Content-Type")}']
    body = json.loads(text)
    return [f'{what}: {body}'] if body.get('status') != status or not body.get('title') or not body.get('detail') else []


plain = [path for path, method, operation in operations if method == 'get' and '{' not in path]
live, problems, slashes, tags, origins, instants = [], [], [], [], [], []
for path in plain:
    address = root.path + path
    answer, text = authorised('GET', address)
    if answer.status == 403:
        continue
    if answer.status != 200:
        live.append(f'{path}: {answer.status}')
        continue
    live += header_faults(path, answer)
    if answer.getheader('Access-Control-Allow-Origin'):
        origins.append(path)
    instants += [f'{path}: {text_}' for text_ in re.findall(r'"(\d{4}-\d\d-\d\dT[^"]*)"', text) if not text_.endswith('Z')]
    tag = answer.getheader('ETag')
    again, body = authorised('GET', address, **{'If-None-Match': tag or ''})
    if again.status != 304 or body:
        tags.append(f'{path}: {again.status}')
    live += header_faults(path + ' 304', again)
    head, body = authorised('HEAD', address)
    if head.status != 200 or body:
        tags.append(f'HEAD {path}: {head.status}')
    refused, body = authorised('GET', address + '/')
    slashes += problem_faults(path + '/', refused, body, 404)
    for what, status, call in [
        ('no token', 401, lambda: ask('GET', address)), ('wrong token', 401, lambda: ask('GET', address, Authorization='Bearer x')),
        ('POST', 405, lambda: authorised('PROPFIND' if f'{path}' in plain and 'post' in document['paths'][path] else 'POST', address)),
        ('Accept', 406, lambda: authorised('GET', address, Accept='text/csv')),
        ('parameter', 400, lambda: authorised('GET', address + '?bestaatNiet=1')),
    ]:
        if what == 'POST' and 'post' in document['paths'][path]:
            continue
        answer, body = call()
        problems += problem_faults(f'{path} {what}', answer, body, status)
        live += header_faults(f'{path} {what}', answer)
rule('every list and singleton answers', live)
rule('no-trailing-slash: 404 and no redirect', slashes)
rule('version-header and security-headers on every answer, good or bad', [fault for fault in live if ':' in fault])
rule('error-handling: 400, 401, 405, 406 are problems', problems)
rule('transport/cors: no origin is let in but to openapi.json', origins)
rule('date-time/timezone: UTC goes out', instants)
rule('an unchanged answer is 304 without a body, HEAD has none', tags)

posts = [(path, operation) for path, method, operation in operations if method == 'post' and '{' not in path]
bodies, types = [], []
for path, operation in posts:
    address = root.path + path
    answer, text = authorised('POST', address, '{"bestaatNiet": 1}', **{'Content-Type': 'application/json'})
    if answer.status == 403:
        continue
    bodies += problem_faults(path, answer, text, 400)
    schema = resolve(operation['requestBody']['content']['application/json']['schema'])
    if answer.status == 400 and len(json.loads(text).get('errors', [])) != len(schema.get('required', [])) + 1:
        bodies.append(f'{path}: not all faults: {text}')
    answer, text = authorised('POST', address, 'a=b', **{'Content-Type': 'application/x-www-form-urlencoded'})
    types += problem_faults(path, answer, text, 415)
    answer, text = authorised('POST', address, '{', **{'Content-Type': 'application/json'})
    bodies += problem_faults(path + ' syntax', answer, text, 400)
    answer, text = authorised('POST', address, ' ' * 70_000, **{'Content-Type': 'application/json'})
    types += problem_faults(path + ' large', answer, text, 413)
rule('error-handling/all-errors: one 400 with every fault', bodies)
rule('415 for another kind of body, 413 for a large one', types)
faults = []
for path, status in [('/bestaat-niet', 404), ('', 404), ('/../v2/regio', 404)]:
    answer, text = authorised('GET', root.path + path)
    faults += problem_faults(path or '(root)', answer, text, status) + list(header_faults(path, answer))
rule('error-handling: an unknown address is a problem', faults)
answer, text = ask('GET', root.path + '/regio', Cookie='oranje_sessie=x')
rule('stateless: a cookie opens nothing', problem_faults('/regio', answer, text, 401))
print(f'{len(operations)} operations, {failures} rules broken')
sys.exit(1 if failures else 0)
