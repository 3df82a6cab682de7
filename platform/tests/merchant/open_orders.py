"""Reads orders at the open API of the platform, signed with SDK-HMAC-SHA256, with the standard library alone."""

import hashlib
import hmac
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request

PATH = "/api/mkp-openapi-public/global/v1/order/query"


class OpenOrders:
    def __init__(self, address):
        self.address = address.rstrip("/")
        self.key_id = os.environ["MERCHANT_AK"]
        self.secret = os.environ["MERCHANT_SK"].encode()

    def read(self, order, line):
        """The order if the platform knows it, with just this line; else None."""
        query = urllib.parse.urlencode(sorted({"orderId": order, "orderLineId": line}.items()), quote_via=urllib.parse.quote)
        host = urllib.parse.urlsplit(self.address).netloc
        moment = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        canonical = "\n".join(
            [
                "GET",
                PATH + "/",
                query,
                f"host:{host}",
                f"x-sdk-date:{moment}",
                "",
                "host;x-sdk-date",
                hashlib.sha256(b"").hexdigest(),
            ]
        )
        text = "\n".join(["SDK-HMAC-SHA256", moment, hashlib.sha256(canonical.encode()).hexdigest()])
        signature = hmac.new(self.secret, text.encode(), hashlib.sha256).hexdigest()
        authorization = f"SDK-HMAC-SHA256 Access={self.key_id}, SignedHeaders=host;x-sdk-date, Signature={signature}"
        request = urllib.request.Request(
            f"{self.address}{PATH}?{query}",
            headers={"X-Sdk-Date": moment, "Authorization": authorization, "Content-Type": "application/json;charset=UTF-8"},
        )
        try:
            with urllib.request.urlopen(request, timeout=4) as answer:
                return json.load(answer).get("orderInfo")
        except (urllib.error.URLError, ValueError):
            return None

    def is_sound(self, order, line):
        """Whether the platform tells of this very order, what it costs and what was bought."""
        told = self.read(order, line)
        if not told or told.get("orderId") != order:
            return False
        lines = told.get("orderLine") or []
        products = [product.get("productId") for each in lines for product in each.get("productInfo") or []]
        return [each.get("orderLineId") for each in lines] == [line] and all(products) and bool(lines[0].get("currency"))
