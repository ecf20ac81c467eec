import time
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from payapp.domain.refusals import Refused
from payapp.domain.sheet_rows import NoValue, Row
from payapp.files.row_files import MOST_EMPTY_ROWS, open_named, open_rows
from payapp.files.sheet_xml import place_of
from tests.files.workbooks import (
    MAIN,
    cell,
    inline,
    row,
    with_part,
    with_sheet,
    with_texts,
    workbook,
)


def read(path: Path) -> list[Row]:
    with open_rows(path) as file:
        return list(file)


def refusal(path: Path) -> str:
    start = time.perf_counter()
    with pytest.raises(Refused) as caught:
        read(path)
    assert time.perf_counter() - start < 5
    return str(caught.value)


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def test_a_workbook_is_read_row_by_row(tmp_path: Path) -> None:
    day = datetime(2026, 9, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
    rows = [("Ref", "On", "Pay", "Met"), ("00123", day, 41333.5, True), ("Siân", None, 7, False)]
    found = read(workbook(tmp_path / "in.xlsx", rows))
    assert [(each.number, each.cells) for each in found] == [
        (1, rows[0]),
        (2, rows[1]),
        (3, rows[2]),
    ]


def test_only_rows_that_hold_anything_are_read(tmp_path: Path) -> None:
    found = read(workbook(tmp_path / "in.xlsx", [("a",), (), (None, None), ("b",)]))
    assert [each.number for each in found] == [1, 4]


def test_the_first_sheet_is_read_unless_another_is_named(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["first"])
    book.create_sheet("Second").append(["second"])
    path = tmp_path / "in.xlsx"
    book.save(path)
    assert read(path)[0].cells == ("first",)
    with open_named(path, "Second") as file:
        assert file is not None
        assert [each.cells for each in file] == [("second",)]
    with open_named(path, "Third") as file:
        assert file is None


def test_a_workbook_with_charts_only_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("Chart")
    book.remove(book.worksheets[0])
    book.save(tmp_path / "in.xlsx")
    assert "no sheet of cells" in refusal(tmp_path / "in.xlsx")


def test_the_rows_of_a_sheet_are_counted_for_progress(tmp_path: Path) -> None:
    with open_rows(workbook(tmp_path / "in.xlsx", [("a", "b")] * 5)) as file:
        assert file.total == 5


def test_columns_that_are_skipped_are_not_taken_up(tmp_path: Path) -> None:
    rows = [("Ref", "Name"), ("P1", "Jones"), ("P2", "Smith")]
    for name in ("in.xlsx", "in.csv"):
        path = tmp_path / name
        if name == "in.csv":
            text(path, "\n".join(",".join(line) for line in rows))
        else:
            workbook(path, rows)
        with open_rows(path) as file:
            people = iter(file)
            assert next(people).cells == ("Ref", "Name")
            file.skipped.add(1)
            assert "Jones" not in next(people).cells
            assert "Smith" not in next(people).cells


def test_a_formula_is_read_as_the_result_that_was_saved(tmp_path: Path) -> None:
    saved = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v></v></c>'
    lost = '<c r="C1"><f>1+1</f></c><c r="D1"><f>1+1</f><v></v></c>'
    found = read(with_sheet(tmp_path / "in.xlsx", row(1, saved, lost)))
    assert found[0].cells == (2, None, NoValue.FORMULA, NoValue.FORMULA)


def test_texts_that_stand_apart_are_looked_up(tmp_path: Path) -> None:
    found = read(with_texts(tmp_path / "in.xlsx", "Ref", "R&amp;R"))
    assert found[0].cells == ("Ref", "R&R")


def test_error_values_and_other_kinds_are_read_as_they_stand(tmp_path: Path) -> None:
    cells = (
        cell("A1", "#N/A", t="e"),
        cell("B1", "1", t="b"),
        cell("C1", "2026-09-01T00:00:00", t="d"),
        cell("D1", "1.5E3"),
        '<c r="E1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>',
        "<c/>",
    )
    found = read(with_sheet(tmp_path / "in.xlsx", row(1, *cells)))
    assert found[0].cells == ("#N/A", True, "2026-09-01T00:00:00", 1500.0, "ab")


def test_cells_and_rows_may_come_without_coordinates(tmp_path: Path) -> None:
    body = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    found = read(with_sheet(tmp_path / "in.xlsx", body))
    assert [(each.number, each.cells) for each in found] == [(1, (1, 2)), (2, (3,))]


def test_cells_out_of_order_are_put_in_their_places(tmp_path: Path) -> None:
    found = read(with_sheet(tmp_path / "in.xlsx", row(1, cell("C1", "3"), cell("A1", "1"))))
    assert found[0].cells == (1, None, 3)


def test_a_serial_number_that_is_no_date_is_an_error_value(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", [[datetime(2026, 9, 1)]])  # noqa: DTZ001 - as above
    with open_rows(path) as file:
        style = next(iter(file)).cells
    assert style == (datetime(2026, 9, 1),)  # noqa: DTZ001 - as above
    body = row(1, cell("A1", "999999999999", s="1"))
    content = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    assert read(with_part(path, "xl/worksheets/sheet1.xml", content.encode()))[0].cells == (
        "#VALUE!",
    )


def test_a_cell_in_the_last_corner_costs_neither_time_nor_memory(tmp_path: Path) -> None:
    body = row(1, inline("A1", "Ref")) + row(1_048_576, cell("XFD1048576", "1"))
    start = time.perf_counter()
    found = read(with_sheet(tmp_path / "in.xlsx", body))
    assert time.perf_counter() - start < 1
    assert [each.cells for each in found] == [("Ref",)]


def test_reading_stops_where_too_many_empty_rows_come(tmp_path: Path) -> None:
    empty = "".join(row(number, s="1") for number in range(2, MOST_EMPTY_ROWS + 100))
    body = row(1, inline("A1", "Ref")) + empty + row(90_000, inline("A90000", "late"))
    with open_rows(with_sheet(tmp_path / "in.xlsx", body)) as file:
        assert [each.number for each in file] == [1]
        assert file.stopped_at == MOST_EMPTY_ROWS + 2


def test_a_gap_without_rows_is_no_reason_to_stop(tmp_path: Path) -> None:
    body = row(1, inline("A1", "Ref")) + row(500_000, inline("A500000", "late"))
    with open_rows(with_sheet(tmp_path / "in.xlsx", body)) as file:
        assert [each.number for each in file] == [1, 500_000]
        assert file.stopped_at is None


def test_a_cell_of_forty_thousand_characters_is_read(tmp_path: Path) -> None:
    found = read(with_sheet(tmp_path / "in.xlsx", row(1, inline("A1", "x" * 40_000))))
    assert found[0].cells == ("x" * 40_000,)


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
    ],
)
def test_a_sheet_that_defines_entities_is_refused(tmp_path: Path, prologue: str) -> None:
    path = with_sheet(tmp_path / "in.xlsx", row(1, inline("A1", "&amp;")), before=prologue)
    assert "DOCTYPE" in refusal(path)


