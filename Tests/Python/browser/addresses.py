"""The addresses that the product says it has, and which of them an address that was seen is."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

# What a browser saves or a program reads, and what a page takes along.
NO_PAGE = re.compile(r"^/(agenda|api/v\d|gezond|koppeling)(/|$)|\.[a-z]{2,5}$|/(bestand|pdf)$")


class Addresses:
    def __init__(self, oranje: Path):
        listed = json.loads(subprocess.run([oranje, "routes", "--json"], check=True, capture_output=True).stdout)
        self._known: dict[str, list[str]] = {}
        for route in listed:
            self._known.setdefault(route["method"], []).append(route["path"])

    def pages(self) -> list[str]:
        return sorted(path for path in self._known["GET"] if not NO_PAGE.search(path))

    def pattern(self, url: str, method: str = "GET") -> str | None:
        """The declared path of an address: `/mensen/:id`, but `/mensen/nieuw` is itself and no person."""
        found = urlsplit(url).path.strip("/").split("/")
        fitting = [path for path in self._known.get(method, []) if _fits(path.strip("/").split("/"), found)]
        # The router prefers the text to the parameter, from the left.
        return min(fitting, key=lambda path: [part.startswith(":") for part in path.split("/")], default=None)


def _fits(wanted: list[str], found: list[str]) -> bool:
    return len(wanted) == len(found) and all(
        (w.startswith(":") and f != "") or w == f for w, f in zip(wanted, found))


def asked(url: str) -> str:
    """The names of what an address asks for in its query, without what it asks."""
    return ",".join(sorted({key for key, value in parse_qsl(urlsplit(url).query) if value}))
