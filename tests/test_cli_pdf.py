"""`check --pdf`: a report beside the answer, or one sentence why there is none."""

import json
import sys
from pathlib import Path

import pytest

from payapp import cli

EXAMPLE = (
    Path(__file__).resolve().parents[1]
    / "resources"
    / "examples"
    / "wales-alnco-upper-range-with-tlr.json"
)
Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_answer_is_written_as_a_pdf_too(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "answer.pdf"
    assert cli.main(["check", str(EXAMPLE), "--pdf", str(out)]) == 0
    told = capsys.readouterr()
    assert "ALNCo" in told.out
    assert told.err == ""
    assert out.read_bytes().startswith(b"%PDF-1.")


def test_with_json_nothing_but_the_object_is_printed(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "answer.pdf"
    assert cli.main(["check", str(EXAMPLE), "--json", "--pdf", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "not-appropriate"
    assert out.exists()


def test_a_workbook_and_a_pdf_are_written_at_once(capsys: Captured, tmp_path: Path) -> None:
    pdf, book = tmp_path / "answer.pdf", tmp_path / "answer.xlsx"
    words = ["check", str(EXAMPLE), "--pdf", str(pdf), "--xlsx", str(book)]
    assert cli.main(words) == 0
    assert capsys.readouterr().err == ""
    assert {path.name for path in tmp_path.iterdir()} == {"answer.pdf", "answer.xlsx"}


def test_a_place_that_cannot_be_written_is_refused(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "none" / "answer.pdf"
    assert cli.main(["check", str(EXAMPLE), "--pdf", str(out)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "answer.pdf: the file cannot be written; "
        "name a folder that exists and that you may write to.\n"
    )


def test_a_computer_without_what_qt_needs_is_told_so(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "payapp.gui.printing", None)
    assert cli.main(["check", str(EXAMPLE), "--pdf", str(tmp_path / "answer.pdf")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("answer.pdf: the libraries that draw it are missing")
    assert told.err.count("\n") == 1
