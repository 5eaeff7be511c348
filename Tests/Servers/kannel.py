#!/usr/bin/python3
"""The real Kannel on loopback: bearerbox, smsbox and the fake SMSC of kannel-extras as the phone network.

usage: kannel.py [--reply-url URL] [--incoming "FROM TO text WORDS"]
Prints `ready PORT` (of sendsms), then what the phone network got. The incoming text is sent by a phone at the start
and handed to the reply URL. Ends, with everything it started, when its standard input closes.
"""
import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

PROGRAMS = ["/usr/sbin/bearerbox", "/usr/sbin/smsbox", "/usr/lib/kannel/test/fakesmsc"]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(port, what):
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"{what} does not listen on {port}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--reply-url", default="")
    parser.add_argument("--incoming", default="31600000000 13013 text hallo")
    options = parser.parse_args()
    for program in PROGRAMS:
        if not os.access(program, os.X_OK):
            sys.exit(f"{program} is missing: install kannel and kannel-extras")
    folder = tempfile.mkdtemp(prefix="oranje-kannel.")
    admin, boxes, smsc, sendsms = (free_port() for _ in range(4))
    service = f'get-url = "{options.reply_url}"\nmax-messages = 0' if options.reply_url else 'text = ""\nmax-messages = 0'
    with open(f"{folder}/kannel.conf", "w") as conf:
        conf.write(f"""
group = core
admin-port = {admin}
admin-interface = "127.0.0.1"
admin-password = beheer
smsbox-port = {boxes}
smsbox-interface = "127.0.0.1"
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = FAKE
port = {smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = {boxes}
sendsms-port = {sendsms}
sendsms-interface = "127.0.0.1"
global-sender = 13013

group = sendsms-user
username = oranje
password = geheim-van-kannel
concatenation = true
max-messages = 10

group = sms-service
keyword = default
{service}
""")
    running = []

    def start(*command):
        running.append(subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True))

    try:
        log = open(f"{folder}/log", "ab")
        start(PROGRAMS[0], "-v", "1", f"{folder}/kannel.conf")
        wait_for(boxes, "bearerbox")
        wait_for(smsc, "the SMSC port")
        start(PROGRAMS[1], "-v", "1", f"{folder}/kannel.conf")
        wait_for(sendsms, "smsbox")
        # After its one message it stays on the line, and prints what comes the other way.
        phone = subprocess.Popen(
            [PROGRAMS[2], "-H", "127.0.0.1", "-r", str(smsc), "-i", "600", "-m", "1", options.incoming], cwd=folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        running.append(phone)
        print(f"ready {sendsms}", flush=True)

        def tell():
            for raw in phone.stdout:
                line = raw.decode("utf-8", "replace").rstrip("\n")
                print(line, flush=True)

        threading.Thread(target=tell, daemon=True).start()
        sys.stdin.read()
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


main()
