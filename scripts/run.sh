#!/bin/sh
# Opens the window; where there is no display, says so and checks an example case instead.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m payapp
fi
example=resources/examples/england-part-time-senco-september-2026.json
printf 'There is no display, so no window. This is what payapp says of %s:\n\n' "$example"
exec .venv/bin/python -m payapp check "$example"
