"""Calls a server with requests that the vendor's own Python SDK (PyPI: huaweicloudsdkcore) signs."""

import http.client
import json
import sys
from urllib.parse import urlsplit

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer

for line in sys.stdin:
    case = json.loads(line)
    host = urlsplit(case["url"]).netloc
    request = SdkRequest(
        method=case["method"],
        host=host,
        resource_path=case["path"],
        query_params=[tuple(pair) for pair in case["query"]],
        header_params={"Content-Type": "application/json", "Host": host},
        body=case["body"],
    )
    credentials = BasicCredentials(ak=case["access_key_id"], sk=case["secret_access_key"])
    signed = Signer(credentials).sign(request)
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.request(signed.method, signed.uri, body=case["body"] or None, headers=signed.header_params)
    answer = connection.getresponse()
    print(json.dumps({"status": answer.status, "body": json.loads(answer.read())}), flush=True)
