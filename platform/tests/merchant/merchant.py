#!/usr/bin/env python3
"""A small merchant for SaaS products, guide V2.0, written by hand with the standard library alone.

It is what a merchant could write who reads the guide and has never heard of koo, so that a simulator of the platform can be
tried against something it did not make. Everything is kept in memory.

    MERCHANT_KEY=secret ./merchant.py --port 0 [--mistake NAME]... [--open-api URL]

prints `port N` and serves every path of http://127.0.0.1:N; calls by GET are those of guide V1.0, which `merchant_v1.py`
answers. Without a mistake it is honest. `--list` prints the mistakes it can
make, one per line with what each does.
"""

import argparse
import base64
import collections
import hashlib
import hmac
import json
import os
import ssl
import sys
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from merchant_v1 import ENCRYPTION_MISTAKES, Shop
from open_orders import OpenOrders

SUCCESS = "000000"
AUTHENTICATION_FAILED = "000001"
INVALID_PARAMETER = "000002"
NO_SUCH_INSTANCE = "000003"
INTERNAL_ERROR = "000005"

WINDOW_MILLIS = 60_000
BODY_LIMIT = 1 << 20
MAX_IDS = 100

MISTAKES = {
    # The reply and its signature
    "lower-case-header": "names the signature header body-sign, as servers that normalise names do",
    "unquoted-signature": "leaves out the quotes in the signature header",
    "hex-signature": "writes the reply's signature in hexadecimal instead of base64",
    "unsigned-reply": "does not sign replies",
    "rewritten-body": "serialises the reply again after signing it",
    "text-plain": "labels replies text/plain",
    "bom": "puts a byte order mark before the reply",
    "status-201": "answers a creation with HTTP 201",
    "status-500": "answers what it refuses with HTTP 500",
    "status-401": "answers a bad signature with HTTP 401",
    "no-message": "leaves out resultMsg",
    "no-instance-id": "leaves out instanceId of a creation",
    "numeric-code": "sends resultCode as a number",
    "long-message": "sends a resultMsg of 300 characters",
    "long-instance-id": "makes instance ids of 80 characters",
    "redirect": "redirects calls to another path",
    "slow": "takes longer than the platform waits",
    # Reading requests
    "plus-kept": "leaves a + in the query as it is",
    "decoded-twice": "decodes the query twice",
    "strict-content-type": "takes application/json without parameters only",
    "strict-members": "refuses members it does not know",
    "ascii-only": "reads bodies as ASCII",
    "short-columns": "refuses texts of more than 40 characters",
    "missing-crashes": "stops with HTTP 500 when a mandatory member is missing",
    "missing-accepted": "creates an instance without an order line",
    "optional-needed": "demands members that are optional",
    "one-time-layout": "reads times with milliseconds only",
    "cancel-renew": "knows a scene CANCEL_RENEW instead of UNSUBSCRIBE_RENEWAL_PERIOD",
    "unknown-activity-accepted": "answers success to an activity it does not know",
    "unknown-activity-crashes": "closes the connection on an activity it does not know",
    "unknown-instance-found": "answers sample data to a query of an instance it does not know",
    "one-instance-only": "takes a list of instance ids for one id",
    # Authentication
    "signature-ignored": "never looks at the signature",
    "mismatch-accepted": "wants a signature but compares nothing",
    "rebuilt-body": "verifies the members it knows, put together again, instead of the bytes that came",
    "prefix-compared": "accepts every beginning of the right signature",
    "plain-sha256": "hashes the body without the key",
    "lower-case-signature": "knows signatures in lower case only",
    "stale-accepted": "does not look at the age of a call",
    "future-accepted": "refuses only old calls, not those from the future",
    "timestamp-in-seconds": "takes the timestamp for seconds",
    "replay-accepted": "does not remember nonces",
    # Effects
    "resend-creates": "creates an instance on every resend",
    "keyed-by-business-id": "recognises resends by businessId, which differs each time",
    "concurrent-resend-creates": "looks for the order line and records it later, without a lock",
    "resend-refused": "answers an error to a resend",
    "debug-creates": "carries out debug calls",
    "debug-releases": "carries out debug calls that release an instance",
    "debug-refused": "answers an error to a debug call",
    "freeze-once": "answers an error when an instance has the status already",
    "release-once": "answers an error when an instance is released already",
    "upgrade-once": "answers an error to the resend of an upgrade",
    "old-tls": "accepts TLS 1.0 and 1.1",
    # Encrypted members of replies
    **ENCRYPTION_MISTAKES,
}


