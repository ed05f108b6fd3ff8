# Open311 programs that we did not write, from the Python package index, once under target/outside. Sourced after common.sh.

OUTSIDE=$TARGET/outside
OUTSIDE_LIST=$CONFIG/outside/requirements.txt

provide_outside() { with_lock "$OUTSIDE/.lock" install_outside; }

# Every file is named with its hash in the list; an environment that was made from another list is made anew.
install_outside() {
    local made log=$OUTSIDE/install.log
    made=$(cksum <"$OUTSIDE_LIST")
    if [ -x "$OUTSIDE/python/bin/python3" ] && [ "$(cat "$OUTSIDE/made-from" 2>/dev/null)" = "$made" ]; then return 0; fi
    rm -rf "$OUTSIDE/python" "$OUTSIDE/made-from"
    require_python
    say "Installing the Open311 programs of others for the tests …"
    # Those that ship as source are built with the tools in the list, not with ones that pip would choose.
    if ! { "$(python_command)" -m venv "$OUTSIDE/python" &&
        outside_pip "$OUTSIDE/build.txt" &&
        outside_pip "$OUTSIDE_LIST"; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        fail "The Open311 programs that the tests need could not be installed; the whole log is in $log."
    fi
    printf '%s\n' "$made" >"$OUTSIDE/made-from"
}

outside_pip() {
    build_tools >"$OUTSIDE/build.txt"
    "$OUTSIDE/python/bin/python3" -m pip --disable-pip-version-check install --quiet --require-hashes --no-build-isolation -r "$1"
}

# The entries of setuptools, wheel and what wheel needs, with their hashes.
build_tools() {
    awk '/^[^ #]/ { wanted = ($1 ~ /^(setuptools|wheel|packaging)==/) } wanted' "$OUTSIDE_LIST"
}

# One that can make an environment with pip in it. As root it is installed; else one line says what is missing.
require_python() {
    if [ -n "$(python_command)" ]; then return 0; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing Python for the Open311 programs of others …"
        apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv >/dev/null || true
    fi
    [ -n "$(python_command)" ] || fail "The Open311 tests need Python 3.10 or newer with venv: apt-get install python3 python3-venv"
}

python_command() {
    local python
    for python in python3 /usr/bin/python3; do
        if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; then
            printf '%s' "$python"
            return 0
        fi
    done
}
