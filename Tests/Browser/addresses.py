"""Addresses: the shape of one that was seen, and the patterns that the source declares."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

ROUTES = Path(__file__).resolve().parents[2] / "Sources" / "App"

# A path part that stands for one of many, as it looks in an address.
_ONE_OF_MANY = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+|\d{4}-\d\d-\d\d|\d+|[A-Z]{2,}[A-Z0-9-]*|[A-Z]+-[A-Z0-9-]+|first|backup")


def shape(url: str) -> str:
    """`/mensen/:?q,soort`: the address without what differs between two pages of one kind."""
    parts = urlsplit(url)
    fitting = [pattern for pattern in _PATTERNS if matches(pattern, url)]
    # `/mensen/nieuw` is itself and no person.
    path = min(fitting, key=lambda pattern: pattern.count(":"), default=None)
    if path is None:
        path = "/".join(":" if _ONE_OF_MANY.fullmatch(part) else part for part in parts.path.split("/"))
    keys = sorted({key for key, value in parse_qsl(parts.query) if value})
    return path + ("?" + ",".join(keys) if keys else "")


def declared() -> list[str]:
    """Every GET address of a page; what programs read (`/api`, `/gezond`) is tested elsewhere."""
    patterns = set()
    for file in sorted(ROUTES.rglob("*Routes.swift")):
        text = file.read_text()
        patterns.update(re.findall(r'\.get\(\s*"([^"]+)"', text))
        patterns.update(re.findall(r'method: \.get,\s*path: "([^"]+)"', text))
    return sorted(p for p in patterns if not p.startswith(("/api", "/gezond")))


def _all_patterns() -> list[str]:
    """Of every method: a refused form stays at the address it was sent to."""
    patterns = set()
    for file in sorted(ROUTES.rglob("*Routes.swift")):
        text = file.read_text()
        patterns.update(re.findall(r'\.(?:get|post)\(\s*"([^"]+)"', text))
        patterns.update(re.findall(r'path: "([^"]+)"', text))
    return sorted(patterns)


_PATTERNS = _all_patterns()


def matches(pattern: str, url: str) -> bool:
    wanted = pattern.strip("/").split("/")
    found = urlsplit(url).path.strip("/").split("/")
    return len(wanted) == len(found) and all(
        w.startswith(":") and f or w == f for w, f in zip(wanted, found))
