#!/usr/bin/python3
"""A gateway for text messages that does what its path says; HTTP/1.1 with kept connections, on loopback.

usage: gateway.py [--certificate FILE --key FILE]
Prints `ready PORT`, then one line of JSON for every request: {"connection", "method", "path", "headers", "body"}.
Ends when its standard input closes.
"""
import argparse
import json
import socket
import ssl
import sys
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOCK = threading.Lock()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


class Gateway(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    connections = 0

    def setup(self):
        super().setup()
        with LOCK:
            Gateway.connections += 1
            self.number = Gateway.connections

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drop(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def do(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with LOCK:
            print(json.dumps({
                "connection": self.number, "method": self.command, "path": self.path,
                "headers": {k.lower(): v for k, v in self.headers.items()}, "body": body.decode("utf-8", "replace"),
            }), flush=True)
        address = urllib.parse.urlparse(self.path)
        query = urllib.parse.parse_qs(address.query)
        words = address.path.strip("/").split("/")
        if words[0] == "ok":
            self.answer(200, b'{"id":"abc-17","status":"queued"}', Content_Type="application/json")
        elif words[0] == "status":
            self.answer(int(words[1]), query.get("body", [""])[0].encode(), **(
                {"Retry_After": query["after"][0]} if "after" in query else {}))
        elif words[0] == "echo":
            self.answer(400, f"bad key {self.headers.get('Authorization')}".encode())
        elif words[0] == "slow":
            time.sleep(int(words[1]) / 1000)
            self.answer(200, b"{}")
        elif words[0] == "never":
            threading.Event().wait()
        elif words[0] == "lost":
            self.drop()
        elif words[0] == "garbage":
            self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")
            self.drop()
        elif words[0] == "cut":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            self.drop()
        elif words[0] == "elsewhere":
            self.answer(307, Location=f"http://localhost:{self.server.server_port}/ok")
        elif words[0] == "big":
            self.answer(200, b"x" * 5_000_000)
        elif words[0] == "once":
            # Answers, then closes the connection as soon as the next request arrives on it.
            if self.__dict__.setdefault("seen", False):
                self.drop()
            else:
                self.seen = True
                self.answer(200, b"{}")
        else:
            self.answer(404)

    do_GET = do_POST = do_PUT = do


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    options = parser.parse_args()
    server = Server(("127.0.0.1", 0), Gateway)
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(f"ready {server.server_port}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


main()
