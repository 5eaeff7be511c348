"""What must hold for every page in a browser. Each look returns the sentences that say what does not."""

import re
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page, Route

from document import Document

# The same engine as chromium without its windows: half the work.
CHROMIUM = "/usr/bin/chromium-headless-shell"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
LOOK = (Path(__file__).parent / "page.js").read_text()
SECONDS_MAX = 60

# WCAG 2.2 A and AA, and EN 301 549 as axe tags it.
TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]}
# Without meta-refresh: axe cannot see that a page can be kept still (WCAG 2.2.1); the crawl looks for that.
# What colours decide; the rest was asked in the first look.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

# A page that loads itself again would do so under our hands.
REFRESH = re.compile(rb'<meta http-equiv="refresh"[^>]*>')

DESKTOP = {"width": 1280, "height": 1024}
PHONE = {"width": 320, "height": 640}
# 1280 by 1024 at 400 % (WCAG 1.4.10).
ZOOMED = {"width": 320, "height": 256}
# A4 less margins of 10 mm, at 96 dots an inch.
PAPER = {"width": 718, "height": 1047}
# Stops of the keyboard on a page of one long list: from the first on, and to the last.
STOPS_FIRST, STOPS_LAST = 30, 5
# The same on a page of which every element was seen elsewhere.
STOPS_BRIEFLY = 8


