#!/usr/bin/env bash
# Sets up one environment from the pinned requirement files: uv in .uv, packages by hash, bytecode compiled.
#   packaging/set-up.sh work    .venv: the program, its tests and its gates
#   packaging/set-up.sh check   .venv-check: the one heavy checker of open data packages; from the system qpdf, and on Linux
#                               a virtual screen for the journeys by hand
# Needs python3.11 or later with pip, and nothing else. Only the system's own libraries need root, and only if missing.
set -eu
cd "$(dirname "$0")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore UV_NO_PROGRESS=1 UV_PYTHON_DOWNLOADS=never
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH || true

say() { printf 'set-up: %s\n' "$*"; }
stop() {
    printf 'set-up: %s\n' "$*" >&2
    exit 1
}

find_python() {
    for name in python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            command -v "$name"
            return
        fi
    done
    stop 'Python 3.11 or later is not on this machine. Install python3 and python3-pip, then run this again.'
}

# Into a folder of its own: nothing of the system's Python is touched, so an "externally managed" one has no objection.
fetch_uv() {
    if [ -x .uv/bin/uv ] && [ .uv/bin/uv -nt requirements/uv.txt ]; then return; fi
    say 'fetching uv'
    rm -rf .uv
    "$python" -m pip install --quiet --no-deps --require-hashes --target .uv --requirement requirements/uv.txt
    touch .uv/bin/uv
}

fill() { # environment, requirement file
    [ -x "$1/bin/python" ] || .uv/bin/uv venv --quiet --clear --python "$python" "$1"
    .uv/bin/uv pip sync --quiet --python "$1" --require-hashes --compile-bytecode "$2"
}

# Debian packages, and only those asked for: one clear line where we may not install them.
install_system_packages() {
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
        stop "this machine lacks: $*. Install them (on Debian, as root: apt-get install $*), then run this again."
    fi
    say "installing $* with apt"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"; } > /dev/null
}

python=$(find_python)
case ${1:-work} in
    work)
        fetch_uv
        say 'filling .venv'
        fill .venv requirements/dev.txt
        .uv/bin/uv pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
        if ! missing=$(.venv/bin/python packaging/sound.py); then
            [ -n "$missing" ] || stop 'the environment is not sound (above). Remove .venv and run this again.'
            # shellcheck disable=SC2086  # a list of packages, one word each
            install_system_packages $missing
            .venv/bin/python packaging/sound.py
        fi
        ;;
    check)
        fetch_uv
        say 'filling .venv-check'
        fill .venv-check requirements/check.txt
        command -v qpdf > /dev/null || install_system_packages qpdf
        if [ "$(uname)" = Linux ] && ! missing=$("$python" packaging/sound.py screen); then
            [ -n "$missing" ] || stop 'what a virtual screen needs could not be looked up (above).'
            # shellcheck disable=SC2086  # a list of packages, one word each
            install_system_packages $missing
        fi
        ;;
    *) stop "no set-up called '$1': work or check" ;;
esac
