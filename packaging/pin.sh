#!/usr/bin/env bash
# Renews the pinned requirement files from pyproject.toml: exact versions with hashes for Windows, macOS and Linux,
# and no addresses. `packaging/pin.sh` keeps the versions that still fit; `packaging/pin.sh --upgrade` takes newer ones.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v .uv/bin/uv || command -v uv)

pin() { # file, then what to resolve
    out=requirements/$1
    shift
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command packaging/pin.sh --output-file "$out" "$@" > /dev/null
}

# The gates first: the program alone then takes the same versions out of them.
pin dev.txt pyproject.toml --group dev "$@"
pin run.txt pyproject.toml --constraints requirements/dev.txt "$@"
pin check.txt --group check "$@"
echo uv | pin uv.txt - "$@"

if grep --line-number --extended-regexp '://|^--(extra-)?index|^--find-links' requirements/*.txt; then
    echo 'An address slipped into the requirement files (above).' >&2
    exit 1
fi