class Eyes:
    """A browser that shows one answer after another, each as its role got it; styles and pictures come from the server."""

    def __init__(self, browser: Browser, address: str):
        self.address = address
        # Of who is signed in.
        self.cookies: dict[str, str] = {}
        self.heard: list[str] = []
        self._shown: Document | None = None
        self._context = self._signed_in_context(browser)
        self._context.add_init_script(AXE)
        self._context.add_init_script(f"window.oranjeLook = {LOOK}")
        self._still = self._signed_in_context(browser, java_script_enabled=False)
        self.page = self._context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))

    def _signed_in_context(self, browser: Browser, **settings) -> BrowserContext:
        context = browser.new_context(viewport=DESKTOP, locale="nl-NL", service_workers="block", **settings)
        context.set_default_timeout(SECONDS_MAX * 1000)
        context.route(re.compile(re.escape(self.address) + r"/(?!stijl\.css|beeldmerk\.svg|favicon)"), self._answer)
        return context

    def _answer(self, route: Route) -> None:
        # A page is looked at as it was when it was found: nothing refreshes it.
        if route.request.resource_type in ("eventsource", "fetch"):
            route.abort()
            return
        if route.request.resource_type != "document" or self._shown is None:
            route.continue_()
            return
        # What says how the bytes came over the network no longer holds.
        headers = {
            name: value for name, value in self._shown.headers.items()
            if name.lower() not in ("content-length", "content-encoding", "transfer-encoding", "set-cookie")}
        route.fulfill(status=self._shown.status, headers=headers, body=REFRESH.sub(b"", self._shown.body))

    def _hear(self, message) -> None:
        # A status of 4xx is told too; those pages are shown on purpose. And what is kept for later would answer for the server.
        known = ("Failed to load resource", "Service Worker registration blocked")
        if message.type in ("error", "warning") and not any(text in message.text for text in known):
            self.heard.append(message.text)

    def show(self, document: Document) -> None:
        self._shown = document
        self.heard.clear()
        cookies = [
            {"name": name, "value": value, "url": self.address}
            for name, value in self.cookies.items()]
        for context in (self._context, self._still):
            context.clear_cookies()
            context.add_cookies(cookies)
        self.page.goto(self.address + document.path)

    def _ask(self, what: str, *given):
        return self.page.evaluate("([what, given]) => oranjeLook[what](...given)", [what, given])

    def _axe(self, name: str, wanted: dict) -> list[str]:
        found = self.page.evaluate(
            "only => axe.run(document, {runOnly: only, rules: {'meta-refresh': {enabled: false}}, "
            "resultTypes: ['violations'], preload: false})", wanted)
        return [
            f"{name}: {violation['id']} bij {node['html'][:120]}: {' '.join(node['failureSummary'].split())[:220]}"
            for violation in found["violations"] for node in violation["nodes"][:3]]

    def axe(self) -> list[str]:
        """In light on a desktop."""
        return self._axe("licht", TAGS)

    def axe_twice(self) -> list[str]:
        """For elements that were not seen before: in the dark and on a phone of 320 px too."""
        faults = self.axe()
        self.page.emulate_media(color_scheme="dark")
        self.page.set_viewport_size(PHONE)
        faults += self._axe("donker, 320 px", TAGS)
        self._as_before()
        return faults

    def colours(self) -> list[str]:
        """Only what another theme can break."""
        faults = self._axe("licht", COLOURS)
        self.page.emulate_media(color_scheme="dark")
        faults += self._axe("donker", COLOURS)
        self._as_before()
        return faults

    def narrow(self) -> list[str]:
        """320 px wide, which is also 1280 px at 400 %: nothing to the side, nothing lost."""
        wide = self._ask("visibleTexts")
        self.page.set_viewport_size(ZOOMED)
        faults = [f"breder dan 320 px: {name}" for name in self._ask("overflow")]
        left = " ".join(self._ask("visibleTexts"))
        faults += [f"weg bij 320 px: {text[:60]}" for text in wide if text not in left]
        self._as_before()
        return faults

    def printed(self) -> list[str]:
        self.page.emulate_media(media="print", color_scheme="dark")
        self.page.set_viewport_size(PAPER)
        faults = self._ask("printed")
        self._as_before()
        return faults

    def _as_before(self) -> None:
        self.page.emulate_media(media="screen", color_scheme="light")
        self.page.set_viewport_size(DESKTOP)

    def keyboard_briefly(self) -> list[str]:
        return self.keyboard(STOPS_BRIEFLY)

    def keyboard(self, stops_first: int = STOPS_FIRST) -> list[str]:
        """Tab from the first stop to the last: skip link first, in the order of the page, seen, and out again."""
        count = self._ask("beginTabbing")
        numbers = list(range(min(count, stops_first)))
        faults = self._tab(numbers, count)
        if not faults and count > stops_first:
            first = max(stops_first, count - STOPS_LAST)
            self._ask("jumpTo", first - 1)
            faults = self._tab(list(range(first, count)), count)
        return faults

    def _tab(self, numbers: list[int], count: int) -> list[str]:
        faults = []
        for number in numbers:
            self.page.keyboard.press("Tab")
            now = self._ask("focused")
            if now is None:
                return faults + [f"na {number} van {count} stappen is de focus weg"]
            if number == 0 and "Naar de inhoud" not in now["name"]:
                faults.append(f"de eerste stap is {now['name']}, niet de link naar de inhoud")
            if now["index"] != number:
                return faults + [f"{now['name']} is stap {number + 1}, maar staat op plaats {now['index'] + 1} van de pagina"]
            faults += [f"{now['name']}: {fault}" for fault in now["faults"]]
        return faults

    def skip_link(self) -> list[str]:
        self.page.evaluate("scrollTo(0, 0)")
        self.page.focus(".nl-skip-link a")
        self.page.keyboard.press("Enter")
        inside = self.page.evaluate("document.activeElement.id === 'inhoud' || location.hash === '#inhoud'")
        return [] if inside else ["de link naar de inhoud komt daar niet aan"]

    def without_scripts(self) -> list[str]:
        """The same page in a browser that runs no scripts: the same text."""
        other = self._still.new_page()
        other.goto(self.page.url.split("#")[0])
        here, there = (" ".join(page.locator("main").inner_text().split()) for page in (self.page, other))
        other.close()
        return [] if here == there else ["zonder JavaScript staat er iets anders"]
