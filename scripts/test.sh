#!/bin/sh
# Runs every check, even after one has failed, and ends with the closing line of pytest.
set -u
cd "$(dirname "$0")/.." || exit
python=.venv/bin/python
kept=$(mktemp -d)
trap 'rm -rf "$kept"' EXIT
failed=''

check() {
    name=$1
    shift
    printf '== %s\n' "$name"
    "$@" || failed="$failed $name;"
}

# pytest writes to a pipe here, so its exit code is kept in a file.
run_pytest() {
    { "$python" -m pytest -n auto --maxprocesses 4 --color=no --cov --cov-report= 2>&1
      echo $? >"$kept/code"; } | tee "$kept/output"
    return "$(cat "$kept/code")"
}

check 'ruff check' "$python" -m ruff check .
check 'ruff format' "$python" -m ruff format --check .
check 'mypy' "$python" -m mypy
QT_QPA_PLATFORM=offscreen
export QT_QPA_PLATFORM
check 'pytest' run_pytest
check 'coverage' "$python" -m coverage report
check 'full coverage of the rules' "$python" -m coverage report --fail-under=100 \
    --include='payapp/domain/*,payapp/nations/*,payapp/check.py'

[ -z "$failed" ] || printf '== Failed:%s\n' "$failed"
tail -n 1 "$kept/output"
[ -z "$failed" ]
