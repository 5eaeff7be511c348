#!/usr/bin/env python3
"""The exact continuity model beside another implementation: same checksums, and how fast. usage: continuity.py ORANJE MEASURE [REPLICATIONS] [INSTANCES]

MEASURE is a folder with the other implementation and its reference, which do not belong to this project: cont.c (C, `fast` and
`naive`), flat.py (its input), ref.json (the reference instance), continuity-reference.json (checksums per variant).

1. every checksum of the reference, also the longest run of each variant;
2. random instances that are not in the reference, against `cont naive`;
3. speed, alternating with `cont fast`. Processor time of the whole process, start and reading included, does not count what else
   the machine does; the gain of a second thread can only be told by the clock.
"""
import json, os, random, subprocess, sys, tempfile, time

oranje, measure = sys.argv[1], sys.argv[2]
replications = int(sys.argv[3]) if len(sys.argv) > 3 else 60000
instances = int(sys.argv[4]) if len(sys.argv) > 4 else 40
folder = tempfile.mkdtemp(prefix='oranje-continuity-')
cont = f'{folder}/cont'
subprocess.run(['cc', '-O3', '-march=native', '-w', '-o', cont, f'{measure}/cont.c'], check=True)

def run(command):
    """Standard output read as JSON, seconds by the clock, seconds of the processor."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    text = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (command, process.returncode)
    return json.loads(text), time.monotonic() - start, used.ru_utime + used.ru_stime

def flat(instance, **changed):
    path = f'{folder}/{len(os.listdir(folder))}.txt'
    with open(path, 'w') as file:
        options = [f'{key}={value}' for key, value in changed.items()]
        subprocess.run([sys.executable, f'{measure}/flat.py', instance] + options, stdout=file, check=True)
    return path

def model(instance, count, threads=1, **changed):
    options = [f'--{key}={value}' for key, value in changed.items()]
    return run([oranje, 'simulate', 'model', instance, f'--replications={count}', f'--threads={threads}', '--json'] + options)

checked = 0
for variant in json.load(open(f'{measure}/continuity-reference.json')):
    for count, checksum in variant['checksums'].items():
        for threads in (1, 2):
            answer = model(f'{measure}/ref.json', count, threads, scope=variant['scope'], shift=variant['shift'], rest=variant['rest'])[0]
            assert answer['checksum'] == checksum, (variant['scope'], variant['shift'], variant['rest'], count, threads, answer['checksum'])
            checked += 1
        for hour, share in variant['S'].items():
            if int(count) == variant['reps']:
                assert abs(answer['s'][int(hour)] - share) < 6e-6, (variant, hour)
print(f'reference: {checked} checksums are those of the file, with one thread and with two')

chance = random.Random(20200219)
def instance():
    """Within the bounds of the other implementation: 512 people, 64 posts, a rest of 30 hours, a shift of 62."""
    functions, places = chance.randint(1, 9), chance.randint(1, 15)
    threshold = lambda: chance.choice([0, 2**32 - 1, chance.randrange(2**32), chance.randrange(2**32)])
    return dict(
        hours=chance.randint(1, 400), shift=chance.choice([1, 4, 8, 8, 12, 12, 24, 40]), rest=chance.randint(0, 30),
        week_cap=chance.choice([8, 24, 40, 60, 60, 200]), max_ext=chance.randint(0, 3), noshow=threshold() // chance.choice([2, 20]),
        dropout=threshold() // chance.choice([2, 50]), scope=chance.choice(['regional', 'cluster', 'local']), seed=chance.randrange(2**62),
        persons=[dict(muni=chance.randrange(places), fmask=chance.randrange(1 << functions), avail=threshold(), base=chance.randrange(50),
                      spread=chance.randint(1, 40)) for _ in range(chance.randint(1, 500))],
        positions=[dict(fn=chance.randrange(functions), norm=chance.randrange(300), muni=chance.choice([-1, chance.randrange(places)]))
                   for _ in range(chance.randint(1, 40))])

for number in range(instances):
    path = f'{folder}/instance-{number}.json'
    made = instance()
    # Somebody who travels longer than a shift is counted in another way by the other implementation.
    if made['shift'] == 1:
        for person in made['persons']: person['base'], person['spread'] = 5, 20
    json.dump(made, open(path, 'w'))
    ours, theirs = model(path, 60)[0]['checksum'], run([cont, flat(path), '60', 'naive'])[0]['checksum']
    assert ours == theirs, (path, ours, theirs)
print(f'random: {instances} instances of 60 replications have the checksum of cont naive')

reference = flat(f'{measure}/ref.json', scope='regional', shift=12, rest=11)
choice = dict(scope='regional', shift=12, rest=11)
print(f'speed, {replications} replications of the reference, five times in turn:')
rows = []
for _ in range(5):
    ours, one, used = model(f'{measure}/ref.json', replications, 1, **choice)
    theirs = run([cont, reference, str(replications), 'fast'])[0]
    both, two, _ = model(f'{measure}/ref.json', replications, 2, **choice)
    assert ours['checksum'] == theirs['checksum'] == both['checksum']
    rows.append((replications / used, theirs['reps_per_cpu_s'], ours['replicationsPerSecond'], both['replicationsPerSecond'],
                 both['replicationsPerSecond'] / ours['replicationsPerSecond'], replications / used / theirs['reps_per_cpu_s']))
    print('  per processor second %.0f, cont fast %.0f (%.2f x); by the clock one thread %.0f, two %.0f (%.2f x)' % (
        rows[-1][0], rows[-1][1], rows[-1][5], rows[-1][2], rows[-1][3], rows[-1][4]))
middle = lambda index: sorted(row[index] for row in rows)[2]
print('median: %.0f per processor second, %.2f x cont fast, two threads %.2f x one' % (middle(0), middle(5), middle(4)))