class Refusal(Exception):
    """A call that is answered with a code other than success."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message


class Crash(Exception):
    """Stands for a fault in a merchant's code."""


class Instance:
    def __init__(self, order_line):
        self.order_line = order_line
        self.status = "UNFREEZE"
        self.expires = None
        self.released = False
        self.upgrades = set()


class Merchant:
    """The shop: instances by id and by order line, and what is known about calls."""

    # activity → mandatory members, optional members
    MEMBERS = {
        "newInstance": (["orderId", "orderLineId", "businessId"], []),
        "queryInstance": (["instanceId"], []),
        "refreshInstance": (["scene", "orderId", "orderLineId", "instanceId", "expireTime"], ["productId"]),
        "updateInstanceStatus": (["instanceId", "status"], []),
        "releaseInstance": (["instanceId"], ["orderId", "orderLineId"]),
        "upgradeInstance": (["instanceId", "orderId", "orderLineId"], []),
        "changeInstanceCheck": (["instanceId", "productInfo"], []),
    }
    SCENES = ["TRIAL_TO_FORMAL", "RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD", "RENEWAL_CHANGE"]

    def __init__(self, key, mistakes, orders=None):
        self.key = key
        self.orders = orders
        self.mistakes = mistakes
        self.lock = threading.Lock()
        self.instances = {}
        self.by_order_line = {}
        self.nonces = collections.OrderedDict()

    def makes(self, mistake):
        return mistake in self.mistakes

    # Authentication

    def hmac_hex(self, data):
        return hmac.new(self.key, data, hashlib.sha256).hexdigest()

    def authenticate(self, query, body):
        if self.makes("signature-ignored"):
            return
        timestamp = first(query, "timestamp")
        nonce = first(query, "nonce")
        signature = first(query, "signature")
        if not timestamp or not timestamp.isdigit() or len(timestamp) > 20:
            raise Refusal(INVALID_PARAMETER, "timestamp is missing or no number")
        now = int(time.time() * 1000)
        age = now - int(timestamp) * (1000 if self.makes("timestamp-in-seconds") else 1)
        if age > WINDOW_MILLIS and not self.makes("stale-accepted"):
            raise Refusal(INVALID_PARAMETER, "the call is too old")
        if -age > WINDOW_MILLIS and not (self.makes("future-accepted") or self.makes("stale-accepted")):
            raise Refusal(INVALID_PARAMETER, "the call comes from the future")
        if not nonce:
            raise Refusal(INVALID_PARAMETER, "nonce is missing")
        if not signature:
            raise Refusal(AUTHENTICATION_FAILED, "signature is missing")
        if not self.fits(signature, timestamp, nonce, body):
            raise Refusal(AUTHENTICATION_FAILED, "signature does not match")
        with self.lock:
            while self.nonces:
                oldest, until = next(iter(self.nonces.items()))
                if until > now:
                    break
                del self.nonces[oldest]
            if nonce in self.nonces and not self.makes("replay-accepted"):
                raise Refusal(AUTHENTICATION_FAILED, "the call was seen before")
            self.nonces[nonce] = now + 2 * WINDOW_MILLIS

    def fits(self, signature, timestamp, nonce, body):
        if self.makes("mismatch-accepted"):
            return True
        given = signature if self.makes("lower-case-signature") else signature.lower()
        payloads = [self.rebuilt(body)] if self.makes("rebuilt-body") else [body, canonical(body)]
        for payload in payloads:
            if self.makes("plain-sha256"):
                digest = hashlib.sha256(payload).hexdigest()
            else:
                digest = self.hmac_hex(payload)
            expected = self.hmac_hex(self.key + (nonce + timestamp + digest).encode())
            if self.makes("prefix-compared") and expected.startswith(given):
                return True
            if hmac.compare_digest(expected.encode(), given.encode()):
                return True
        return False

    def rebuilt(self, body):
        """The body as an object-relational layer would write it again: what it has no field for is gone."""
        known = {"activity", "testFlag"}.union(*(part for parts in self.MEMBERS.values() for part in parts))
        try:
            members = {name: value for name, value in json.loads(body).items() if name in known}
        except (ValueError, AttributeError):
            return body
        return canonical(json.dumps(members).encode())

    def sign_reply(self, body):
        digest = hmac.new(self.key, body, hashlib.sha256)
        value = digest.hexdigest() if self.makes("hex-signature") else base64.b64encode(digest.digest()).decode()
        if self.makes("unquoted-signature"):
            return f"sign_type=HMAC-SHA256, signature={value}"
        return f'sign_type="HMAC-SHA256", signature="{value}"'

    # Interfaces

    def answer(self, body):
        try:
            members = json.loads(body.decode("ascii" if self.makes("ascii-only") else "utf-8"))
        except UnicodeDecodeError:
            raise Refusal(INTERNAL_ERROR, "the body cannot be decoded") from None
        except ValueError:
            raise Refusal(INVALID_PARAMETER, "the body is no JSON") from None
        if not isinstance(members, dict):
            raise Refusal(INVALID_PARAMETER, "the body is no object")
        activity = members.get("activity")
        if activity not in self.MEMBERS:
            if self.makes("unknown-activity-accepted"):
                return {}
            if self.makes("unknown-activity-crashes"):
                raise Crash
            raise Refusal(INVALID_PARAMETER, "unknown activity")
        self.check(activity, members)
        debug = members.get("testFlag") == "1"
        if debug and self.makes("debug-refused"):
            raise Refusal(INTERNAL_ERROR, "no debug calls here")
        carried_out = (self.makes("debug-creates") and activity == "newInstance") or (
            self.makes("debug-releases") and activity == "releaseInstance"
        )
        if debug and not carried_out:
            return self.pretend(activity, members)
        return getattr(self, activity)(members)

    def check(self, activity, members):
        mandatory, optional = self.MEMBERS[activity]
        if self.makes("optional-needed"):
            mandatory = mandatory + optional
        for name in mandatory:
            value = members.get(name)
            if value is None or value == "":
                if self.makes("missing-crashes"):
                    raise KeyError(name)
                if self.makes("missing-accepted"):
                    continue
                raise Refusal(INVALID_PARAMETER, f"{name} is missing")
            if not isinstance(value, str) and name != "productInfo":
                raise Refusal(INVALID_PARAMETER, f"{name} is no text")
        if self.makes("strict-members"):
            known = {"activity", "testFlag", *mandatory, *optional}
            if set(members) - known:
                raise Refusal(INVALID_PARAMETER, "unknown member")
        if self.makes("short-columns"):
            if any(isinstance(value, str) and len(value) > 40 for value in members.values()):
                raise Refusal(INTERNAL_ERROR, "value too long for its column")
        if activity == "refreshInstance":
            self.check_refresh(members)
        if activity == "updateInstanceStatus" and members["status"] not in ("FREEZE", "UNFREEZE"):
            raise Refusal(INVALID_PARAMETER, "unknown status")
        if activity == "queryInstance" and len(members["instanceId"].split(",")) > MAX_IDS:
            raise Refusal(INVALID_PARAMETER, "too many instances")

    def check_refresh(self, members):
        scenes = self.SCENES
        if self.makes("cancel-renew"):
            scenes = ["CANCEL_RENEW" if scene.startswith("UNSUBSCRIBE") else scene for scene in scenes]
        if members["scene"] not in scenes:
            raise Refusal(INVALID_PARAMETER, "unknown scene")
        expires = members["expireTime"]
        layouts = (17,) if self.makes("one-time-layout") else (14, 17)
        if not expires.isdigit() or len(expires) not in layouts:
            raise Refusal(INVALID_PARAMETER, "expireTime is no time")

    @staticmethod
    def describe(instance_id):
        return {
            "instanceId": instance_id,
            "appInfo": {
                "frontEndUrl": "https://shop.example.com/app",
                "userName": "admin",
                "password": "first-password",
                "memo": "\u4e2d\u6587",
            },
        }

    def pretend(self, activity, members):
        """Answers a debug call as if it were carried out."""
        if activity == "newInstance":
            return self.created(members["businessId"])
        if activity == "queryInstance":
            return {"info": [self.describe(each) for each in members["instanceId"].split(",")]}
        return {}

    def created(self, instance_id):
        return {} if self.makes("no-instance-id") else {"instanceId": instance_id}

    def newInstance(self, members):
        if self.orders and not self.orders.is_sound(members.get("orderId"), members.get("orderLineId")):
            raise Refusal(INTERNAL_ERROR, "the platform does not know the order")
        line = (members.get("orderId"), members.get("orderLineId"))
        if self.makes("resend-creates") or self.makes("keyed-by-business-id"):
            line = (*line, members["businessId"])
        if self.makes("concurrent-resend-creates"):
            known = self.by_order_line.get(line)
            time.sleep(0.1)
            return self.created(known or self.record(line, members["businessId"]))
        with self.lock:
            known = self.by_order_line.get(line)
            if known and self.makes("resend-refused"):
                raise Refusal(INTERNAL_ERROR, "the order exists already")
            return self.created(known or self.record(line, members["businessId"]))

    def record(self, line, instance_id):
        if self.makes("long-instance-id"):
            instance_id = (instance_id + "-" + "x" * 80)[:80]
        self.instances[instance_id] = Instance(line)
        self.by_order_line[line] = instance_id
        return instance_id

    def find(self, instance_id):
        instance = self.instances.get(instance_id)
        if instance is None:
            raise Refusal(NO_SUCH_INSTANCE, "no such instance")
        return instance

    def in_use(self, instance_id):
        instance = self.find(instance_id)
        if instance.released:
            raise Refusal(NO_SUCH_INSTANCE, "the instance was released")
        return instance

    def queryInstance(self, members):
        ids = [members["instanceId"]] if self.makes("one-instance-only") else members["instanceId"].split(",")
        with self.lock:
            for each in ids:
                if not self.makes("unknown-instance-found"):
                    self.in_use(each)
        return {"info": [self.describe(each) for each in ids]}

    def refreshInstance(self, members):
        with self.lock:
            self.in_use(members["instanceId"]).expires = members["expireTime"]
        return {}

    def updateInstanceStatus(self, members):
        with self.lock:
            instance = self.in_use(members["instanceId"])
            if instance.status == members["status"] and self.makes("freeze-once"):
                raise Refusal(INTERNAL_ERROR, "the instance has this status already")
            instance.status = members["status"]
        return {}

    def releaseInstance(self, members):
        with self.lock:
            instance = self.find(members["instanceId"])
            if instance.released and self.makes("release-once"):
                raise Refusal(NO_SUCH_INSTANCE, "no such instance")
            instance.released = True
        return {}

    def upgradeInstance(self, members):
        with self.lock:
            instance = self.in_use(members["instanceId"])
            line = (members["orderId"], members["orderLineId"])
            if line in instance.upgrades and self.makes("upgrade-once"):
                raise Refusal(INTERNAL_ERROR, "upgraded already")
            instance.upgrades.add(line)
        return {}

    def changeInstanceCheck(self, members):
        with self.lock:
            self.in_use(members["instanceId"])
        return {}


