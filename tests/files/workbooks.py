"""Builders of workbooks, whole and hostile, for tests of reading."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(path: Path, rows: Sequence[Sequence[object]], title: str = "People") -> Path:
    """Write rows as the first sheet of a workbook; text stays text."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows():
        for each in cells:
            if each.data_type == "f":
                each.data_type = "s"  # as somebody types it who wants to see the sign
    book.save(path)
    return path


def with_part(path: Path, part: str, content: bytes) -> Path:
    """Put a part into a workbook in place of its own, or beside the others."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return path


def with_sheet(path: Path, body: str, before: str = "") -> Path:
    """Write a workbook whose first sheet holds this XML of rows."""
    workbook(path, [["x"]])
    text = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    return with_part(path, "xl/worksheets/sheet1.xml", text.encode())


def cell(coordinate: str, value: str, **attributes: str) -> str:
    """Return the XML of a cell that holds a number, or what its attributes say."""
    told = "".join(f' {name}="{text}"' for name, text in attributes.items())
    return f'<c r="{coordinate}"{told}><v>{value}</v></c>'


def inline(coordinate: str, text: str) -> str:
    """Return the XML of a cell that holds text."""
    return f'<c r="{coordinate}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *cells: str, **attributes: str) -> str:
    """Return the XML of a row."""
    told: Mapping[str, str] = {"r": str(number), **attributes}
    names = "".join(f' {name}="{value}"' for name, value in told.items())
    return f"<row{names}>{''.join(cells)}</row>"


def with_texts(path: Path, *texts: str) -> Path:
    """Write a workbook as Excel does, whose first row refers to texts that stand apart."""
    cells = (cell(f"{chr(ord('A') + at)}1", str(at), t="s") for at in range(len(texts)))
    with_sheet(path, row(1, *cells))
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml").decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    with_part(path, "[Content_Types].xml", types.replace("</Types>", part).encode())
    held = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return with_part(path, "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{held}</sst>'.encode())
