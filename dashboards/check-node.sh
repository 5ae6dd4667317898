#!/bin/sh
# Says what is missing before npm says something longer.
set -eu

how="Install Node.js 18.19 or newer with npm, for example Debian's packages nodejs and npm."

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "The dashboards need Node.js and npm, and at least one of them is not on the PATH. $how" >&2
    exit 1
fi
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major > 18 || (major === 18 && minor >= 19) ? 0 : 1)'; then
    echo "The dashboards need a newer Node.js than $(node --version). $how" >&2
    exit 1
fi
