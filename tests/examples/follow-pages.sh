#!/usr/bin/env bash
# What a scheduled job does when documentation changes: fetch, check, patch, generate, and show what changed.
#
#   follow-pages.sh [--family saas-v2 …]     further arguments go to `koo docs fetch`
#
# KOO is the command, SPEC the catalogue folder, PAGES the folder of the pages, OUT the folder of the generated crate.
# Exits with 0 when nothing changed or everything could be followed, with 1 when something is left to people.
set -euo pipefail

koo=${KOO:-koo}
spec=${SPEC:-spec/catalog}
pages=${PAGES:-pages}
out=${OUT:-generated}

$koo docs fetch --spec "$spec" --out "$pages" "$@" || fetched=$?
# Some pages could not be fetched: those that are at hand are compared all the same.
if [ "${fetched:-0}" -gt 1 ]; then
  exit "$fetched"
fi

if $koo docs check --spec "$spec" "$pages"; then
  echo "pages and spec agree"
  exit "${fetched:-0}"
fi

# The diff is for reviewers; the second run writes it.
$koo --quiet docs patch --spec "$spec" "$pages" >"$pages/spec.diff" || left=$?
if [ "${left:-0}" -gt 1 ]; then
  exit "$left"
fi
$koo docs patch --spec "$spec" "$pages" --apply || true
cat "$pages/spec.diff"

$koo check "$spec"
$koo generate --spec "$spec" --out "$out"
exit "${left:-${fetched:-0}}"