def first(query, name):
    """The first value of a name, decoded."""
    return next((value for known, value in query if known == name), None)


def canonical(body):
    """The form in which the official sample signs a body: members sorted, nulls dropped, no white space."""
    try:
        members = json.loads(body)
        kept = {name: value for name, value in sorted(members.items()) if value is not None}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
    except (ValueError, AttributeError, UnicodeEncodeError):
        return body


def decoded(text, mistakes):
    decode = urllib.parse.unquote if "plus-kept" in mistakes else urllib.parse.unquote_plus
    pairs = [part.partition("=") for part in text.split("&") if part]
    times = 2 if "decoded-twice" in mistakes else 1
    for _ in range(times):
        pairs = [(decode(name), "=", decode(value)) for name, _, value in pairs]
    return [(name, value) for name, _, value in pairs]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16
    disable_nagle_algorithm = True
    timeout = 30
    merchant = None
    shop_v1 = None

    def makes(self, mistake):
        return self.merchant.makes(mistake)

    def do_GET(self):
        _, _, query = self.path.partition("?")
        try:
            members = self.shop_v1.answer(decoded(query, self.merchant.mistakes))
        except Refusal as refusal:
            return self.reply(200, refusal.code, refusal.message, {})
        return self.reply(200, SUCCESS, "success", members)

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > BODY_LIMIT:
            self.close_connection = True
            return self.reply(200, INVALID_PARAMETER, "a body of a known, moderate length is needed", {})
        body = self.rfile.read(int(length))
        if self.makes("slow"):
            time.sleep(5.5)
        path, _, query = self.path.partition("?")
        if self.makes("redirect") and not path.endswith("/moved"):
            return self.redirect(path.rstrip("/") + "/moved?" + query)
        try:
            content_type = self.headers.get("Content-Type", "")
            if self.makes("strict-content-type") and content_type != "application/json":
                raise Refusal(INVALID_PARAMETER, "content type is not application/json")
            self.merchant.authenticate(decoded(query, self.merchant.mistakes), body)
            members = self.merchant.answer(body)
        except Refusal as refusal:
            status = 500 if self.makes("status-500") else 200
            if refusal.code == AUTHENTICATION_FAILED and self.makes("status-401"):
                status = 401
            return self.reply(status, refusal.code, refusal.message, {})
        except KeyError:
            return self.reply(500, INTERNAL_ERROR, "internal error", {})
        except Crash:
            self.close_connection = True
            return None
        status = 201 if "instanceId" in members and self.makes("status-201") else 200
        return self.reply(status, SUCCESS, "success", members)

    def redirect(self, to):
        self.send_response(307)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def reply(self, status, code, message, members):
        if self.makes("long-message"):
            message = (message + " ").ljust(300, ".")
        reply = {"resultCode": int(code) if self.makes("numeric-code") else code}
        if not self.makes("no-message"):
            reply["resultMsg"] = message
        reply.update(members)
        body = json.dumps(reply, separators=(",", ":")).encode()
        if self.makes("bom"):
            body = b"\xef\xbb\xbf" + body
        signature = self.merchant.sign_reply(body)
        if self.makes("rewritten-body"):
            body = json.dumps(reply, indent=2).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain" if self.makes("text-plain") else "application/json")
        self.send_header("Content-Length", str(len(body)))
        if not self.makes("unsigned-reply"):
            self.send_header("body-sign" if self.makes("lower-case-header") else "Body-Sign", signature)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address, handler, context):
        super().__init__(address, handler)
        self.context = context

    def finish_request(self, request, client_address):
        # The handshake belongs to the thread of the connection, or one slow client would keep all others waiting.
        if self.context:
            request.settimeout(10)
            request = self.context.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)

    def handle_error(self, request, client_address):
        pass


