#!/bin/sh
# Signs a newInstance request as KooGallery does, and sends it to a merchant.
#
#   sh curl.sh [URL]      the key is KOO_ACCESS_KEY, else that of the examples
set -eu
url=${1:-http://127.0.0.1:8080/saas}
key=${KOO_ACCESS_KEY:-demo-access-key}

body='{"activity":"newInstance","businessId":"87b94795-0603-4e24-8ae5-69420d60e3c8","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}'
timestamp=$(date +%s)000
nonce=$(openssl rand -hex 16)

hmac() { printf %s "$1" | openssl dgst -sha256 -hmac "$key" | sed 's/.* //'; }
digest=$(hmac "$body")
signature=$(hmac "$key$nonce$timestamp$digest")

printf 'POST %s?signature=%s&timestamp=%s&nonce=%s\n%s\n\n' "$url" "$signature" "$timestamp" "$nonce" "$body"
curl --silent --show-error --include \
  --header 'Content-Type: application/json;charset=utf8' --data-binary "$body" \
  "$url?signature=$signature&timestamp=$timestamp&nonce=$nonce"
echo
