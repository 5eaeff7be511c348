#!/usr/bin/env python3
"""roster-bench over a folder of public instances, scored by the folder's own checkers. usage: rosters.py BENCH FOLDER
[--seconds 10 60] [--seeds 1 2 3] [--only piket-S Curtois-8 …]

FOLDER does not belong to this project: curtois/Instance*.txt, published.json, check-shifts.py, generate-piket.py and
check-piket.py. A row a set and a time: the worst cost of the seeds, by the checker. It ends with 1 as soon as a roster
breaks a rule, a cost is not what roster-bench said, or a bound lies above what is known.
"""
import argparse, json, pathlib, re, subprocess, sys, tempfile

arguments = argparse.ArgumentParser()
arguments.add_argument('bench')
arguments.add_argument('folder', type=pathlib.Path)
arguments.add_argument('--seconds', type=int, nargs='+', default=[10, 60])
arguments.add_argument('--seeds', type=int, nargs='+', default=[1, 2, 3])
arguments.add_argument('--only', nargs='+', default=[])
asked = arguments.parse_args()

# Proven optima of the generated instances of seed 1, as the folder's README gives them.
KNOWN = {'piket-S': 291, 'piket-M': 495, 'piket-T': 1298, 'relief8-M': 2018, 'relief12-M': 1577}
# In the order in which they matter.
CURTOIS = [1, 2, 3, 4, 5, 8, 10, 14, 16, 12, 18, 20]
work = pathlib.Path(tempfile.mkdtemp(prefix='oranje-rosters-'))
faults = []


def python(*command):
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True)


def instances():
    for name, best in KNOWN.items():
        kind, size = name.split('-')
        path = work / f'{name}.json'
        path.write_text(python(asked.folder / 'generate-piket.py', kind, size, 1).stdout)
        yield name, path, best
    published = json.loads((asked.folder / 'published.json').read_text())['instances']
    for number in CURTOIS:
        path = asked.folder / 'curtois' / f'Instance{number}.txt'
        if path.exists():
            yield f'Curtois-{number}', path, published.get(str(number), {}).get('best')


def score(path, roster):
    """The cost as the checker says; None when a rule is broken."""
    if path.suffix == '.json':
        answer = python(asked.folder / 'check-piket.py', path, roster)
        told = json.loads(answer.stdout)
        return None if told['hard'] else told['objective']
    answer = python(asked.folder / 'check-shifts.py', path, roster)
    return None if answer.returncode else int(re.search(r'objective (\d+)', answer.stdout)[1])


def run(name, path, best, seconds, seed):
    roster = work / 'roster'
    roster.unlink(missing_ok=True)
    command = [asked.bench, path, '--seconds', seconds, '--seed', seed, '--threads', 2, '--out', roster, '--json']
    answer = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if answer.returncode or not roster.exists():
        return None
    told = json.loads(answer.stdout)
    cost = score(path, roster)
    if cost != told['cost']:
        faults.append(f'{name} seed {seed}: said {told["cost"]}, checked {cost}')
    if best is not None and told['bound'] is not None and told['bound'] > best:
        faults.append(f'{name} seed {seed}: bound {told["bound"]} above {best}')
    return {**told, 'cost': cost}


print('| instance | seconds | worst of the seeds | best known | above | lowest bound | first complete, latest |')
print('|---|---|---|---|---|---|---|')
for name, path, best in instances():
    if asked.only and name not in asked.only:
        continue
    for seconds in asked.seconds:
        runs = [run(name, path, best, seconds, seed) for seed in asked.seeds]
        if any(found is None or found['cost'] is None for found in runs):
            print(f'| {name} | {seconds} | no roster | {best} | – | – | – |', flush=True)
            continue
        worst = max(found['cost'] for found in runs)
        above = '–' if not best else f'{100 * (worst - best) / best:.2f} %'
        bounds = [found['bound'] for found in runs if found['bound'] is not None]
        first = max(found['firstComplete'] or 0 for found in runs)
        bound = min(bounds) if len(bounds) == len(runs) else '–'
        print(f'| {name} | {seconds} | {worst} | {best} | {above} | {bound} | {first:.2f} s |', flush=True)
for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
