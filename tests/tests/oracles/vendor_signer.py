"""Signs requests with the vendor's own Python SDK (PyPI: huaweicloudsdkcore)."""

import json
import sys

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer

for line in sys.stdin:
    case = json.loads(line)
    request = SdkRequest(
        method=case["method"],
        host=case["host"],
        resource_path=case["path"],
        query_params=[tuple(pair) for pair in case["query"]],
        header_params=dict(map(tuple, case["headers"])),
        body=case["body"],
    )
    credentials = BasicCredentials(ak=case["access_key_id"], sk=case["secret_access_key"])
    print(Signer(credentials).sign(request).header_params["Authorization"], flush=True)