def test_entities_behind_a_long_comment_are_refused_too(tmp_path: Path) -> None:
    hidden = f"<!--{'x' * 5000}--><!DOCTYPE x [<!ENTITY a 'b'>]>"
    path = with_sheet(tmp_path / "in.xlsx", row(1, inline("A1", "&a;")), before=hidden)
    assert "cannot be read as a workbook" in refusal(path)


@pytest.mark.parametrize(
    "body", ["<row", row(1, cell("A1", "99", t="s")), row(1, cell("A1", "many"))]
)
def test_a_damaged_sheet_is_refused_in_a_sentence(tmp_path: Path, body: str) -> None:
    assert "cannot be read as a workbook" in refusal(with_sheet(tmp_path / "in.xlsx", body))


def test_a_sheet_that_breaks_off_late_is_refused_when_that_is_reached(tmp_path: Path) -> None:
    good = "".join(row(number, inline(f"A{number}", "x" * 100)) for number in range(1, 3000))
    with open_rows(with_sheet(tmp_path / "in.xlsx", good + "<row")) as file:
        people = iter(file)
        assert next(people).number == 1
        with pytest.raises(Refused, match="cannot be read as a workbook"):
            list(people)


def test_a_workbook_whose_parts_do_not_fit_is_refused(tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path / "in.xlsx", [["a"]]), "xl/workbook.xml", b"<workbook")
    assert "cannot be read as a workbook" in refusal(path)


