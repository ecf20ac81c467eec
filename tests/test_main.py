import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def started(*words: str) -> "subprocess.CompletedProcess[str]":
    """Return what the program does in a process that says at its end how it kept its garbage."""
    code = (
        "import gc, sys\n"
        "from payapp.__main__ import start\n"
        "code = start()\n"
        "print(gc.get_threshold()[0] > 700, gc.get_freeze_count() > 10_000, file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    words = (sys.executable, "-c", code, *words)
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_exit_code_is_that_of_the_command() -> None:
    assert started("check", "no-such-case.json").returncode == 2
    assert started("schema").returncode == 0


def test_a_command_does_not_look_for_garbage_again_and_again() -> None:
    assert started("schema").stderr == "True True\n"
