from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.files import tables
from payapp.files.tables import read_table, table_from_rows, write_table

COLUMNS = ("item", "amount")


def table(tmp_path: Path, content: str) -> tables.Table:
    path = tmp_path / "figures.csv"
    path.write_bytes(content.encode())
    return read_table(path, "england/figures.csv", COLUMNS)


def test_rows_keep_their_line_in_the_file(tmp_path: Path) -> None:
    read = table(tmp_path, "item,amount\ntlr1,1\n\ntlr2,2\n")
    assert [(line.number, line.values["item"]) for line in read.lines] == [(2, "tlr1"), (4, "tlr2")]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    assert table(tmp_path, "amount,item\n1,tlr1\n").lines[0].values == {
        "item": "tlr1",
        "amount": "1",
    }


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    assert table(tmp_path, "\ufeffitem,amount\r\ntlr1,1\r\n").lines[0].values["amount"] == "1"


def test_a_value_in_quotation_marks_may_hold_a_comma(tmp_path: Path) -> None:
    assert table(tmp_path, 'item,amount\n"a, b",1\n').lines[0].values["item"] == "a, b"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "england/figures.csv: the file is empty; give it a heading and at least one row."),
        (
            "item,amount\n",
            "england/figures.csv: the file has a heading and no rows; add at least one row.",
        ),
        (
            "item,amount,note\na,1,x\n",
            (
                "england/figures.csv, row 1, column note: the column is not known;"
                " the columns are item, amount."
            ),
        ),
        (
            "item\na\n",
            (
                "england/figures.csv, row 1, column amount: the column is missing;"
                " add it to the heading and to every row."
            ),
        ),
        (
            "item,amount,item\na,1,b\n",
            (
                "england/figures.csv, row 1, column item: the column stands twice;"
                " leave one of them out."
            ),
        ),
        (
            "item,amount\na,1\nb,2,3\n",
            (
                "england/figures.csv, row 3: the row has 3 values and the heading has 2;"
                " fill every column and put text with a comma in quotation marks."
            ),
        ),
    ],
)
def test_a_table_that_is_not_as_it_should_be_is_refused(
    tmp_path: Path, content: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        table(tmp_path, content)
    assert str(refusal.value) == sentence


def test_a_field_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        table(tmp_path, f'item,amount\n"{"x" * 200_000}\n')
    assert str(refusal.value) == (
        "england/figures.csv: a value is longer than any schedule holds;"
        " look for a quotation mark that is not closed."
    )


def test_a_table_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^wales/awards.csv: there is no such file"):
        read_table(tmp_path / "none.csv", "wales/awards.csv", COLUMNS)


def test_a_huge_table_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    with pytest.raises(Refused, match="too large"):
        table(tmp_path, "item,amount\ntlr1,1\n")


def test_rows_from_elsewhere_are_checked_in_the_same_way() -> None:
    read = table_from_rows("book.xlsx", COLUMNS, [(1, ["item", " amount "]), (3, ["tlr1", "5"])])
    assert read.lines == ((3, {"item": "tlr1", "amount": "5"}),)


def test_a_table_is_written_with_the_folder_it_lies_in(tmp_path: Path) -> None:
    path = tmp_path / "wales" / "2026-09-01.csv"
    write_table(path, COLUMNS, [("tlr1", "1"), ("a, b", "2")])
    assert path.read_bytes() == b'item,amount\ntlr1,1\n"a, b",2\n'
    assert list(path.parent.iterdir()) == [path]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write_table(path, COLUMNS, [('say "yes"', "1;2")])
    assert read_table(path, "x.csv", COLUMNS).lines[0].values["item"] == 'say "yes"'


def test_a_table_that_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.csv"
    write_table(path, COLUMNS, [("before", "1")])

    def refuse(*_arguments: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Refused):
        write_table(path, COLUMNS, [("after", "2")])
    monkeypatch.undo()
    assert path.read_text() == "item,amount\nbefore,1\n"
    assert list(tmp_path.iterdir()) == [path]
