#!/usr/bin/python3
"""A mail server (aiosmtpd) on loopback that does what the name before the @ says.

usage: mailserver.py [--tls start|whole|none] [--certificate FILE --key FILE] [--user NAME --password WORD]
Prints `ready PORT`, then one line of JSON for every message it took:
{"session", "tls", "user", "from", "to", "content"} as it came, and as Python's own reader understands it:
{"headers", "parts": [{"type", "file", "text"}], "defects"}. Ends when its standard input closes.
"""
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys
import threading

from aiosmtpd.smtp import SMTP, AuthResult

REFUSALS = {
    "onbekend": "550 5.1.1 No such user here",
    "vol": "452 4.2.2 Mailbox full",
    "later": "451 4.7.1 Greylisted, try again",
    "doorsturen": "554 5.7.1 Relay access denied",
}
CONTENT = {
    "te-groot": "552 5.3.4 Message too big",
    "inhoud-later": "451 4.3.0 Temporary failure",
    "inhoud-nooit": "554 5.6.0 Content rejected",
}


def understood(content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts, defects = [], [str(d) for d in message.defects]
    for part in message.walk():
        defects += [str(d) for d in part.defects]
        if part.is_multipart():
            continue
        raw = part.get_payload(decode=True)
        parts.append({
            "type": part.get_content_type(), "file": part.get_filename() or "", "text": raw.decode("utf-8", "replace")})
    return {"headers": {k.lower(): str(v) for k, v in message.items()}, "parts": parts, "defects": defects}


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("vreemd@"):
            return "550 5.7.1 Sender not allowed"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name in REFUSALS:
            return REFUSALS[name]
        if name == "weg-bij-rcpt":
            server.transport.abort()
            return "250 OK"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name in CONTENT:
            return CONTENT[name]
        if name == "weg-na-data":
            server.transport.abort()
            return "250 OK"
        if name == "nooit":
            await asyncio.sleep(3600)
        if name == "traag":
            await asyncio.sleep(0.2)
        print(json.dumps({
            "session": session.peer[1], "tls": server.transport.get_extra_info("ssl_object") is not None,
            "user": (session.auth_data or b"").decode() if session.authenticated else "",
            "from": envelope.mail_from, "to": envelope.rcpt_tos,
            "content": envelope.original_content.decode("utf-8", "replace"), **understood(envelope.original_content),
        }), flush=True)
        return f"250 2.0.0 Ok: queued as {id(envelope):X}"


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tls", choices=["start", "whole", "none"], default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    options = parser.parse_args()
    context = None
    if options.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    def check(server, session, envelope, mechanism, data):
        good = data.login == options.user.encode() and data.password == options.password.encode()
        return AuthResult(success=good, handled=False, auth_data=data.login)

    def protocol():
        return SMTP(
            Handler(), hostname="post.test", loop=asyncio.get_running_loop(), authenticator=check,
            auth_required=bool(options.user), auth_require_tls=options.tls == "start",
            auth_exclude_mechanism=[] if options.user else ["PLAIN", "LOGIN"],
            tls_context=context if options.tls == "start" else None, require_starttls=options.tls == "start")

    server = await asyncio.get_running_loop().create_server(
        protocol, "127.0.0.1", 0, ssl=context if options.tls == "whole" else None)
    print(f"ready {server.sockets[0].getsockname()[1]}", flush=True)
    done = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait():
        sys.stdin.read()
        loop.call_soon_threadsafe(done.set)

    threading.Thread(target=wait, daemon=True).start()
    await done.wait()


asyncio.run(main())