def tls(certificate, private_key, old):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if old:
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("DEFAULT@SECLEVEL=0")
    context.load_cert_chain(certificate, private_key)
    return context


def main():
    parser = argparse.ArgumentParser(description="A merchant of SaaS products, guide V2.0.")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--mistake", action="append", default=[], choices=sorted(MISTAKES), metavar="NAME")
    parser.add_argument("--list", action="store_true", help="print the mistakes it can make")
    parser.add_argument("--certificate", help="PEM file; serves HTTPS")
    parser.add_argument("--private-key", help="PEM file")
    parser.add_argument("--open-api", help="address where orders are read before they are carried out (V2.0)")
    arguments = parser.parse_args()
    if arguments.list:
        for name, what in MISTAKES.items():
            print(f"{name}\t{what}")
        return 0
    key = os.environ.get("MERCHANT_KEY")
    if not key:
        print("MERCHANT_KEY is not set", file=sys.stderr)
        return 2
    context = None
    if arguments.certificate:
        context = tls(arguments.certificate, arguments.private_key, "old-tls" in arguments.mistake)
    Handler.merchant = Merchant(
        key.encode(),
        frozenset(arguments.mistake),
        OpenOrders(arguments.open_api) if arguments.open_api else None,
    )
    Handler.shop_v1 = Shop(Handler.merchant, Refusal)
    server = Server(("127.0.0.1", arguments.port), Handler, context)
    print(f"port {server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
