"""The command line, run in the test's own process but for the one that proves `python -m`."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from openpyxl import load_workbook

from payapp import __version__, cli
from tests.command_line import Captured, answer, json_answer, refusal, run

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "resources" / "examples"
REFERENCE_COLUMNS = (
    "nation,area,valid_from,valid_to,item,point,amount,nature,provenance,sources,confidence"
)


def test_a_figure_is_printed_as_one_object_with_its_keys_in_order(capsys: Captured) -> None:
    words = ("figure", "england", "tlr2", "min", "--on", "2026-10-01", "--json")
    held = json_answer(capsys, *words)
    assert list(held) == [
        *("amount", "nature", "provenance", "confidence", "sources", "valid_from", "valid_to")
    ]
    assert held == {
        "amount": 3651,
        "nature": "statutory",
        "provenance": "proposed-derived",
        "confidence": 1,
        "sources": ["D1", "E32"],
        "valid_from": "2026-09-01",
        "valid_to": "2027-08-31",
    }


def test_a_figure_that_no_later_row_ends_is_open(capsys: Captured) -> None:
    words = ("figure", "wales", "main-pay-range", "M2", "--on", "2026-10-01", "--json")
    held = json_answer(capsys, *words)
    assert (held["amount"], held["valid_from"], held["valid_to"]) == (33731, "2025-09-01", None)


@pytest.mark.parametrize(
    ("nation", "item", "point", "on", "warned"),
    [
        ("wales", "main-pay-range", "M2", "2026-08-31", False),
        ("wales", "main-pay-range", "M2", "2026-09-01", True),
        ("wales", "main-pay-range", "M2", "2035-09-01", True),
        ("northern-ireland", "upper-pay-scale", "U3", "2026-11-22", True),
        ("scotland", "main-grade", "5", "2027-07-31", False),
    ],
)
def test_a_day_for_which_no_later_figure_was_seen_is_told_in_words_and_as_json(
    capsys: Captured, nation: str, item: str, point: str, on: str, *, warned: bool
) -> None:
    words = ("figure", nation, item, point, "--on", on)
    held, text = json_answer(capsys, *words, "--json"), answer(capsys, *words)
    assert ("warning" in held, "taken as still in force" in text) == (warned, warned)
    if warned:
        assert "No figure" in held["warning"]
        assert "from after 1 September 2025 was seen" in held["warning"]
        assert held["warning"] == text.splitlines()[1]


def test_an_award_that_was_added_ends_the_warning(capsys: Captured) -> None:
    award = ("schedules", "add", "--award", "3", "--from", "2026-09-01", "--nation", "wales")
    answer(capsys, *award, "--yes")
    words = ("figure", "wales", "main-pay-range", "M2", "--on", "2026-09-01", "--json")
    assert "warning" not in json_answer(capsys, *words)


def test_a_figure_with_pence_is_a_number_with_pence(capsys: Captured) -> None:
    words = ("figure", "northern-ireland", "unqualified-hourly", "value", "--on", "2015-01-01")
    assert json_answer(capsys, *words, "--json")["amount"] == 15.08
    assert "£15.08 an hour: the hourly rate of unqualified teachers" in answer(capsys, *words)


@pytest.mark.parametrize(
    ("on", "amount"), [("2026-08-31", 32916), ("2026-09-01", 34069), ("2028-08-31", 35092)]
)
def test_a_figure_is_that_of_the_day(capsys: Captured, on: str, amount: int) -> None:
    words = ("figure", "england", "main-pay-range", "M1", "--on", on, "--json")
    assert json_answer(capsys, *words, "--area", "rest-of-england")["amount"] == amount


def test_a_figure_in_words_says_what_it_rests_on(capsys: Captured) -> None:
    words = ("figure", "england", "main-pay-range", "M1", "--on", "2027-09-01")
    text = answer(capsys, *words, "--area", "rest-of-england")
    first, nature, provenance, confidence, source = text.splitlines()
    assert first == (
        "£35,092 a year: point M1 of the main pay range, "
        "England (rest of England), "
        "from 1 September 2027 to 31 August 2028."
    )
    assert nature.startswith("Advisory: ")
    assert provenance.startswith("Proposed: the award is accepted and its final document was not")
    assert confidence.startswith("Confidence 2 of 3 that this is the amount announced: ")
    assert source.startswith("E50: ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("england", "main-pay-range", "M1", "--on", "2014-08-31"),
            "M1 of the main pay range in England is held for 31 August 2014; held is 1 September",
        ),
        (
            ("england", "main-pay-range", "M1", "--on", "2026-10-01"),
            "name an area; it is held for rest-of-england, london-fringe, outer-london, inner",
        ),
        (
            ("england", "tlr2", "min", "--on", "2026-10-01", "--area", "mars"),
            "field area: no figure of England is held for the area 'mars'",
        ),
        (
            ("wales", "main-pay-range", "M9", "--on", "2026-10-01"),
            "the points held are M2, M3, M4, M5, M6.",
        ),
        (("wales", "pay", "M9", "--on", "2026-10-01"), "no figure of Wales is held for the item"),
        (("france", "tlr1", "min", "--on", "2026-10-01"), "NATION: 'france' is not a nation"),
        (("wales", "tlr1", "min", "--on", "1/9/2026"), "--on: '1/9/2026' is not a date; give one"),
        (("wales", "tlr1", "min", "--on", "2026-02-30"), "'2026-02-30' is not a date"),
        (("wales", "tlr1", "min"), "required: --on"),
        (
            ("wales", "tlr1", "min", "--on", "2026-10-01", "--colour"),
            "these words are not understood: --colour",
        ),
        (("wales", "tlr1", "min", "--on", "2026-10-01", "--aera", "x"), "--aera"),
    ],
)
def test_a_figure_that_is_not_held_is_refused_with_what_is(
    capsys: Captured, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refusal(capsys, "figure", *words)


def test_an_amount_is_identified(capsys: Captured) -> None:
    text = answer(capsys, "identify", "£41,333")
    head, maximum, m6 = text.splitlines()
    assert head == "£41,333 is:"
    assert maximum == (
        "  £41,333 a year: the maximum of the main pay range, "
        "England (rest of England), "
        "from 1 September 2023 to 31 August 2024 (statutory, printed)"
    )
    assert m6.startswith("  £41,333 a year: point M6 of the main pay range, ")


def test_a_part_time_amount_is_identified_as_a_share(capsys: Captured) -> None:
    held = json_answer(capsys, "identify", "20666.50", "--json")
    assert held["amount"] == 20666.5
    assert held["nearest"] == []
    shares = {(match["item"], match["point"], match["share"]) for match in held["matches"]}
    assert ("main-pay-range", "M6", 0.5) in shares
    m6 = next(match for match in held["matches"] if match["point"] == "M6")
    assert (m6["amount"], m6["nation"], m6["area"]) == (41333, "england", "rest-of-england")
    assert (m6["valid_from"], m6["valid_to"]) == ("2023-09-01", "2024-08-31")


def test_an_amount_that_is_no_figure_is_answered_with_the_nearest(capsys: Captured) -> None:
    text = answer(capsys, "identify", "40001")
    assert text.startswith("£40,001 is no figure that is held")
    assert "£39,979 a year: point M3 of the main pay range, England (the London fringe)" in text
    held = json_answer(capsys, "identify", "40001", "--json")
    assert held["matches"] == []
    assert [near["amount"] for near in held["nearest"]][:2] == [39979, 40023]


@pytest.mark.parametrize("amount", ["x", "", "-5", "1,23", "4133,3", "12.345", "NaN", "٤١٣٣٣"])
def test_an_amount_that_is_none_is_refused(capsys: Captured, amount: str) -> None:
    assert "is not an amount; give pounds such as 41333 or 2191.50" in refusal(
        capsys, "identify", "--", amount
    )


def test_the_schema_describes_every_key(capsys: Captured) -> None:
    schema = json_answer(capsys, "schema")
    assert schema["required"] == ["schema", "nation", "on"]
    groups = [schema, *schema["$defs"].values()]
    keys = {key: held for group in groups for key, held in group["properties"].items()}
    assert {"fte", "from", "allowances", "promoted_duties", "pay_area"} <= keys.keys()
    assert not [key for key, held in keys.items() if not held["description"].isprintable()]
    assert keys["fte"]["description"] == "Full-time equivalent"


def test_the_figures_that_ship_are_proved(capsys: Captured) -> None:
    text = answer(capsys, "schedules", "check")
    assert text.startswith("5,380 figures were walked.\n")
    assert text.endswith("No fault was found.\n")


def test_a_fault_in_the_figures_is_told_by_exit_code_one(capsys: Captured, own_home: Path) -> None:
    own = own_home / "payapp" / "schedules" / "wales"
    own.mkdir(parents=True)
    row = "wales,all,2026-09-01,,tlr2,mid,3600,statutory,printed,NOWHERE,3"
    (own / "2026-09-01.csv").write_text(f"{REFERENCE_COLUMNS}\n{row}\n", encoding="utf-8")
    assert run("schedules", "check") == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "Faults found: 1." in out
    assert "'NOWHERE' does not stand in sources.csv" in out


def test_coverage_names_every_nation_with_years_rules_and_gaps(capsys: Captured) -> None:
    lines = answer(capsys, "schedules", "coverage").splitlines()
    heads = [line for line in lines if line in ("England", "Wales", "Northern Ireland", "Scotland")]
    assert heads == ["England", "Wales", "Northern Ireland", "Scotland"]
    assert "  The main pay range" in lines
    of_2014 = [line for line in lines if "1 September 2014 to 31 August 2015: " in line]
    assert of_2014
    assert all(" printed, " in line and " derived, " in line for line in of_2014)
    assert sum(line.startswith("Rules: ") for line in lines) == 4
    assert any(line.startswith("Known gap: ") for line in lines)


def test_an_award_is_shown_and_written_only_when_asked(capsys: Captured, own_home: Path) -> None:
    award = ("schedules", "add", "--award", "10", "--from", "2026-09-01", "--nation", "wales")
    shown = answer(capsys, *award)
    assert "Nothing was written." in shown
    assert not (own_home / "payapp").exists()
    written = answer(capsys, *award, "--yes")
    assert "Written: " in written
    figure = ("figure", "wales", "main-pay-range", "M2", "--on", "2026-09-01", "--json")
    held = json_answer(capsys, *figure)
    assert (held["amount"], held["provenance"]) == (37105, "derived")


def test_a_file_of_figures_is_added(capsys: Captured, own_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "award.csv"
    row = "wales,all,2026-09-01,,main-pay-range,M2,34900,statutory,printed,OWN,2"
    file.write_text(f"{REFERENCE_COLUMNS}\n{row}\n", encoding="utf-8")
    shown = answer(capsys, "schedules", "add", str(file), "--yes")
    assert "New figures: 1." in shown
    assert (own_home / "payapp" / "schedules" / "wales" / "2026-09-01.csv").is_file()
    again = answer(capsys, "schedules", "add", str(file), "--yes")
    assert "There is nothing to write." in again


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "give a file, or --award, --from and --nation together"),
        (("--award", "3"), "what to add is not clear"),
        (("x.csv", "--award", "3"), "what to add is not clear"),
        (("nowhere.csv",), "nowhere.csv: there is no such file"),
        (("--award", "lots"), "'lots' is not a percentage; give a number such as 3.5"),
        (("--award", "3", "--from", "2030-09-01", "--nation", "mars"), "'mars' is not a nation"),
    ],
)
def test_an_addition_that_is_unclear_is_refused(
    capsys: Captured, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refusal(capsys, "schedules", "add", *words)


@pytest.mark.parametrize("words", [("schedules",), ("schedules", "nix"), ("--nix",), ("check",)])
def test_a_call_that_is_incomplete_or_unknown_is_one_sentence(
    capsys: Captured, words: tuple[str, ...]
) -> None:
    assert "--help." in refusal(capsys, *words)


def test_a_word_that_is_neither_command_nor_file_is_refused(capsys: Captured) -> None:
    assert "the closest command is 'check'" in refusal(capsys, "chek", "case.json")
    assert "neither a command nor a file" in refusal(capsys, "nowhere.json")


def test_only_one_case_is_opened_at_a_time(capsys: Captured, tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.touch()
    assert "'other.json' is one name too many" in refusal(capsys, str(case), "other.json")


@pytest.mark.parametrize("words", [(), ("case.json",)])
def test_without_a_command_the_window_opens(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path | None] = []

    def open_window(path: Path | None) -> int:
        opened.append(path)
        return 0

    window = ModuleType("payapp.gui.app")
    monkeypatch.setattr(window, "open_window", open_window, raising=False)
    monkeypatch.setitem(sys.modules, "payapp.gui.app", window)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.json").touch()
    assert run(*words) == 0
    assert opened == ([Path("case.json")] if words else [None])


def test_help_and_version_are_answers(capsys: Captured) -> None:
    assert answer(capsys, "--version") == f"payapp {__version__}\n"
    text = answer(capsys, "--help")
    assert text.startswith("usage: payapp [CASE]\n")
    assert all(command in text for command in cli.COMMANDS)
    assert "--area AREA" in answer(capsys, "figure", "--help")


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    program = [sys.executable, "-m", "payapp", "schedules", "coverage"]
    with subprocess.Popen(
        program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_program_runs_as_a_module_and_on_a_terminal_without_pound_signs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    program = [sys.executable, "-m", "payapp", "figure", "wales", "tlr1", "min", "--on"]
    done = subprocess.run(
        [*program, "2025-09-01"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "?10,354 a year: the minimum of TLR1, Wales, from 1 September 2025." in done.stdout
    refused = subprocess.run([*program, "1025-09-01"], cwd=ROOT, capture_output=True, check=False)
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert refused.stderr.count(b"\n") == 1


def case_file(folder: Path, **keys: Any) -> str:
    case = {
        "schema": 1,
        "nation": "england",
        "pay_area": "rest-of-england",
        "on": "2025-10-01",
        "post": {"employer": "maintained", "qualified_teacher": "yes", "fte": 1},
        "pay": {"range": "upper-pay-range", "point": "U3", "basis": "full-time-equivalent"},
        **keys,
    }
    path = folder / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return str(path)


def test_a_case_is_checked_under_the_keys_that_scripts_rely_on(
    capsys: Captured, tmp_path: Path
) -> None:
    pay = {"range": "upper-pay-range", "point": "U3", "salary": 45000, "basis": "received"}
    held = json_answer(capsys, "check", case_file(tmp_path, pay=pay), "--json")
    assert list(held)[:3] == ["verdict", "direction", "outcome"]
    assert {"findings", "data_version"} <= held.keys()
    assert (held["verdict"], held["direction"]) == ("not-appropriate", "underpaid")
    assert held["outcome"] == "below"
    base = next(finding for finding in held["findings"] if finding["about"] == "base-pay")
    assert base["outcome"] == "below"
    assert isinstance(base["gap"], int | float)


def test_a_case_is_checked_in_words(capsys: Captured, tmp_path: Path) -> None:
    text = answer(capsys, "check", case_file(tmp_path))
    assert "£" in text
    assert "{" not in text


def test_another_day_asks_for_the_case_as_it_stands_then(capsys: Captured, tmp_path: Path) -> None:
    changes = [{"from": "2026-01-01", "pay": {"salary": 40000}}]
    path = case_file(tmp_path, changes=changes)
    before = json_answer(capsys, "check", path, "--json")
    after = json_answer(capsys, "check", path, "--on", date(2026, 1, 1).isoformat(), "--json")
    assert before["outcome"] != "below"
    assert after["outcome"] == "below"


def test_a_case_that_no_rule_knows_is_refused_by_field(capsys: Captured, tmp_path: Path) -> None:
    path = case_file(tmp_path, nation="wales", pay_area="inner-london")
    assert "case.json, field pay_area: 'inner-london' is not accepted" in refusal(
        capsys, "check", path
    )
    post = {"employer": "academy-on-stpcd"}
    del_area = json.loads(Path(path).read_text(encoding="utf-8")) | {"post": post}
    del del_area["pay_area"]
    Path(path).write_text(json.dumps(del_area), encoding="utf-8")
    assert "case.json, field post.employer" in refusal(capsys, "check", path)


def test_a_missing_case_is_refused(capsys: Captured) -> None:
    assert "nowhere.json: there is no such file" in refusal(capsys, "check", "nowhere.json")


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_is_answered(capsys: Captured, example: Path) -> None:
    assert json_answer(capsys, "check", str(example), "--json")["findings"]


def test_the_answer_is_written_as_a_workbook_too(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "answer.xlsx"
    assert answer(capsys, "check", case_file(tmp_path), "--xlsx", str(out))
    assert out.read_bytes().startswith(b"PK")


def test_the_pages_of_the_workbook_are_headed_by_the_same_sentence_as_the_answer(
    capsys: Captured, tmp_path: Path
) -> None:
    out = tmp_path / "answer.xlsx"
    told = answer(capsys, "check", case_file(tmp_path), "--xlsx", str(out))
    book = load_workbook(out)
    (head,) = {str(sheet.oddHeader and sheet.oddHeader.right.text) for sheet in book.worksheets}
    book.close()
    assert head.startswith("England figures: from September")
    assert head in told


def test_a_check_loads_neither_the_window_nor_a_workbook(tmp_path: Path) -> None:
    code = (
        "import sys; from payapp.cli import main; main(['check', sys.argv[1], '--json']); "
        "assert not {'openpyxl', 'PySide6', 'platformdirs'} & sys.modules.keys()"
    )
    subprocess.run(
        [sys.executable, "-c", code, case_file(tmp_path)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
