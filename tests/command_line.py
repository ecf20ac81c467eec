"""The command line in the test's own process: what it prints, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from payapp.cli import main

Captured = pytest.CaptureFixture[str]


def run(*words: str | Path) -> int:
    """Return the exit code, whether the parser ends the program or the command returns it."""
    try:
        return main([str(word) for word in words])
    except SystemExit as end:
        return int(end.code or 0)


def answer(capsys: Captured, *words: str | Path) -> str:
    """Return what a command that is answered prints; nothing is said elsewhere."""
    assert run(*words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def json_answer(capsys: Captured, *words: str | Path) -> dict[str, Any]:
    """Return the one object that a command prints."""
    held = json.loads(answer(capsys, *words))
    assert isinstance(held, dict)
    return held


def refusal(capsys: Captured, *words: str | Path) -> str:
    """Return the one sentence of a refusal; nothing else is printed anywhere."""
    assert run(*words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(".\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err
