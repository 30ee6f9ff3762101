"""Receives Gongkai's notices by webhook: verifies each (Standard Webhooks), drops repetitions, prints it.

    GONGKAI_WEBHOOK_SECRET=whsec_… python3 receive.py [port]

Python 3.9 or newer, nothing else. Put TLS in front of it: Gongkai sends to https addresses only.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = os.environ.get("GONGKAI_WEBHOOK_SECRET", "")
if not SECRET.startswith("whsec_"):
    sys.exit("Set GONGKAI_WEBHOOK_SECRET to the secret that subscribing answered with.")
KEY = base64.b64decode(SECRET.removeprefix("whsec_"))
TOLERANCE_SECONDS, MOST_BYTES = 300, 65_536
seen = set()  # Keep it in your database, in the transaction that acts on the notice.


def is_genuine(headers, body):
    message_id, second = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not second.isdecimal() or abs(time.time() - int(second)) > TOLERANCE_SECONDS:
        return False
    mac = hmac.new(KEY, f"{message_id}.{second}.".encode() + body, hashlib.sha256)
    expected = b"v1," + base64.b64encode(mac.digest())
    return any(hmac.compare_digest(expected, it.encode()) for it in headers.get("webhook-signature", "").split())


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # Seconds, for a sender that falls silent.

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return self.answer(413)
        body = self.rfile.read(int(length))
        if not is_genuine(self.headers, body):
            return self.answer(401)
        event = json.loads(body)
        if event["id"] not in seen:
            seen.add(event["id"])
            print(event["data"]["kind"], event["data"].get("unit", "-"), event["data"]["title"], flush=True)
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.end_headers()

    log_message = lambda *_: None


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8090), Receiver)
print("listening on", server.server_port, flush=True)
server.serve_forever()
