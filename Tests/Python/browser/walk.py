"""Every page of the product, for every role: links, forms and refusals as a program without scripts meets them, and in a
browser accessibility, keyboard, narrow screens, paper and a region's own colours.

Prints a line a check in the form of `swift test`, so that Scripts/test counts both kinds together.
"""

import argparse
import multiprocessing
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

import badline
import filling
from addresses import Addresses
from crawl import Crawl, Findings
from document import Document
from looks import CHROMIUM, Eyes
from letterbox import Letterbox
from server import Sample, Server

# First who sets up the channels, then who raises the alarm of which the others read.
FIRST = ["functioneel beheerder", badline.OFFICE]
NOBODY = "niet aangemeld"
# Another region's colours, made for this test; a real theme is its region's own.
THEME = Path(__file__).parent / "thema.css"
WORKERS = 2
# Told per check; the rest is counted.
FAULTS_OF_A_PAGE_MAX = 5
# A page takes two; a browser that says nothing for so long is gone.
SECONDS_WITHOUT_A_PAGE_MAX = 180
SECONDS_OF_THE_BAD_LINE_MAX = 600


@dataclass(frozen=True)
class Novelty:
    """What no page before it showed."""

    # An element in a place where none of that kind stood before.
    in_place: bool
    # An element of a kind that was nowhere before: it has colours of its own.
    in_kind: bool


class Choice:
    """Of all pages those worth a look: each address once, each role's own start, and whatever shows an element in a place where
    none of that kind stood before; what is left is made of the same."""

    def __init__(self) -> None:
        self._addresses: set[tuple[str, str]] = set()
        self._makings: set[tuple[str, str]] = set()

    def look_at(self, document: Document) -> Novelty | None:
        address = (document.pattern, document.role if document.pattern == "/" else "")
        made = document.makings()
        unseen = made - self._makings
        if address in self._addresses and not unseen:
            return None
        kinds = {kind for _, kind in self._makings}
        self._addresses.add(address)
        self._makings |= made
        return Novelty(in_place=bool(unseen), in_kind=any(kind not in kinds for _, kind in unseen))


