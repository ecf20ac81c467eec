#!/bin/sh
# Makes .venv from requirements.lock, and sees that the machine has what Qt needs.
# Does nothing, quickly, when .venv was made from this very lock. Called by every target of make.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:/usr/sbin:/sbin" # ldconfig is not on everybody's path

# The shared library that is looked for, and the package of Debian and Ubuntu that brings it.
needed='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libdbus-1.so.3 libdbus-1-3
libglib-2.0.so.0 libglib2.0-0
libX11.so.6 libx11-6'
needed_by_a_window='
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render.so.0 libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0'

say() {
    printf '%s\n' "$*" >&2
}

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    say 'payapp needs Python 3.11 or later. On Debian 12, or Ubuntu 24.04, or later:'
    say '    sudo apt-get install python3 python3-venv'
    exit 1
}

as_administrator() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# install PACKAGES...: installs them where that is allowed, or prints the one line that does.
install() {
    say "This machine lacks: $*"
    if may_install; then
        as_administrator apt-get update -qq >&2 &&
            as_administrator env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends "$@" >&2 && return
    fi
    say 'Install it with this line, then run make again:'
    say "    sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    return 1
}

# missing_from LIST: the packages of the list whose library the machine does not hold.
missing_from() {
    printf '%s\n' "$1" | while read -r library package; do
        [ -z "$library" ] || printf '%s\n' "$held" | grep -qF "$library " || printf '%s ' "$package"
    done
}

has_a_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-}/.fonts" \
        "${HOME:-}/.local/share/fonts"; do
        if [ -d "$folder" ] && find -L "$folder" -name '*.[ot]tf' -print | grep -q .; then
            return
        fi
    done
    return 1
}

missing_for_python() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

see_to_system_packages() {
    held=$(ldconfig -p 2>/dev/null || true)
    if [ -z "$held" ]; then
        return # not a system whose libraries can be listed: Qt itself will say what it lacks
    fi
    first="$(missing_for_python) $(missing_from "$needed")"
    has_a_font || first="$first fonts-dejavu-core"
    later=$(missing_from "$needed_by_a_window")
    # The lists are left unquoted on purpose: each word is a package.
    # shellcheck disable=SC2086
    if [ -n "${first# }" ]; then
        install $first $later
    elif [ -n "$later" ]; then
        install $later || say 'Going on: only a window on X11 needs them.'
    fi
}

make_environment() {
    say 'Making .venv from requirements.lock; this takes a minute or two.'
    rm -rf .venv
    "$python" -m venv .venv
    .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input install \
        --compile --require-hashes --only-binary :all: -r requirements.lock
    .venv/bin/python -m compileall -q payapp || true # a fault in a module is for the tests to tell
}

stamp=$(cksum requirements.lock scripts/setup.sh)
if [ "$stamp" = "$(cat .venv/made-from 2>/dev/null)" ] && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi
unset PYTHONDONTWRITEBYTECODE || true # without bytecode every start compiles everything again
python=$(find_python)
see_to_system_packages
make_environment
printf '%s\n' "$stamp" >.venv/made-from
