"""The product as a visitor meets it: the sample region, served on a port of its own."""

import re
import subprocess
import tempfile
from pathlib import Path

READY_SECONDS_MAX = 60


class Server:
    """Serves a fresh sample until the `with` block ends."""

    def __init__(self, oranje: Path, *arguments: str):
        self.oranje = oranje
        self.arguments = arguments
        self.address = ""
        # Role in Dutch -> (sign-in name, password).
        self.sign_ins: dict[str, tuple[str, str]] = {}

    def __enter__(self) -> "Server":
        self._folder = tempfile.TemporaryDirectory(prefix="oranje-browser-")
        data = Path(self._folder.name) / "data"
        subprocess.run([self.oranje, "sample", "--data", data], check=True, stdout=subprocess.DEVNULL)
        for line in (data / "aanmeldingen.txt").read_text().splitlines()[1:]:
            role, name, password = re.split(r"\s{2,}|\s(?=\S+$)", line.strip())[:3]
            self.sign_ins[role] = (name.strip(), password.strip())
        self._log = open(Path(self._folder.name) / "log", "w+b")
        self._process = subprocess.Popen(
            [self.oranje, "serve", "--data", data, "--port", "0", *self.arguments],
            stdout=subprocess.PIPE, stderr=self._log, text=True)
        first = self._process.stdout.readline()
        found = re.search(r"http://\S+:\d+", first)
        if not found:
            self.__exit__()
            raise SystemExit(f"De server start niet: {first}")
        self.address = found.group()
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(READY_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        self._folder.cleanup()
