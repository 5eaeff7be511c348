"""A deployment over a bad line, in a real browser: what is typed is kept and sent once, others see it at once, and what
was kept can be read without a line."""

import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from server import Sample, Server

CHROMIUM = "/usr/bin/chromium"
OFFICE = "regionaal bureau"
# Longer than the page waits between two tries.
SENT_MILLISECONDS_MAX = 20_000
# Signal within a second, then a jitter of half a second; the rest is a slow machine.
SEEN_MILLISECONDS_MAX = 10_000


def signed_in(context: BrowserContext, sample: Sample, server: Server) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}/aanmelden")
    name, password = sample.sign_ins[OFFICE]
    page.fill("#naam", name)
    page.fill("#wachtwoord", password)
    page.locator("form[action='/aanmelden'] button").click()
    page.wait_for_url(lambda url: "/aanmelden" not in url)
    return page


def opened(page: Page, server: Server) -> str:
    page.goto(f"{server.address}/inzetten/nieuw")
    page.fill("#titel", "Brand in een flat")
    page.select_option("#gemeente", "GM0613")
    page.locator("form[action='/inzetten'] button").click()
    page.wait_for_selector("[data-inzet]")
    return page.url


def shown(page: Page, text: str, milliseconds: int) -> bool:
    try:
        page.get_by_text(text).first.wait_for(timeout=milliseconds)
        return True
    except Exception:  # noqa: BLE001 - not there in time is the answer
        return False


class BadLine:
    def __init__(self, sample: Sample, server: Server):
        self.sample = sample
        self.server = server
        self.faults: dict[str, list[str]] = {}

    def expect(self, check: str, is_so: bool, fault: str) -> None:
        self.faults.setdefault(check, [])
        if not is_so:
            self.faults[check].append(fault)

    def run(self) -> dict[str, list[str]]:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
            writer = browser.new_context(viewport={"width": 360, "height": 740})
            viewer = browser.new_context()
            page = signed_in(writer, self.sample, self.server)
            other = signed_in(viewer, self.sample, self.server)
            address = opened(page, self.server)
            other.goto(address)
            self._entry(writer, page, other)
            self._draft(page)
            self._conflict(writer, page, other, address)
            self._offline(writer, page)
            browser.close()
        return self.faults

    def _entry(self, writer: BrowserContext, page: Page, other: Page) -> None:
        check = "een regel die zonder lijn is getypt gaat één keer weg"
        page.fill("#tekst", "Rook trekt naar")
        writer.set_offline(True)
        page.type("#tekst", " de wijk")
        page.locator("form[action$='/regels'] button").click()
        self.expect(check, shown(page, "Geen verbinding. 1 bericht wacht", SEEN_MILLISECONDS_MAX), "niet gezegd dat het wacht")
        writer.set_offline(False)
        self.expect(check, shown(page, "Verstuurd om", SENT_MILLISECONDS_MAX), "niet gezegd dat het is verstuurd")
        self.expect(
            "wie meekijkt ziet het zonder te vernieuwen",
            shown(other, "Rook trekt naar de wijk", SEEN_MILLISECONDS_MAX), "niet verschenen")
        page.reload()
        count = page.locator(".log").get_by_text("Rook trekt naar de wijk").count()
        self.expect(check, count == 1, f"{count} keer in het log")

    def _draft(self, page: Page) -> None:
        page.fill("#tekst", "Half getypt")
        page.reload()
        self.expect(
            "wat half getypt is staat er na herladen nog",
            page.input_value("#tekst") == "Half getypt", "het veld is leeg")
        page.fill("#tekst", "")

    def _conflict(self, writer: BrowserContext, page: Page, other: Page, address: str) -> None:
        """Both change one action, one of them without a line."""
        check = "wat twee mensen tegelijk wijzigen staat er allebei"
        page.goto(f"{address}/besluiten")
        page.locator("summary", has_text="Actie toevoegen").click()
        page.fill("#actie-tekst", "Bel de school")
        page.fill("#actie-wie", "CO")
        page.locator("form[action$='/acties'] button").click()
        page.get_by_role("heading", name="Bel de school").wait_for(timeout=SENT_MILLISECONDS_MAX)
        other.goto(f"{address}/besluiten")
        for which, state in ((page, "done"), (other, "notDone")):
            which.locator("summary", has_text="Bijwerken").first.click()
            which.locator("select[name=staat]").first.select_option(state)
        writer.set_offline(True)
        page.locator("form[action*='/acties/'] button").first.click()
        shown(page, "Geen verbinding", SEEN_MILLISECONDS_MAX)
        other.locator("form[action*='/acties/'] button").first.click()
        self.expect(check, shown(other, "Verstuurd om", SENT_MILLISECONDS_MAX), "de eerste is niet verstuurd")
        writer.set_offline(False)
        self.expect(
            check, shown(page, "Iemand anders wijzigde dit tegelijk", SENT_MILLISECONDS_MAX), "niet gezegd")
        self.expect(check, shown(page, "tegelijk gewijzigd", SEEN_MILLISECONDS_MAX), "niet beide getoond")

    def _offline(self, writer: BrowserContext, page: Page) -> None:
        check = "rooster, gemeentekaart en taakkaart zijn zonder lijn te lezen"
        page.goto(f"{self.server.address}/offline")
        page.locator("[data-offline]").click()
        self.expect(check, shown(page, "Bewaard:", SENT_MILLISECONDS_MAX), "niet gezegd dat het is bewaard")
        writer.set_offline(True)
        for path, text in (("/rooster", ""), ("/regio/gemeenten/GM0613", ""), ("/taakkaarten/opvang", "Opvang openen")):
            page.goto(f"{self.server.address}{path}")
            self.expect(check, shown(page, "Geen verbinding. Dit is bewaard op", SEEN_MILLISECONDS_MAX), f"{path} niet")
            self.expect(check, text in page.locator("h1").inner_text(), f"{path} is een andere pagina")
        writer.set_offline(False)


def run(oranje: Path) -> tuple[dict[str, list[str]], float]:
    began = time.monotonic()
    with Sample(oranje) as sample, Server(oranje, sample.data) as server:
        faults = BadLine(sample, server).run()
    return faults, time.monotonic() - began


if __name__ == "__main__":
    import sys

    found, _ = run(Path(sys.argv[1]))
    for name, wrong in found.items():
        print("✘" if wrong else "✔", name, *wrong, sep="\n    " if wrong else " ")
    raise SystemExit(1 if any(found.values()) else 0)
