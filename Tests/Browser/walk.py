"""Walks everything the site offers to one role, and looks at each page that differs from those seen before."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Callable, MutableMapping
from urllib.parse import urlsplit

from playwright.sync_api import Error, Browser, Locator, Response

import checks
from addresses import shape

# Forms whose answer is a page that nothing else leads to: what to fill in.
FILLED = {"/rooster/concepten": {"van": "14-12-2026", "weken": "2"}}
CSV = b"personeelsnummer;gemeente;achternaam\n1;GM0599;Voorbeeld\n2;GM0000;Fout\n"


@dataclass
class Findings:
    """Per check how many pages were looked at, and what was wrong."""

    looked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: set[str] = field(default_factory=set)

    def take(self, check: str, where: str, faults: list[str]) -> None:
        self.looked[check] += 1
        self.faults[check] += [f"{where}: {fault}" for fault in faults]


class Walk:
    def __init__(
        self, browser: Browser, address: str, known: MutableMapping[str, bool], same_shape_max: int,
        only_colours: bool = False
    ):
        self.address = address
        # A page of one kind is opened this often: two lines or two people may show different things.
        self.same_shape_max = same_shape_max
        self.only_colours = only_colours
        self.known = known
        self.findings = Findings()
        self.context = browser.new_context(viewport=checks.DESKTOP, locale="nl-NL")
        self.still = browser.new_context(java_script_enabled=False, viewport=checks.DESKTOP, locale="nl-NL")
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self._counts: dict[str, int] = defaultdict(int)
        self._waiting: list[str] = []
        self._sent: set[str] = set()

    def close(self) -> None:
        self.findings.looked["meldingen van de browser"] += 1
        self.context.close()
        self.still.close()

    def _heard(self, message) -> None:
        # A status of 4xx is told too; those pages are opened on purpose.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.findings.faults["meldingen van de browser"].append(message.text)

    def sign_in(self, name: str, password: str) -> None:
        self.page.goto(f"{self.address}/aanmelden")
        self.page.fill("#naam", name)
        self.page.fill("#wachtwoord", password)
        self.page.click("main button[type=submit]")
        if "/aanmelden" in self.page.url:
            raise SystemExit(f"{name} kan zich niet aanmelden")
        self.still.add_cookies(self.context.cookies())

    def everything(self, *starts: str) -> Findings:
        """From the start page and `starts` along every link and form."""
        self._waiting = [f"{self.address}{start}" for start in ("/", *starts)]
        while self._waiting:
            self._open(self._waiting.pop(0))
        self._stand_in()
        return self.findings

    def _stand_in(self) -> None:
        """The pages of whoever acts for another carry a band that says so."""
        if self._go(f"{self.address}/waarneming") is None:
            return
        take_up = self.page.locator("form[action$='/hoedanigheid']")
        if take_up.count() == 0:
            return
        self._send(take_up.first, "als waarnemer")
        self._open(f"{self.address}/waarneming")

    def _open(self, url: str) -> None:
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" != self.address:
            return
        kind = shape(url)
        if self._counts[kind] >= self.same_shape_max:
            return
        self._counts[kind] += 1
        response = self._go(url)
        if response is None:
            return
        self.findings.seen.add(parts.path)
        self._look(kind, response.status, by_address=True)
        self._follow()
        for form in checks.look(self.page, "forms"):
            self._send_empty(url, form)

    def _go(self, url: str) -> Response | None:
        """Nil for what is no page: a style sheet, a file to keep."""
        if urlsplit(url).path.endswith((".css", ".svg", ".csv", ".xlsx", ".ics", ".json", ".pdf")):
            return None
        try:
            response = self.page.goto(url)
        except Error as error:
            if "Download is starting" in str(error):
                return None
            raise
        if response is None or "text/html" not in (response.headers.get("content-type") or ""):
            return None
        checks.arm(self.page)
        return response

    def _follow(self) -> None:
        self._waiting += [link.split("#")[0] for link in checks.look(self.page, "links")]

    def _send_empty(self, url: str, form: dict) -> None:
        """What a form says when nothing was filled in, or when its file is not what it should be."""
        kind = f"{form['method']} {shape(form['action'])} {form['typed']} {len(form['files'])}"
        if form["method"] == "get":
            kind = f"{shape(url)} {kind}"
        if kind in self._sent or not (form["typed"] or form["files"]) or "/afmelden" in form["action"]:
            return
        self._sent.add(kind)
        if self._go(url) is None:
            return
        this = self.page.locator("form").nth(form["index"])
        for name in form["files"]:
            this.locator(f"[name='{name}']").set_input_files(
                {"name": "lijst.csv", "mimeType": "text/csv", "buffer": CSV})
        # Only what a person types is emptied; choices stay as they are.
        this.evaluate("form => { for (const e of form.elements) if (e.matches("
                      "'input:not([type=hidden],[type=checkbox],[type=radio],[type=file]), textarea')) e.value = '' }")
        status = self._send(this, f"{kind} leeg")
        if status:
            self.findings.take("geweigerde formulieren", kind, checks.refused(self.page, status))
        filled = FILLED.get(urlsplit(form["action"]).path)
        if filled and self._go(url):
            this = self.page.locator("form").nth(form["index"])
            for name, value in filled.items():
                this.locator(f"[name='{name}']").fill(value)
            self._send(this, f"{kind} ingevuld")

    def _send(self, form: Locator, kind: str) -> int | None:
        """Sends a form and looks at the page it leads to; nil when that is no page."""
        with self.page.expect_navigation() as navigation:
            form.evaluate("form => form.requestSubmit(form.querySelector('button:not([name]), button'))")
        response = navigation.value
        if response is None or "text/html" not in (response.headers.get("content-type") or ""):
            return None
        checks.arm(self.page)
        self.findings.seen.add(urlsplit(self.page.url).path)
        self._look(kind, response.status, by_address=False)
        self._follow()
        return response.status

    def _look(self, kind: str, status: int, by_address: bool) -> None:
        skeleton = checks.look(self.page, "skeleton")
        if skeleton in self.known:
            return
        self.known[skeleton] = True
        where = f"{kind} ({status}) {urlsplit(self.page.url).path}"
        steps: list[tuple[str, Callable[[], list[str]]]] = [
            ("axe", lambda: checks.axe(self.page)),
            ("320 px en 400 %", lambda: checks.narrow(self.page)),
            ("op papier", lambda: checks.printed(self.page)),
            ("toetsenbord", lambda: checks.keyboard(self.page)),
            ("link naar de inhoud", lambda: checks.skip_link(self.page)),
        ]
        if self.only_colours:
            steps = [("kleuren", lambda: checks.colours(self.page))]
        elif by_address:
            steps.insert(0, ("zonder JavaScript", lambda: checks.without_scripts(self.page, self.still)))
        for name, step in steps:
            self.findings.take(name, where, step())
