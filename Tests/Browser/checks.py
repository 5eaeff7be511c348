"""What must hold on every page. Each check returns the sentences that say what does not."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import BrowserContext, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
LOOK = (Path(__file__).parent / "page.js").read_text()

# WCAG 2.2 A and AA, and EN 301 549 as axe tags it.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
# What width and colours decide; the rest was asked in the first look.
RULES_OF_LOOK = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]

DESKTOP = {"width": 1280, "height": 1024}
PHONE = {"width": 320, "height": 640}
# 1280 by 1024 at 400 % (WCAG 1.4.10).
ZOOMED = {"width": 320, "height": 256}
# A4 less margins of 10 mm, at 96 dots an inch.
PAPER = {"width": 718, "height": 1047}


def arm(page: Page) -> None:
    """Puts the looking functions into a page."""
    page.evaluate(f"window.oranjeLook = {LOOK}")


def look(page: Page, what: str):
    return page.evaluate(f"oranjeLook.{what}()")


def axe(page: Page) -> list[str]:
    """axe in light and dark, on a desktop and on a phone of 320 px."""
    return _axe(page, [
        ("licht", DESKTOP, {"type": "tag", "values": TAGS}),
        ("donker", DESKTOP, {"type": "rule", "values": RULES_OF_LOOK}),
        ("donker, 320 px", PHONE, {"type": "tag", "values": TAGS}),
        ("licht, 320 px", PHONE, {"type": "rule", "values": RULES_OF_LOOK}),
    ])


def colours(page: Page) -> list[str]:
    """Only what another theme can break."""
    rules = {"type": "rule", "values": RULES_OF_LOOK}
    return _axe(page, [("licht", DESKTOP, rules), ("donker", DESKTOP, rules)])


def _axe(page: Page, looks: list[tuple[str, dict, dict]]) -> list[str]:
    page.evaluate(AXE)
    faults = []
    for name, size, wanted in looks:
        page.emulate_media(color_scheme="dark" if "donker" in name else "light")
        page.set_viewport_size(size)
        found = page.evaluate(
            "only => axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false})", wanted)
        for violation in found["violations"]:
            for node in violation["nodes"][:3]:
                why = node["failureSummary"].replace("\n", " ")[:220]
                faults.append(f"{name}: {violation['id']} bij {node['html'][:120]}: {why}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESKTOP)
    return faults


def narrow(page: Page) -> list[str]:
    """320 px wide, which is also 1280 px at 400 %: nothing to the side, nothing lost."""
    wide = look(page, "visibleTexts")
    page.set_viewport_size(ZOOMED)
    faults = [f"breder dan 320 px: {name}" for name in look(page, "overflow")]
    left = " ".join(look(page, "visibleTexts"))
    faults += [f"weg bij 320 px: {text[:60]}" for text in wide if text not in left]
    page.set_viewport_size(DESKTOP)
    return faults


def printed(page: Page) -> list[str]:
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(PAPER)
    faults = look(page, "printed")
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size(DESKTOP)
    return faults


def keyboard(page: Page) -> list[str]:
    """Tab from the first stop to the last: skip link first, in the order of the page, seen, and out again."""
    count = look(page, "beginTabbing")
    faults, last = [], -1
    for number in range(count):
        page.keyboard.press("Tab")
        now = look(page, "focused")
        if now is None:
            faults.append(f"na {number} van {count} stappen is de focus weg")
            break
        if number == 0 and "Naar de inhoud" not in now["name"]:
            faults.append(f"de eerste stap is {now['name']}, niet de link naar de inhoud")
        if now["index"] <= last:
            faults.append(f"{now['name']} komt na wat er verder op de pagina staat, of houdt de focus vast")
            break
        last = now["index"]
        faults += [f"{now['name']}: {fault}" for fault in now["faults"]]
    if not faults and last != count - 1:
        faults.append(f"de laatste stap is nummer {last + 1} van {count}")
    return faults


def skip_link(page: Page) -> list[str]:
    page.evaluate("scrollTo(0, 0)")
    page.focus(".nl-skip-link a")
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement.id === 'inhoud' || location.hash === '#inhoud'")
    return [] if inside else ["de link naar de inhoud komt daar niet aan"]


def without_scripts(page: Page, still: BrowserContext) -> list[str]:
    """The same address in a browser that runs no scripts: the same text."""
    other = still.new_page()
    other.goto(page.url)
    with_scripts, without = (p.locator("main").inner_text() for p in (page, other))
    other.close()
    return [] if with_scripts == without else ["zonder JavaScript staat er iets anders"]


def refused(page: Page, status: int) -> list[str]:
    """A form that was sent empty: what is wrong is said at the top, with links that lead to the fields."""
    if status != 422:
        return []
    faults = []
    if not page.title().startswith("Fout:"):
        faults.append("de titel begint niet met Fout:")
    links = page.locator(".nl-alert--error a")
    if links.count() == 0:
        faults.append("geen samenvatting met links naar de velden")
    for link in links.all():
        target = (link.get_attribute("href") or "#")[1:]
        field = page.locator(f"[id='{target}']")
        if field.count() != 1:
            faults.append(f"de link naar {target} komt nergens aan")
        elif field.get_attribute("aria-invalid") != "true" or not field.get_attribute("aria-describedby"):
            faults.append(f"veld {target} zegt niet dat en wat er fout is")
    return faults
