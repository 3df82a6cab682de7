"""The same shop by guide V1.0: calls by GET, everything in the query, and access data encrypted.

Beside `merchant.py`, which serves it on the same address. AES is the work of the `openssl` command; what the standard library
has is done here, such as the generator from which Java draws the key.
"""

import base64
import hashlib
import hmac
import secrets
import string
import subprocess

ENCRYPTION_MISTAKES = {
    "unencrypted": "sends account and password in the clear (V1.0)",
    "key-by-sha256": "takes the SHA-256 of the access key for the key of the cipher (V1.0)",
    "cipher-unnamed": "encrypts with 128 bits without naming that cipher (V1.0)",
    "no-vector": "leaves the initial vector out of the encrypted text (V1.0)",
    "zero-vector": "encrypts with a vector of zeros, not the one in the text (V1.0)",
    "long-account": "encrypts an account of 90 letters (V1.0)",
}

# activity → mandatory parameters
PARAMETERS = {
    "newInstance": ["customerId", "businessId", "orderId", "productId"],
    "refreshInstance": ["orderId", "instanceId", "expireTime"],
    "expireInstance": ["instanceId", "orderId"],
    "releaseInstance": ["instanceId", "orderId"],
    "upgrade": ["instanceId", "orderId", "skuCode", "productId"],
    "instanceStatus": ["instanceId", "instanceStatus"],
    "queryInstance": ["instanceId"],
}
MAX_IDS = 100
LETTERS = string.ascii_letters + string.digits


def sha1prng(seed, count):
    """What SecureRandom SHA1PRNG of Java's provider SUN gives first when it is seeded before anything is drawn."""
    state = bytearray(hashlib.sha1(seed).digest())
    drawn = b""
    while len(drawn) < count:
        block = hashlib.sha1(state).digest()
        drawn += block
        carry, changed = 1, False
        for at, byte in enumerate(block):
            # Bytes are signed in Java, and so is what is carried over.
            total = signed(state[at]) + signed(byte) + carry
            changed |= state[at] != total & 0xFF
            state[at] = total & 0xFF
            carry = total >> 8
        if not changed:
            state[0] = (state[0] + 1) & 0xFF
    return drawn[:count]


def signed(byte):
    return byte - 256 if byte > 127 else byte


def aes_cbc(key, vector, plain):
    command = ["openssl", "enc", f"-aes-{len(key) * 8}-cbc", "-K", key.hex(), "-iv", vector.hex()]
    return subprocess.run(command, input=plain, capture_output=True, check=True).stdout


class Encryption:
    """Encrypts account and password. The same text gives the same result, so that a test need not start openssl twice."""

    def __init__(self, key, makes):
        self.key = key
        self.makes = makes
        self.known = {}

    def encrypted(self, plain):
        if self.makes("unencrypted"):
            return plain
        if plain not in self.known:
            self.known[plain] = self.work_out(plain)
        return self.known[plain]

    def work_out(self, plain):
        bits = 128 if self.makes("cipher-unnamed") else 256
        key = sha1prng(self.key, bits // 8)
        if self.makes("key-by-sha256"):
            key = hashlib.sha256(self.key).digest()
        vector = "".join(secrets.choice(LETTERS) for _ in range(16))
        used = bytes(16) if self.makes("zero-vector") else vector.encode()
        text = base64.b64encode(aes_cbc(key, used, plain.encode())).decode()
        return text if self.makes("no-vector") else vector + text


def token(key, query):
    """The authToken of a query."""
    first = {}
    for name, value in query:
        first.setdefault(name, value)
    given = first.pop("authToken", "")
    text = "&".join(f"{name}={first[name]}" for name in sorted(first, key=lambda name: name.encode("utf-16-be")))
    made = hmac.new(key + first.get("timeStamp", "").encode(), text.encode(), hashlib.sha256)
    return given, base64.b64encode(made.digest()).decode()


class Shop:
    """The seven interfaces. `merchant` has the key, the instances and the refusals."""

    def __init__(self, merchant, refusal):
        self.merchant = merchant
        self.refusal = refusal
        self.encryption = Encryption(merchant.key, merchant.makes)

    def refuse(self, code, message):
        raise self.refusal(code, message)

    def answer(self, query):
        given, expected = token(self.merchant.key, query)
        if not hmac.compare_digest(given.encode(), expected.encode()):
            self.refuse("000001", "authToken does not match")
        values = {}
        for name, value in query:
            values.setdefault(name, value)
        activity = values.get("activity")
        if activity not in PARAMETERS:
            self.refuse("000002", "unknown activity")
        for name in PARAMETERS[activity]:
            if not values.get(name):
                self.refuse("000002", f"{name} is missing")
        if activity == "instanceStatus" and values["instanceStatus"] not in ("FREEZE", "NORMAL"):
            self.refuse("000002", "unknown status")
        if values.get("testFlag") == "1":
            return self.pretended(activity, values)
        with self.merchant.lock:
            return getattr(self, activity)(values)

    def pretended(self, activity, values):
        if activity == "newInstance":
            return self.created(values["businessId"])
        if activity == "queryInstance":
            return {"info": [self.info(each) for each in values["instanceId"].split(",")]}
        return {}

    def access(self):
        account = "a" * 90 if self.merchant.makes("long-account") else "administrator@shop.example"
        return {
            "frontEndUrl": "https://shop.example.com/app",
            "adminUrl": "https://shop.example.com/admin",
            "userName": self.encryption.encrypted(account),
            "password": self.encryption.encrypted("the-first-password-of-all"),
            "memo": "\u4e2d\u6587",
        }

    def created(self, instance):
        return {"instanceId": instance, "encryptType": "1", "appInfo": self.access()}

    def info(self, instance):
        return {"instanceId": instance, "appInfo": self.access()}

    def newInstance(self, values):
        line = ("v1", values["orderId"], values["productId"])
        known = self.merchant.by_order_line.get(line)
        return self.created(known or self.merchant.record(line, values["businessId"]))

    def refreshInstance(self, values):
        self.merchant.in_use(values["instanceId"]).expires = values["expireTime"]
        return {}

    def expireInstance(self, values):
        self.merchant.in_use(values["instanceId"]).status = "FREEZE"
        return {}

    def releaseInstance(self, values):
        self.merchant.find(values["instanceId"]).released = True
        return {}

    def upgrade(self, values):
        self.merchant.in_use(values["instanceId"])
        return {}

    def instanceStatus(self, values):
        self.merchant.in_use(values["instanceId"]).status = values["instanceStatus"]
        return {}

    def queryInstance(self, values):
        ids = values["instanceId"].split(",")
        if len(ids) > MAX_IDS:
            self.refuse("000002", "too many instances")
        for each in ids:
            self.merchant.in_use(each)
        return {"encryptType": "1", "info": [self.info(each) for each in ids]}
