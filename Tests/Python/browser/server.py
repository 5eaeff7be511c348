"""The product as a visitor meets it: a fresh sample region, served on a port of its own."""

import re
import subprocess
import tempfile
from pathlib import Path

SECONDS_TO_STOP_MAX = 60


class Sample:
    """A sample region in a folder of its own, until the `with` block ends."""

    def __init__(self, oranje: Path):
        self._oranje = oranje
        # Role in Dutch -> (sign-in name, password).
        self.sign_ins: dict[str, tuple[str, str]] = {}

    def __enter__(self) -> "Sample":
        self._folder = tempfile.TemporaryDirectory(prefix="oranje-browser-")
        self.data = Path(self._folder.name) / "data"
        subprocess.run([self._oranje, "sample", "--data", self.data], check=True, stdout=subprocess.DEVNULL)
        for line in (self.data / "aanmeldingen.txt").read_text().splitlines()[1:]:
            role, name, password = re.split(r"\s{2,}|\s(?=\S+$)", line.strip())[:3]
            self.sign_ins[role] = (name.strip(), password.strip())
        return self

    def __exit__(self, *_) -> None:
        self._folder.cleanup()


class Server:
    """Serves a folder until the `with` block ends; two may serve the same."""

    def __init__(self, oranje: Path, data: Path, *arguments: str):
        self._command = [oranje, "serve", "--data", data, "--port", "0", *arguments]
        self.address = ""

    def __enter__(self) -> "Server":
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, stderr=self._log, text=True)
        found = re.search(r"http://\S+:\d+", self._process.stdout.readline())
        if not found:
            self._log.seek(0)
            said = self._log.read().decode()
            self.__exit__()
            raise SystemExit(f"De server start niet: {said}")
        self.address = found.group()
        return self

    def __exit__(self, *_) -> None:
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_STOP_MAX)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._log.close()
