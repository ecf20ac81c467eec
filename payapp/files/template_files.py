"""A sheet to be filled in, as a workbook with drop-downs or as a CSV file."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from payapp.domain.plain_tables import Cell
from payapp.domain.refusals import Refused
from payapp.domain.templates import Template
from payapp.files.whole_files import write_whole
from payapp.files.workbook import CREATOR, HEADING_COLOUR

if TYPE_CHECKING:
    from openpyxl import Workbook

ROWS_WITH_CHOICES: Final = 5_000
_WIDEST: Final = 34


def write_template(path: Path, template: Template) -> None:
    """Write a template by the extension of its file. Raises Refused where that cannot be."""
    match path.suffix.casefold():
        case ".xlsx":
            content = _workbook(template)
        case ".csv":
            content = _text(template)
        case _:
            fix = "name a file that ends in .xlsx or .csv"
            raise Refused(path.name, fix, found="a template is a workbook or a CSV file")
    write_whole(path, content)


def _text(template: Template) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(template.headings)
    writer.writerows(template.rows)
    return text.getvalue().encode("utf-8-sig")


def _workbook(template: Template) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = CREATOR
    sheet: Any = book.active
    sheet.title = template.sheet
    _fill(sheet, [template.headings, *template.rows], [16] * len(template.headings))
    _fill(book.create_sheet(template.notes_sheet), template.notes, [34, 90, 60])
    _add_choices(book, sheet, template)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Any, rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for row in rows:
        sheet.append(list(row))
    for place, (width, _) in enumerate(zip(widths, rows[0], strict=False), start=1):
        cell = sheet.cell(1, place)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=HEADING_COLOUR)
        wide = max(width, min(len(str(cell.value)) + 2, _WIDEST))
        sheet.column_dimensions[get_column_letter(place)].width = wide
    sheet.freeze_panes = "B2"


def _add_choices(book: "Workbook", sheet: Any, template: Template) -> None:
    """Put what may be chosen on a sheet of its own, and a drop-down on each of the columns.

    Columns with the same choices share a list.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    listed: Any = book.create_sheet(template.choices_sheet)
    drop_downs: dict[tuple[str, ...], DataValidation] = {}
    for heading, choices in template.choices.items():
        drop_down = drop_downs.get(choices)
        if drop_down is None:
            place = len(drop_downs) + 1
            for row, value in enumerate((heading, *choices), start=1):
                listed.cell(row, place, value)
            letter = get_column_letter(place)
            cells = f"'{template.choices_sheet}'!${letter}$2:${letter}${len(choices) + 1}"
            drop_down = DataValidation(type="list", formula1=cells, allow_blank=True)
            drop_downs[choices] = drop_down
            sheet.add_data_validation(drop_down)
        letter = get_column_letter(template.headings.index(heading) + 1)
        drop_down.add(f"{letter}2:{letter}{ROWS_WITH_CHOICES}")
