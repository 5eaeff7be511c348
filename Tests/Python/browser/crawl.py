"""Everything the site offers to a role, asked for by a program without scripts: along every link, and through every form."""

import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

import requests

import filling
from addresses import Addresses, asked
from document import Document, Form

# Two people, two lines or two weeks may show different things; a third seldom does. More only while an address is looked for
# that one of them may lead to.
SAME_PATTERN_MAX = 2
SEARCHED_MAX = 12
# Of one answer.
SECONDS_MAX = 60
# Of what is worked out in the background, behind the browsers.
SECONDS_OF_WORK_MAX = 300
# Signing out ends the walk; a button that was not read cannot be pressed twice.
NEVER_SENT = {"/afmelden", "/aanmelden"}
# Buttons without a field that lead to pages of their own kind.
PRESSED = {
    "/waarneming/:id/hoedanigheid", "/simulatie/:id/herhaling", "/rooster/agenda", "/rooster/lijn/:line/agenda",
    "/inzetten/:id/beeld/versies",
}
# Forms with only lists to choose from that make a form possible on another page: seen from there, and sent at once, because
# what is sent later may take it away.
SHOWS_MORE = {"/inzetten/:id/mensen": "overdracht"}
# Links that only a letter of the night holds; a false one leads there too.
BY_LETTER = ["/g/verlopen"]


@dataclass
class Findings:
    """Per check how much was looked at, and what was wrong."""

    looked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def take(self, check: str, where: str, faults: list[str]) -> None:
        self.looked[check] += 1
        self.faults[check] += [f"{where}: {fault}" for fault in faults]


class Crawl:
    """One for all roles: a form is sent by the first role that sees it."""

    def __init__(self, address: str, addresses: Addresses):
        self.address = address
        self.addresses = addresses
        self.documents: list[Document] = []
        self.findings = Findings()
        self.cookies: dict[str, dict[str, str]] = {}
        # The declared paths of what was answered.
        self.seen: set[str] = set()
        self._sent: set[tuple] = set()

    def walk(self, role: str, sign_in: tuple[str, str] | None, *starts: str) -> None:
        session = requests.Session()
        if sign_in:
            self._sign_in(session, role, *sign_in)
        self.cookies[role] = session.cookies.get_dict()
        own = ["/", "/bestaat-niet", *([] if sign_in else BY_LETTER)]
        Walk(self, session, role).everything([*starts, *(self.address + path for path in own)])

    def begin(self, role: str, sign_in: tuple[str, str], path: str) -> str:
        """Sends the form of a page and tells where that led. As a start of a walk it is seen before what was there already:
        what is over no longer has every form."""
        session = requests.Session()
        self._sign_in(session, role, *sign_in)
        page = session.get(self.address + path, timeout=SECONDS_MAX)
        forms = Document(page.url, page.status_code, page.content, {}, role).forms()
        form = next(form for form in forms if form.is_filled_by_hand)
        values, _ = filling.filled(form, path)
        return session.post(form.action, data=values, timeout=SECONDS_MAX).url

    def unseen(self) -> list[str]:
        return [path for path in self.addresses.pages() if path not in self.seen]

    def out_of_reach(self) -> list[str]:
        return [
            f"{path}: geen link of formulier van een rol leidt erheen. Is er een formulier, vul dan in BY_FORM van filling.py "
            "in wat er past; is er een knop, zet zijn adres in PRESSED van crawl.py"
            for path in self.unseen()]

    def _sign_in(self, session: requests.Session, role: str, name: str, password: str) -> None:
        page = session.get(f"{self.address}/aanmelden", timeout=SECONDS_MAX)
        form = Document(page.url, page.status_code, page.content, {}, role).forms()[0]
        values = {**dict(form.values), "naam": name, "wachtwoord": password}
        answer = session.post(form.action, data=values, timeout=SECONDS_MAX)
        if "/aanmelden" in answer.url:
            raise SystemExit(f"{name} kan zich niet aanmelden")