def test_macros_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsm"
    workbook(tmp_path / "in.xlsx", [["Ref"]]).rename(path)
    assert read(with_part(path, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro"))[0].cells == ("Ref",)


def test_links_to_other_workbooks_are_not_followed(tmp_path: Path) -> None:
    link = '<c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c>'
    path = with_sheet(tmp_path / "in.xlsx", row(1, link))
    with_part(path, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert read(path)[0].cells == (5,)


@pytest.mark.parametrize(
    "content", ["a,b\n1,2\n", "a;b\n1;2\n", "a\tb\r\n1\t2\r\n", "\ufeffa|b\n1|2"]
)
def test_a_text_file_tells_by_its_first_lines_what_separates_values(
    tmp_path: Path, content: str
) -> None:
    found = read(text(tmp_path / "in.csv", content))
    assert [(each.number, each.cells) for each in found] == [(1, ("a", "b")), (2, ("1", "2"))]


def test_commas_inside_amounts_do_not_separate_values(tmp_path: Path) -> None:
    found = read(text(tmp_path / "in.txt", "Pay 2026\nM2 £33,731\nM3 £36,374\n"))
    assert [each.cells for each in found] == [("Pay 2026",), ("M2 £33,731",), ("M3 £36,374",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_in_the_encodings_of_spreadsheets(
    tmp_path: Path, encoding: str
) -> None:
    found = read(text(tmp_path / "in.csv", "Ref,Pay\nSiân,£100\n", encoding))
    assert found[1].cells == ("Siân", "£100")


def test_a_text_file_tells_how_many_rows_it_has(tmp_path: Path) -> None:
    with open_rows(text(tmp_path / "in.csv", "a\n" * 7)) as file:
        assert file.total == 7


def test_text_that_was_marked_against_formulas_is_read_as_it_was(tmp_path: Path) -> None:
    found = read(text(tmp_path / "in.csv", "'=1+1,'tis,=2\n"))
    assert found[0].cells == ("=1+1", "'tis", "=2")


def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_row(tmp_path: Path) -> None:
    sentence = refusal(text(tmp_path / "in.csv", 'a\n"' + "x" * 200_000))
    assert "row 2" in sentence
    assert "quotation mark" in sentence


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("in.csv", b"PK\x03\x04rest", "workbook and no text"),
        ("in.csv", b"\xd0\xcf\x11\xe0rest", "workbook and no text"),
        ("in.csv", b"a,b\n\x00\x01", "no text file"),
        ("in.xlsx", b"a,b\n1,2\n", "not a workbook"),
        ("in.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "password"),
        ("in.xlsx", b"", "the file is empty"),
        ("in.xlsx", b"PK\x03\x04broken", "damaged"),
        ("in.ods", b"PK\x03\x04", "this kind of file is not read"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    sentence = refusal(tmp_path / name)
    assert words in sentence
    assert name in sentence


@pytest.mark.parametrize("name", ["gone.csv", "gone.xlsx"])
def test_a_file_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    assert "there is no such file" in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["folder.csv", "folder.xlsx"])
def test_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert "not a file" in refusal(tmp_path / name)


@pytest.mark.parametrize(
    ("coordinate", "place"), [("A1", 0), ("Z9", 25), ("AA1", 26), ("xfd1048576", 16_383), ("B", 1)]
)
def test_a_coordinate_tells_the_place_of_its_column(coordinate: str, place: int) -> None:
    assert place_of(coordinate) == place