def look(tasks, results, server: str, themed: str) -> None:
    """In a process of its own: a browser that looks at pages until there are none left."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"])
        plain, other = Eyes(browser, server), Eyes(browser, themed)
        while (task := tasks.get()) is not None:
            document, cookies, novelty = task
            plain.cookies = other.cookies = cookies
            results.put(_look_at(document, novelty, plain, other))
        browser.close()
    results.put(None)


def _look_at(document: Document, novelty: Novelty, plain: Eyes, themed: Eyes) -> list[tuple[str, str, list[str], float]]:
    steps = [
        (plain, "axe: WCAG 2.2 AA en EN 301 549", Eyes.axe_twice if novelty.in_place else Eyes.axe),
        (plain, "320 px en 400 %", Eyes.narrow),
        (plain, "op papier", Eyes.printed),
        (plain, "toetsenbord", Eyes.keyboard if novelty.in_place else Eyes.keyboard_briefly),
        (plain, "link naar de inhoud", Eyes.skip_link),
    ]
    if novelty.in_kind:
        # The same elements have the same colours everywhere.
        steps.append((themed, "kleuren van een andere regio", Eyes.colours))
    if document.has_scripts:
        steps.insert(0, (plain, "zonder JavaScript", Eyes.without_scripts))
    found, shown = [], None
    for eyes, name, step in steps:
        began = time.monotonic()
        try:
            if shown is not eyes:
                eyes.show(document)
                shown = eyes
            faults = step(eyes)
        except Exception as error:
            faults = [f"de browser kwam er niet uit: {error}"]
        found.append((name, document.where, faults, time.monotonic() - began))
    found.append(("meldingen van de browser", document.where, list(plain.heard), 0))
    return found


class Gallery:
    """Browsers that look at pages while others are still being found."""

    def __init__(self, server: str, themed: str):
        context = multiprocessing.get_context("spawn")
        self._tasks, self._results = context.Queue(), context.Queue()
        self._choice = Choice()
        self._workers = [
            context.Process(target=look, args=(self._tasks, self._results, server, themed), daemon=True)
            for _ in range(WORKERS)]
        for worker in self._workers:
            worker.start()

    def hang(self, documents: list[Document], cookies: dict[str, str]) -> None:
        for document in documents:
            novelty = self._choice.look_at(document)
            if novelty:
                self._tasks.put((document, cookies, novelty))

    def close(self) -> tuple[Findings, dict[str, float]]:
        """When every page was looked at."""
        findings, seconds = Findings(), {}
        for _ in self._workers:
            self._tasks.put(None)
        running = len(self._workers)
        while running:
            found = self._results.get(timeout=SECONDS_WITHOUT_A_PAGE_MAX)
            if found is None:
                running -= 1
            for name, where, faults, took in found or []:
                findings.take(name, where, faults)
                seconds[name] = seconds.get(name, 0) + took
        for worker in self._workers:
            worker.join()
        return findings, seconds


class Report:
    def __init__(self) -> None:
        self.is_good = True

    def tell(self, name: str, faults: list[str], seconds: float) -> None:
        shown: dict[str, int] = {}
        for fault in dict.fromkeys(faults):
            where = fault.split(": ")[0]
            shown[where] = shown.get(where, 0) + 1
            if shown[where] <= FAULTS_OF_A_PAGE_MAX:
                print(f"  {fault}")
        for where, count in shown.items():
            if count > FAULTS_OF_A_PAGE_MAX:
                print(f"  {where}: en nog {count - FAULTS_OF_A_PAGE_MAX} keer zoiets")
        mark, verb = ("✘", "failed") if faults else ("✔", "passed")
        print(f'{mark} Test "{name}" {verb} after {seconds:.1f} seconds', flush=True)
        self.is_good &= not faults

    def tell_all(self, findings: Findings, seconds: dict[str, float]) -> None:
        for check, count in findings.looked.items():
            self.tell(f"{check}: {count} keer bekeken", findings.faults[check], seconds.get(check, 0))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--oranje", type=Path, required=True, help="the built program")
    oranje = parser.parse_args().oranje.resolve()
    report = Report()
    # In a process of its own, beside the crawl: a crawl keeps one processor busy.
    aside = multiprocessing.get_context("spawn").Pool(1)
    bad_line = aside.apply_async(badline.run, [oranje])
    with (
        Sample(oranje) as sample, Server(oranje, sample.data) as server,
        Server(oranje, sample.data, "--theme", str(THEME)) as themed, Letterbox() as letterbox,
    ):
        crawl, gallery = Crawl(server.address, Addresses(oranje)), Gallery(server.address, themed.address)
        filling.lead_messages_to(server.address, letterbox.mail_port, letterbox.gateway_port)
        roles = [*FIRST, *(role for role in sample.sign_ins if role not in FIRST), NOBODY]
        for role in roles:
            began, count = time.monotonic(), len(crawl.documents)
            sign_in = sample.sign_ins.get(role)
            # A message reaches whoever it is for without signing in.
            starts = letterbox.wait() if role == NOBODY else []
            if role == badline.OFFICE:
                starts = [crawl.begin(role, sign_in, "/inzetten/nieuw")]
            crawl.walk(role, sign_in, *starts)
            found = crawl.documents[count:]
            gallery.hang(found, crawl.cookies[role])
            report.tell(f"{role}: {len(found)} pagina's gevonden", [], time.monotonic() - began)
        report.tell_all(crawl.findings, {})
        report.tell("elk adres van een pagina is te bereiken", crawl.out_of_reach(), 0)
        report.tell_all(*gallery.close())
    faults, seconds = bad_line.get(SECONDS_OF_THE_BAD_LINE_MAX)
    aside.terminate()
    for check, wrong in faults.items():
        report.tell(f"slechte lijn: {check}", wrong, seconds / len(faults))
    raise SystemExit(0 if report.is_good else 1)


if __name__ == "__main__":
    main()