class Walk:
    def __init__(self, crawl: Crawl, session: requests.Session, role: str):
        self.crawl = crawl
        self.session = session
        self.role = role
        self._waiting: deque[tuple[str, str]] = deque()
        self._forms: deque[tuple[Document, Form]] = deque()
        # Last: they change what the role may do.
        self._buttons: deque[tuple[Document, Form]] = deque()
        self._unfinished: deque[str] = deque()
        self._counts: dict[tuple, int] = defaultdict(int)
        # Declared path -> addresses that were left alone because there were enough of their kind.
        self._left: dict[str, deque[str]] = defaultdict(deque)
        self._searched: dict[str, int] = defaultdict(int)
        self._asked: set[str] = set()

    def everything(self, starts: list[str]) -> None:
        self._waiting.extend((start, "") for start in starts)
        while True:
            # Forms change what is there, so they come after what can be read.
            if self._waiting:
                self._open(*self._waiting.popleft())
            elif self._forms:
                self._fill(*self._forms.popleft())
            elif self._buttons:
                self._press(*self._buttons.popleft())
            elif self._unfinished:
                self._await(self._unfinished.popleft())
            elif (url := self._one_more()) is not None:
                self._ask(url, "")
            else:
                break

    def _one_more(self) -> str | None:
        """Another page of a kind below which there is an address that nothing led to yet."""
        for path in self.crawl.unseen():
            for above, left in self._left.items():
                if left and path.startswith(above + "/") and self._searched[above] < SEARCHED_MAX:
                    self._searched[above] += 1
                    return left.popleft()
        return None

    def _await(self, url: str) -> None:
        """A page that says to look again: until it no longer does."""
        end = time.monotonic() + SECONDS_OF_WORK_MAX
        while time.monotonic() < end:
            answer = self.session.get(url, timeout=SECONDS_MAX)
            if not self._document(answer, "").is_unfinished:
                self._read(answer, "")
                return
            time.sleep(0.5)
        self.crawl.findings.take("formulieren", url, [f"na {SECONDS_OF_WORK_MAX} seconden nog niet klaar"])

    def _open(self, url: str, origin: str) -> None:
        pattern = self.crawl.addresses.pattern(url)
        if pattern is None and origin:
            self.crawl.findings.take("verwijzingen", origin, [f"de link naar {url} is geen adres van de server"])
        kind = (pattern, asked(url))
        if url in self._asked:
            return
        self._asked.add(url)
        if self._counts[kind] >= SAME_PATTERN_MAX:
            self._left[pattern].append(url)
            return
        self._counts[kind] += 1
        self._ask(url, origin)

    def _ask(self, url: str, origin: str) -> Document | None:
        answer = self.session.get(url, timeout=SECONDS_MAX)
        if origin:
            bad = [] if answer.ok else [f"de link naar {urlsplit(url).path} geeft {answer.status_code}"]
            self.crawl.findings.take("verwijzingen", origin, bad)
        return self._read(answer, "")

    def _read(self, answer: requests.Response, after: str) -> Document | None:
        """Keeps a page, and what it leads to; nil for what is no page."""
        document = self._document(answer, after)
        self.crawl.seen.add(document.pattern)
        if "text/html" not in answer.headers.get("content-type", ""):
            return None
        if answer.headers.get("content-disposition", "").startswith("attachment"):
            return None
        self.crawl.documents.append(document)
        faults = ["ververst zichzelf en is niet stil te zetten"] if document.moves_unasked else []
        self.crawl.findings.take("pagina's die stil te zetten zijn", document.where, faults)
        if document.is_unfinished:
            self._unfinished.append(document.url)
        self._waiting.extend((link, document.where) for link in document.links())
        for form in document.forms():
            is_filled = form.is_filled_by_hand or self._action(form) in SHOWS_MORE
            (self._forms if is_filled else self._buttons).append((document, form))
        return document

    def _action(self, form: Form) -> str | None:
        return self.crawl.addresses.pattern(form.action, form.method.upper())

    def _document(self, answer: requests.Response, after: str) -> Document:
        pattern = self.crawl.addresses.pattern(answer.url, answer.request.method)
        return Document(
            answer.url, answer.status_code, answer.content, dict(answer.headers), self.role, after,
            pattern or "een adres dat er niet is")

    def _fill(self, page: Document, form: Form) -> None:
        action = self._new(page, form)
        if action and self._is_there_still(page, form):
            self._submit(form, action, filling.empty(form, action), "leeg")
            self._submit(form, action, filling.filled(form, action), "ingevuld")
            if action in SHOWS_MORE:
                more = self._ask(urljoin(form.action, SHOWS_MORE[action]), page.where)
                for possible in [form for form in more.forms() if form.is_filled_by_hand]:
                    self._fill(more, possible)

    def _press(self, page: Document, form: Form) -> None:
        action = self._new(page, form)
        if action in PRESSED:
            self._submit(form, action, (form.values, {}), "geklikt")

    def _is_there_still(self, page: Document, form: Form) -> bool:
        """What another form took away cannot be sent any more; another of its kind may be."""
        if page.after or self.session.get(page.url, timeout=SECONDS_MAX).ok:
            return True
        self.crawl._sent.discard(self._kind(page, form))
        return False

    def _kind(self, page: Document, form: Form) -> tuple:
        action = self._action(form)
        where = page.pattern if form.method == "get" else ""
        return (form.method, action, frozenset(form.typed), frozenset(form.files), where)

    def _new(self, page: Document, form: Form) -> str | None:
        """The declared address of a form that nobody sent yet; nil for one that is not to be sent."""
        action = self._action(form)
        if action is None:
            self.crawl.findings.take("formulieren", page.where, [f"{form.action} is geen adres van de server"])
        kind = self._kind(page, form)
        if action is None or action in NEVER_SENT or kind in self.crawl._sent:
            return None
        self.crawl._sent.add(kind)
        return action

    def _submit(self, form: Form, action: str, what: tuple[list, dict], how: str) -> None:
        values, files = what
        if form.method == "get":
            answer = self.session.get(form.action.split("?")[0] + "?" + urlencode(values), timeout=SECONDS_MAX)
        else:
            answer = self.session.post(
                form.action, data=values, files=files or None, timeout=SECONDS_MAX)
        document = self._read(answer, how)
        bad = []
        # Wrong input is told in the form; a bare 400 or 404 is none of a visitor's doing.
        if answer.status_code >= 400 and answer.status_code not in (409, 422):
            bad = [f"{how}: antwoord {answer.status_code}"]
        self.crawl.findings.take("formulieren", f"{form.method} {action} ({self.role})", bad)
        if document and answer.status_code == 422:
            self.crawl.findings.take("geweigerde formulieren", document.where, document.refusal_faults())
