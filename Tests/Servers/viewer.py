#!/usr/bin/python3
"""A visitor of a real server who follows a stream, or writes, over a connection of their own on loopback.

usage: viewer.py watch PORT PATH [--name NAME --password PASSWORD] [--last NUMBER] [--stalled]
       viewer.py post PORT PATH [--name NAME --password PASSWORD] [--field NAME=VALUE …]
       viewer.py flood PORT PATH COUNT BYTES

`watch` prints `ready 0` when the stream is open and then the data of every event, a line each; with `--stalled` it reads
nothing more after the headers. It ends when its standard input closes. `post` prints the status; `flood` posts COUNT texts, each of
which begins with its number.
"""
import argparse
import http.client
import os
import re
import socket
import sys
import threading
import urllib.parse

# Small, so that what is not read soon waits at the other side.
STALLED_BUFFER_BYTES = 4096


class Visitor:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookie = {}

    def ask(self, method, path, fields=None, accept="text/html"):
        body = urllib.parse.urlencode(fields) if fields is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self.connection.request(method, path, body, {**kind, **self.cookie, "Accept": accept})
        answer = self.connection.getresponse()
        return answer, answer.read().decode()

    def sign_in(self, name, password):
        answer, _ = self.ask("POST", "/aanmelden", {"naam": name, "wachtwoord": password})
        self.cookie = {"Cookie": answer.getheader("Set-Cookie").split(";")[0]}

    def csrf(self):
        return re.search(r'name="csrf" value="([^"]+)"', self.ask("GET", "/wachtwoord")[1]).group(1)


def watch(given, visitor):
    stream = socket.create_connection(("127.0.0.1", given.port))
    if given.stalled:
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, STALLED_BUFFER_BYTES)
    headers = "".join(f"{name}: {value}\r\n" for name, value in visitor.cookie.items())
    if given.last is not None:
        headers += f"Last-Event-ID: {given.last}\r\n"
    stream.sendall(f"GET {given.path} HTTP/1.1\r\nHost: oranje\r\nAccept: text/event-stream\r\n{headers}\r\n".encode())
    reader = stream.makefile("rb")
    status = reader.readline().decode()
    if " 200 " not in status:
        raise SystemExit(status)
    while reader.readline() not in (b"\r\n", b""):
        pass
    print("ready 0", flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    if given.stalled:
        threading.Event().wait()
    while line := reader.readline():
        if line.startswith(b"data: "):
            print(line[6:].decode().strip(), flush=True)
    print("einde", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["watch", "post", "flood"])
    parser.add_argument("port", type=int)
    parser.add_argument("path")
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--name")
    parser.add_argument("--password")
    parser.add_argument("--last", type=int)
    parser.add_argument("--stalled", action="store_true")
    parser.add_argument("--field", action="append", default=[])
    given = parser.parse_args()
    visitor = Visitor(given.port)
    if given.name:
        visitor.sign_in(given.name, given.password)
    if given.what == "watch":
        watch(given, visitor)
    elif given.what == "post":
        fields = dict(field.split("=", 1) for field in given.field)
        answer, _ = visitor.ask("POST", given.path, {"csrf": visitor.csrf(), **fields}, "application/json")
        print(answer.status)
    else:
        count, size = given.numbers
        for number in range(1, count + 1):
            text = f"{number} ".ljust(size, "x")
            visitor.connection.request("POST", given.path, text)
            visitor.connection.getresponse().read()


main()
