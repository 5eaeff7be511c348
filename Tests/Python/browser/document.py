"""A page as a program without scripts reads it: its links, its forms, and what it is made of."""

from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

TYPED = {"text", "textarea", "email", "tel", "password", "date", "time", "number", "search", "url"}
BY_PLACEHOLDER = {"dd-mm-jjjj": "date", "uu:mm": "time"}


@dataclass
class Form:
    action: str
    method: str
    # What a browser sends when nobody touches it.
    values: list[tuple[str, str]]
    # Name -> type, of what a person types; a day and a time are texts that say how they are written.
    typed: dict[str, str]
    # Also the names of boxes of which one must be chosen.
    required: set[str]
    # Names of lists without a choice, with what can be chosen.
    choices: dict[str, list[str]]
    files: list[str]

    @property
    def is_filled_by_hand(self) -> bool:
        return bool(self.typed or self.files)


@dataclass
class Document:
    """An answer, as it came over the network, and how it was come by."""

    url: str
    status: int
    body: bytes
    headers: dict[str, str]
    role: str
    # "leeg", "ingevuld", "geklikt" after a form; else empty.
    after: str = ""
    pattern: str = ""
    _tree: html.HtmlElement | None = field(default=None, repr=False)

    def __getstate__(self):
        return {**self.__dict__, "_tree": None}

    @property
    def tree(self) -> html.HtmlElement:
        if self._tree is None:
            self._tree = html.document_fromstring(self.body, parser=html.HTMLParser(encoding="utf-8"))
        return self._tree

    @property
    def path(self) -> str:
        parts = urlsplit(self.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @property
    def where(self) -> str:
        after = f", formulier {self.after}" if self.after else ""
        return f"{self.pattern} ({self.role}{after}, {self.status}, {urlsplit(self.url).path})"

    @property
    def has_scripts(self) -> bool:
        """It holds something that a script looks for."""
        return bool(self.tree.xpath(
            "//main//script | //main//noscript | //@*[starts-with(name(), 'on')] | "
            "//main//@*[starts-with(name(), 'data-') and name() != 'data-label']"))

    @property
    def is_unfinished(self) -> bool:
        """It says that something is still being worked out."""
        return bool(self.tree.xpath("//main//a[normalize-space() = 'Kijk opnieuw']"))

    @property
    def moves_unasked(self) -> bool:
        """It loads itself again, and offers no way to keep it still (WCAG 2.2.1)."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']")) and not self.tree.xpath(
            "//main//a[normalize-space() = 'Stilzetten']")

    def links(self) -> list[str]:
        """Of this server, each once, in the order of the page; not those to a place on the page itself."""
        away = (href for href in self.tree.xpath("//a/@href") if not href.startswith("#"))
        found = (urldefrag(urljoin(self.url, href)).url for href in away)
        return [url for url in dict.fromkeys(found) if urlsplit(url).netloc == urlsplit(self.url).netloc]

    def forms(self) -> list[Form]:
        return [form for element in self.tree.forms for form in self._submissions(element)]

    def _submissions(self, element) -> list[Form]:
        """One for each button of a form: it may have a name or an address of its own."""
        buttons = element.xpath(".//button[not(@type) or @type='submit']") or [None]
        return [self._form(element, button) for button in buttons]

    def _form(self, element, button) -> Form:
        get = (lambda name: button.get("form" + name) if button is not None else None)
        # A line end at the start of a text belongs to the page's own layout (HTML, 4.10.11).
        values = [(name, value.removeprefix("\n")) for name, value in element.form_values()]
        if button is not None and button.get("name"):
            values.append((button.get("name"), button.get("value", "")))
        inputs = [e for e in element.xpath(".//input | .//textarea") if e.get("name") and e.get("disabled") is None]
        kind = {e.get("name"): _type(e) for e in inputs}
        typed = {name: type for name, type in kind.items() if type in TYPED}
        values += [(name, "") for name in typed if name not in dict(values)]
        sent = {name for name, value in values if value}
        choices: dict[str, list[str]] = {}
        for e in element.xpath(".//input[@type='radio' or @type='checkbox'] | .//select[not(@disabled)]//option"):
            name = e.get("name") or e.xpath("ancestor::select[1]/@name")[0]
            if name not in sent and e.get("value"):
                choices.setdefault(name, []).append(e.get("value"))
        boxes = element.xpath(".//input[@type='radio' or @type='checkbox']/@name")
        return Form(
            action=urljoin(self.url, get("action") or element.get("action") or self.url),
            method=(get("method") or element.get("method") or "get").lower(),
            values=values, choices=choices,
            typed=typed,
            required={*element.xpath(".//*[@required]/@name"), *(name for name in boxes if boxes.count(name) > 1)},
            files=[name for name, type in kind.items() if type == "file"])

    def makings(self) -> set[tuple[str, str]]:
        """Every kind of element, after the kind it stands in: what a style sheet and a screen reader go by."""
        made = set()
        for element in self.tree.body.iter(html.etree.Element):
            parent = element.getparent()
            made.add((_kind(parent), _kind(element)))
        return made

    def refusal_faults(self) -> list[str]:
        """A refused form says what is wrong at the top, with links to the fields, and at each field."""
        faults = []
        if not (self.tree.findtext(".//title") or "").startswith("Fout:"):
            faults.append("de titel begint niet met Fout:")
        targets = self.tree.xpath("//*[contains(@class, 'nl-alert--error')]//a/@href")
        if not targets:
            faults.append("geen samenvatting met links naar de velden")
        for target in targets:
            fields = self.tree.xpath("//*[@id=$id]", id=target.removeprefix("#"))
            if len(fields) != 1:
                faults.append(f"de link naar {target} komt nergens aan")
            elif not _tells_its_fault(fields[0]):
                faults.append(f"veld {target} zegt niet dat en wat er fout is")
        return faults


def _type(field) -> str:
    if field.tag == "textarea":
        return "textarea"
    return BY_PLACEHOLDER.get(field.get("placeholder", "")) or field.get("type", "text")


def _tells_its_fault(field) -> bool:
    """A group of boxes says it as a whole; a reader hears the group's description at each box."""
    return field.get("aria-describedby") is not None and (
        field.get("aria-invalid") == "true" or field.tag == "fieldset" or field.get("role") in ("group", "radiogroup"))


def _kind(element) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    parts = [element.tag, element.get("type") or "", element.get("role") or ""]
    parts += sorted((element.get("class") or "").split())
    parts += [name for name in ("aria-invalid", "aria-current", "open", "disabled", "tabindex") if name in element.attrib]
    return ".".join(parts)
