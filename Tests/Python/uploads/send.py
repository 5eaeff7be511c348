"""Sends files to a running server over a bare socket, well and badly. Prints what happened, a JSON line each."""
import json
import os
import re
import socket
import sys

port, name, password, case = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
LINE = b"Schiedam;N-%d;Zoutmelde, Bo\n"


def tell(**facts):
    print(json.dumps(facts), flush=True)


def answer(connection):
    """Status, headers and body of one answer; status 0 when the other side hung up."""
    stream = connection.makefile("rb")
    try:
        head = stream.readline()
        if not head:
            return 0, {}, b""
        headers = {}
        while (line := stream.readline().strip()):
            key, value = line.decode("latin-1").split(": ", 1)
            headers[key.lower()] = headers.get(key.lower(), "") + value + "\n"
        body = stream.read(int(headers.get("content-length", "0")))
        return int(head.split()[1]), headers, body
    except ConnectionError:
        return 0, {}, b""


def connect():
    return socket.create_connection(("127.0.0.1", port), timeout=30)


def call(method, path, cookie="", fields=b""):
    with connect() as connection:
        connection.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(fields)}\r\n\r\n".encode() + fields)
        return answer(connection)


def token(page):
    return re.search(rb'name="csrf" value="([^"]*)"', page).group(1)


def sign_in():
    _, headers, page = call("GET", "/aanmelden")
    cookie = headers.get("set-cookie", "").split(";")[0]
    found = re.search(rb'name="csrf" value="([^"]*)"', page)
    fields = b"csrf=" + (found.group(1) if found else b"") + f"&naam={name}&wachtwoord={password}".encode()
    _, headers, _ = call("POST", "/aanmelden", cookie, fields)
    cookie = next(line.split(";")[0] for line in headers["set-cookie"].splitlines() if line.startswith("oranje_sessie"))
    _, _, page = call("GET", "/mensen/import", cookie)
    return cookie, token(page)


def head(cookie, length):
    return (f"POST /mensen/import HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n{length}\r\n"
            "Content-Type: multipart/form-data; boundary=grens\r\n\r\n").encode()


def form(csrf, content):
    return (b'--grens\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + csrf
            + b'\r\n--grens\r\nContent-Disposition: form-data; name="bestand"; filename="lijst.csv"\r\n'
            b"Content-Type: text/csv\r\n\r\n" + content + b"\r\n--grens--\r\n")


def listing(seed, megabytes):
    count = megabytes * 1_000_000 // len(LINE)
    return b"gemeente;personeelsnummer;naam\n" + b"".join(LINE % (seed * 1_000_000 + i) for i in range(count))


def endless(cookie, csrf):
    """A body without a length that never ends."""
    with connect() as connection:
        connection.sendall(head(cookie, "Transfer-Encoding: chunked"))
        start = form(csrf, b"")[:-len(b"\r\n--grens--\r\n")]
        piece, sent = start + b"x" * 65_000, 0
        connection.setblocking(True)
        try:
            while sent < 500_000_000:
                connection.sendall(b"%x\r\n" % len(piece) + piece + b"\r\n")
                sent += len(piece)
                piece = b"x" * 65_000
                connection.settimeout(0)
                try:
                    if connection.recv(1, socket.MSG_PEEK):
                        break
                except BlockingIOError:
                    pass
                finally:
                    connection.settimeout(30)
        except OSError:
            pass
        status, headers, _ = answer(connection)
        tell(status=status, sent=sent, connection=headers.get("connection", "").strip())


def declared(cookie):
    """Says that a large body comes, and waits."""
    with connect() as connection:
        connection.sendall(head(cookie, "Content-Length: 500000000"))
        status, headers, _ = answer(connection)
        rest = connection.recv(1)
        tell(status=status, sent=0, connection=headers.get("connection", "").strip(), closed=rest == b"")


def half(cookie, csrf):
    """Goes away in the middle of a file."""
    body = form(csrf, listing(1, 4))
    with connect() as connection:
        connection.sendall(head(cookie, f"Content-Length: {len(body)}") + body[:len(body) // 2])
    tell(status=0, sent=len(body) // 2, connection="")


def many(cookie, csrf):
    """One file after another until the server is no more."""
    for seed in range(1, 200):
        body = form(csrf, listing(seed, 1))
        try:
            with connect() as connection:
                connection.sendall(head(cookie, f"Content-Length: {len(body)}") + body)
                status, _, _ = answer(connection)
        except OSError:
            return
        if status == 0:
            return
        tell(status=status, sent=len(body), connection="")


if case == "unsigned":
    endless("", b"")
else:
    session, secret = sign_in()
    {"endless": lambda: endless(session, secret), "declared": lambda: declared(session),
     "half": lambda: half(session, secret), "many": lambda: many(session, secret)}[case]()
os._exit(0)
