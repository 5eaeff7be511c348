"""Every page in a signed-in browser: accessibility, keyboard, narrow screens, paper, no scripts.

Prints a line a check in the form of `swift test`, so that Scripts/test counts both kinds together.
"""

import argparse
import multiprocessing
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

import addresses
from server import Server
from walk import Findings, Walk

CHROMIUM = "/usr/bin/chromium"
# The walks with the most pages first, so that two of them end together.
LONGEST_FIRST = ["regionaal bureau", "ambtenaar crisisbeheersing", "functioneel beheerder", "gemeentesecretaris"]
WORKERS = 2
NOBODY = "niet aangemeld"
# Pages that no link leads to: what is not there, what this role may not see, what only takes forms.
STRAY = ["/bestaat-niet", "/accounts", "/mensen", "/journaal", "/afmelden", "/a/klopt-niet"]


# Another region's colours, made for this test; a real theme is its region's own.
THEME = Path(__file__).parent / "thema.css"
THEMED_ROLE = "regionaal bureau"
THEMED = f"{THEMED_ROLE} met een andere stijl"


def walk(task: tuple) -> tuple[str, Findings, float]:
    role, sign_in, address, known, only_colours = task
    began = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        steps = Walk(browser, address, known, 2 if role == LONGEST_FIRST[0] else 1, only_colours)
        if sign_in:
            steps.sign_in(*sign_in)
        findings = steps.everything(*STRAY)
        steps.close()
        browser.close()
    return role, findings, time.monotonic() - began


def report(name: str, faults: list[str], count: int, seconds: float) -> bool:
    for fault in faults:
        print(f"  {fault}")
    mark, verb = ("✘", "failed") if faults else ("✔", "passed")
    print(f'{mark} Test "{name}, {count} pagina\'s" {verb} after {seconds:.1f} seconds', flush=True)
    return not faults


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--oranje", type=Path, required=True)
    arguments = parser.parse_args()
    isGood = True
    with (
        Server(arguments.oranje) as server,
        Server(arguments.oranje, "--theme", str(THEME)) as themed,
        multiprocessing.Manager() as manager,
    ):
        known = manager.dict()
        roles = sorted(server.sign_ins, key=lambda r: LONGEST_FIRST.index(r) if r in LONGEST_FIRST else 99)
        tasks = [(role, server.sign_ins[role], server.address, known, False) for role in roles]
        tasks.append((NOBODY, None, server.address, known, False))
        tasks.append((THEMED, themed.sign_ins[THEMED_ROLE], themed.address, manager.dict(), True))
        seen: set[str] = set()
        with multiprocessing.Pool(WORKERS, maxtasksperchild=1) as pool:
            for role, findings, seconds in pool.imap_unordered(walk, tasks):
                seen |= findings.seen
                for check, count in findings.looked.items():
                    isGood &= report(f"{role}: {check}", findings.faults[check], count, seconds)
        missed = [p for p in addresses.declared() if not any(addresses.matches(p, path) for path in seen)]
        isGood &= report(
            "elk adres van een pagina is door een rol in de browser gezien",
            [f"{p}: geen link of formulier leidt erheen" for p in missed], len(addresses.declared()), 0)
    raise SystemExit(0 if isGood else 1)


if __name__ == "__main__":
    main()
