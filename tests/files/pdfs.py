"""Small PDF files, written by hand: pages of lines in a letter that every reader has."""

from collections.abc import Iterator, Sequence


def pdf_of(*pages: Sequence[str], encrypt: bytes = b"") -> bytes:
    """Return a PDF with these lines on its pages, each line set down by itself."""
    numbers = [4 + 2 * place for place in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
        (2, f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()),
        (3, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    ]
    for number, lines in zip(numbers, pages, strict=True):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        drawn = b"BT /F1 11 Tf 50 800 Td 14 TL\n" + b"".join(_drawn(lines)) + b"ET"
        stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
        objects += [(number, page.encode()), (number + 1, stream)]
    return _file(objects, encrypt)


def _drawn(lines: Sequence[str]) -> Iterator[bytes]:
    for line in lines:
        letters = line.encode("cp1252").replace(b"\\", b"\\\\")
        letters = letters.replace(b"(", b"\\(").replace(b")", b"\\)")
        yield b"(%s) Tj T*\n" % letters


def _file(objects: Sequence[tuple[int, bytes]], encrypt: bytes) -> bytes:
    held, places = b"%PDF-1.4\n", []
    for number, body in objects:
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s>>\n" % (count, encrypt)
    return held + head + trailer + b"startxref\n%d\n%%%%EOF\n" % len(held)
