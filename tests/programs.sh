#!/bin/sh
# Find the programs that the tests need; install with apt-get what is missing, if that is possible.
set -eu

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"
command -v bwrap >/dev/null || missing="$missing bubblewrap"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
echo "The tests need these programs, which are not here: $missing. Install them, then run this again." >&2
exit 1
