"""Writes docs/screens/*.png: every page of the window, light and dark, without a display.

Run it as `python scripts/make_screens.py` with payapp importable; it needs no screen.
"""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1280, 720)
SMALLEST_FILE = 0  # Qt's scale of quality: the least is the best compressed, and PNG loses nothing

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Take every picture in both colour schemes, with settings that nobody else sees."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PAYAPP_HOME"] = home
        from PySide6.QtWidgets import QApplication

        from payapp.gui.style import Scheme, apply_style

        application = QApplication([])
        apply_style(application, Scheme.LIGHT)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            apply_style(application, scheme)
            for name in take(scheme.value):
                print(name)


def few_colours(image: "QImage") -> "QImage":
    """Return a picture with the 256 colours that it has most of, which makes its file small."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage

    from payapp.gui.style import DARK, LIGHT

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    named = [QColor(colour).rgb() for scheme in (LIGHT, DARK) for colour in scheme]
    common = [colour for colour, _ in counted.most_common(256)]
    table = [*dict.fromkeys([*named, *common])][:256]
    closest = Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, closest)


def take(scheme: str) -> list[str]:
    """Take the pictures of one colour scheme and return their names."""
    from PySide6.QtWidgets import QApplication

    from payapp.files.places import resources_folder
    from payapp.gui.outline import Form
    from payapp.gui.window import MainWindow
    from payapp.report.wording import Wording

    taken = []
    window = MainWindow(Wording.load())
    window.show()
    while window.page is None:
        QApplication.processEvents()
    window.resize(*SIZE)
    page = window.page

    def example(name: str) -> None:
        window.open_example(resources_folder() / "examples" / f"england-{name}.json")

    def picture(name: str) -> None:
        QApplication.processEvents()
        QApplication.processEvents()
        path = ROOT / "docs" / "screens" / f"{name}-{scheme}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        image = few_colours(window.grab().toImage())
        image.save(str(path), "PNG", SMALLEST_FILE)
        taken.append(path.name)

    picture("welcome")
    example("part-time-senco-september-2026")
    page.form.go_to_page_at(2)
    picture("answer")
    page.form.go_to_page_at(3)
    rows = range(page.answer.outline.rowCount())
    first = next(row for row in rows if page.answer.outline.row(row).line.form is Form.FINDING)
    page.answer.outline.turn(first)
    picture("reasons")
    example("cannot-be-told")
    page.form.go_to_page_at(1)
    picture("open-questions")
    example("senco-upper-range-sen-allowance-and-tlr")
    page.form.go_to("allowances")
    picture("payments")
    page.form.answered.emit("fte", "7")
    page.end_typing()
    page.form.go_to("fte")
    picture("problem")
    if window.document is not None:
        window.document.history.setClean()
    window.new_case()
    picture("new-case")
    window.close()
    return taken


if __name__ == "__main__":
    main()
