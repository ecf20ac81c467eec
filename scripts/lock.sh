#!/bin/sh
# Writes requirements.lock anew from pyproject.toml: exact versions and hashes, no addresses.
set -eu
cd "$(dirname "$0")/.."
tools=build/lock
.venv/bin/python -m venv --clear "$tools"
"$tools/bin/python" -m pip --quiet --disable-pip-version-check install 'pip-tools>=7.5,<8'
# Settings of this machine must not find their way into the file.
env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL "$tools/bin/pip-compile" --quiet --upgrade \
    --extra dev --allow-unsafe --generate-hashes --strip-extras --no-header --no-annotate \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    --output-file "$tools/requirements.txt" pyproject.toml
{
    echo "# Made by 'make lock' from pyproject.toml: what runs payapp and what tests it, with hashes."
    grep -v -e '^#' -e '^$' "$tools/requirements.txt"
} >"$tools/requirements.lock"
mv "$tools/requirements.lock" requirements.lock
