"""A mail server and a gateway on loopback that keep the links in what they are sent: the way to pages that only a message
leads to."""

import re
import socket
import threading
import time
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote_plus

from aiosmtpd.controller import Controller

SECONDS_MAX = 60
LINK = re.compile(r"http://127\.0\.0\.1:\d+/[\w/-]*\w")


class Letterbox:
    def __init__(self) -> None:
        self._links: list[str] = []

    def __enter__(self) -> "Letterbox":
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.mail_port = free.getsockname()[1]
        self._mail = Controller(self, hostname="127.0.0.1", port=self.mail_port)
        self._mail.start()
        self._gateway = ThreadingHTTPServer(("127.0.0.1", 0), type("Gateway", (Gateway,), {"letterbox": self}))
        self.gateway_port = self._gateway.server_port
        threading.Thread(target=self._gateway.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._mail.stop()
        self._gateway.shutdown()
        self._gateway.server_close()

    async def handle_DATA(self, server, session, envelope) -> str:
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.keep(message.get_body(("plain", "html")).get_content())
        return "250 OK"

    def keep(self, text: str) -> None:
        self._links += LINK.findall(text)

    def wait(self) -> list[str]:
        """The links so far, or the first one when there is none yet."""
        end = time.monotonic() + SECONDS_MAX
        while not self._links and time.monotonic() < end:
            time.sleep(0.2)
        return list(dict.fromkeys(self._links))


class Gateway(BaseHTTPRequestHandler):
    """Takes whatever it is sent."""

    letterbox: Letterbox

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode(errors="replace")
        self.letterbox.keep(unquote_plus(self.path + " " + body))
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"OK")

    do_GET = do_POST

    def log_message(self, *_) -> None:
        pass
