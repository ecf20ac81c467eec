"""Writes docs/screens/*.png: every page of every window, light and dark, without a display.

Run it as `python scripts/make_screens.py` with payapp importable; it needs no screen. The same
program and the same figures make the same pictures. To look at the pages in another size or with
larger type, name another folder: `--into FOLDER --size 853x480 --points 16`.
"""

import argparse
import csv
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from payapp import __version__
from payapp.files.places import resources_folder
from payapp.gui.about import AboutDialog
from payapp.gui.addition_page import AdditionPage
from payapp.gui.case_page import CasePage
from payapp.gui.casework_window import CaseworkWindow
from payapp.gui.description_dialog import DescriptionDialog
from payapp.gui.fault_dialog import FaultDialog
from payapp.gui.figures_page import FiguresPage
from payapp.gui.form_view import PAGE_NAMES
from payapp.gui.help_dialog import HelpDialog
from payapp.gui.identify_page import IdentifyPage
from payapp.gui.offers_page import OffersPage
from payapp.gui.outline import Form
from payapp.gui.paged_window import PagedWindow
from payapp.gui.printers import PreviewNames, preview
from payapp.gui.printing import Pages, page_layout
from payapp.gui.recolouring import Recolouring
from payapp.gui.schedules_window import SchedulesWindow
from payapp.gui.spot_check_window import SpotCheckWindow
from payapp.gui.style import BASE_POINTS, DARK, LIGHT, Scheme, apply_style, arguments
from payapp.gui.time_page import TimePage
from payapp.gui.window import MainWindow
from payapp.report.printed import Printed, printed_report
from payapp.report.rep_sheet import rep_sheet
from payapp.report.wording import Wording

SCREENS: Final = Path(__file__).resolve().parents[1] / "docs" / "screens"
SIZE: Final = (1280, 720)
AS_IT_IS: Final = (0, 0)
PAPER_SIZE: Final = (900, 1180)
# What 200 % leaves of a screen with 1280 x 720 pixels.
NARROW: Final = (640, 360)
SCHEMES: Final = (Scheme.LIGHT, Scheme.DARK)
MOST_COLOURS: Final = 96
SMALLEST_FILE: Final = 0  # Qt's scale of quality: the least is the best compressed; nothing is lost
PATIENCE: Final = 60.0
A_MOMENT: Final = 0.01

# What would be today in a picture of tomorrow.
DAY: Final = date(2026, 10, 1)
FAULT: Final = (
    f"payapp {__version__}, Python 3.11, Qt 6.11\nLinux\nKeyError\n  gui/window.py:210 _open"
)
SHEET: Final = (
    *(
        ("Staff no", "Employer", "Role", "Range", "Spine pt", "Basic", "FTE"),
        ("1041", "maintained", "senco", "upper-pay-range", "U3", "52,835", "1"),
    ),
    ("1042", "maintained", "class-teacher", "main-pay-range", "M6", "46,940", "0.8"),
    ("1043", "maintained", "sen-teacher", "main-pay-range", "M4", "39,000", "1"),
    ("1044", "academy-own-terms", "senco", "upper-pay-range", "U1", "50,100", "1"),
    ("1045", "maintained", "class-teacher", "upper-pay-range", "U2", "51,048", "0,6"),
    ("1046", "maintained", "class-teacher", "main-pay-range", "M1", "34,069", "1"),
)
DESCRIPTION: Final = """\
SENCO
Elm Road Primary School. Permanent, three days a week (0.6).

Duties
- Lead the provision for pupils with SEN across the whole school and report on it to governors.
- Coach class teachers in how to adapt their lessons.
- Decide with colleagues which pupils need an assessment.
- You will not have a class.
"""
HOURS: Final = ("700", "80", "190", "60", "75", "")
TABLE: Final = (
    ("England, rest of England, 1 September 2026", ""),
    ("M1", "£34,069"),
    ("M6", "£46,940"),
    ("SEN allowance minimum", "£2,872"),
    ("SEN allowance maximum", "£5,689"),
    ("TLR1 minimum", "£10,530"),
    ("Leading practitioner maximum", "£83,417"),
)


Held = TypeVar("Held")
Page = TypeVar("Page", bound=QWidget)


def there(held: Held | None) -> Held:
    """Return what has to be there by now. Raises LookupError where it is not."""
    if held is None:
        raise LookupError
    return held


def shown(window: PagedWindow[Any], kind: type[Page]) -> Page:
    """Return the page in front, which is of a kind. Raises TypeError where it is not."""
    page = window.current_page
    if not isinstance(page, kind):
        raise TypeError(kind)
    return page


class View(NamedTuple):
    """A picture by its name, what it is taken of, and a menu that is open over it at a corner.

    Without a size of its own it is as large as the pictures are to be.
    """

    name: str
    shown: QWidget
    size: tuple[int, int] | None = None
    menu: QMenu | None = None
    corner: QPoint = QPoint()


class Studio:
    """The windows of the program in front of the camera, and the wait for what they read."""

    def __init__(self, home: Path, size: tuple[int, int]) -> None:
        self.home = home
        self.size = size
        self.wording = Wording.load()
        self.window = MainWindow(self.wording)
        self.window.show()
        self.wait(lambda: self.window.page is not None)

    @property
    def page(self) -> CasePage:
        """The page of the case that is open."""
        return there(self.window.page)

    @staticmethod
    def wait(is_done: Callable[[], bool]) -> None:
        """Let the windows and their threads work until something is done."""
        until = time.monotonic() + PATIENCE
        while not is_done():
            QApplication.processEvents()
            time.sleep(A_MOMENT)
            if time.monotonic() > until:
                raise TimeoutError

    def read(self, window: PagedWindow[Any]) -> None:
        """Wait until a window has made its page and read what it shows."""
        self.wait(lambda: window.current_page is not None and not window.tasks.is_busy)

    def example(self, name: str, page: str = PAGE_NAMES[0]) -> None:
        """Open an example at a page of the form."""
        self.forget_changes()
        self.window.open_example(resources_folder() / "examples" / f"{name}.json")
        self.wait(self.page.isVisible)
        self.page.form.go_to_page_at(PAGE_NAMES.index(page))

    def forget_changes(self) -> None:
        """Have nothing asked about changes."""
        if self.window.document is not None:
            self.window.document.history.setClean()

    def turns(self, window: PagedWindow[Any]) -> Iterator[str]:
        """Turn to each page of a window that stands beside the main one, and yield its name."""
        for place, name in enumerate(window.names):
            window.turn_to(place)
            self.read(window)
            yield name

    def papers(self) -> Iterator[tuple[str, Printed]]:
        """Yield the papers of the case that is open, as printed on a fixed day."""
        answers, answered = self.page.answers, self.page.answered
        assessment = there(there(answered).told).assessment
        held = assessment, answers.library, answers.wording
        yield "report", printed_report(*held, DAY, answers.audience)
        yield "sheet", rep_sheet(*held, DAY)

    def file(self, name: str, rows: tuple[tuple[str, ...], ...]) -> Path:
        """Write a file that a person would open."""
        path = self.home / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path


def case_views(studio: Studio) -> Iterator[View]:
    """Show the first page, a new case, and a case with each of its pages and its answer."""
    window = studio.window
    yield View("welcome", window)
    window.new_case()
    studio.wait(studio.page.isVisible)
    studio.page.form.answered.emit("on", DAY.isoformat())
    studio.page.form.go_to_page_at(0)
    yield View("new-case", window)
    for name in PAGE_NAMES:
        studio.example("england-resourced-provision-teacher-with-tlr", name)
        yield View(f"form-{name}", window)
    yield from answer_views(studio)
    for nation, name in (
        ("scotland", "scotland-unpromoted-asn-coordinator"),
        ("wales", "wales-alnco-upper-range-with-tlr"),
        ("northern-ireland", "northern-ireland-special-school-teacher"),
    ):
        studio.example(name, "duties")
        yield View(nation, window)


def answer_views(studio: Studio) -> Iterator[View]:
    """Show answers of several kinds, the reasons opened, and the answer as pictures."""
    window, page = studio.window, studio.page
    studio.example("england-part-time-senco-september-2026", "duties")
    yield View("answer", window)
    studio.example("england-senco-leadership-range", "pay")
    yield View("appropriate", window)
    studio.example("england-part-time-senco-september-2026", "pay")
    rows = range(page.answer.outline.rowCount())
    first = next(row for row in rows if page.answer.outline.row(row).line.form is Form.FINDING)
    page.answer.outline.turn(first)
    yield View("reasons", window)
    page.answer.turns.turn.setChecked(True)
    yield View("charts", window)
    page.answer.turns.turn.setChecked(False)
    studio.example("england-cannot-be-told", "post")
    yield View("open-questions", window)
    there(page.form.rows["fte"].why).click()
    yield View("why-it-is-asked", window)
    studio.example("england-senco-upper-range-sen-allowance-and-tlr", "pay")
    page.form.go_to("allowances")
    yield View("payments", window)
    page.form.answered.emit("fte", "7")
    page.end_typing()
    page.form.go_to("fte")
    yield View("problem", window)
    page.form.answered.emit("fte", "0.5")
    page.end_typing()
    yield from menu_views(studio, "edit", "undo")


def narrow_views(studio: Studio) -> Iterator[View]:
    """Show the form and its answer where they have no room beside each other."""
    studio.example("england-part-time-senco-september-2026", "duties")
    yield View("narrow-form", studio.window, NARROW)
    studio.page.go_to_answer()
    yield View("narrow-answer", studio.window, NARROW)


def menu_views(studio: Studio, name: str, entry: str) -> Iterator[View]:
    """Show the window with a menu drawn over it, the way it opens."""
    bar = studio.window.menuBar()
    title = studio.wording.say(f"window.menus.{name}")
    menu = next(each for each in studio.window.findChildren(QMenu) if each.title() == title)
    menu.setActiveAction(studio.window.menus.actions[entry])
    corner = QPoint(bar.actionGeometry(menu.menuAction()).left(), bar.height())
    yield View(entry, studio.window, menu=menu, corner=corner)


def casework_views(studio: Studio) -> Iterator[View]:
    """Show every page of casework with its results."""
    studio.example("england-special-school-without-allowance")
    studio.window.menus.actions["casework_arrears"].trigger()
    window = there(studio.window.side.casework)
    for name in studio.turns(window):
        if name == "offers":
            yield View("casework-offers-alone", window)
            add_offer(studio, window)
        elif name == "change":
            studio.example("england-part-time-senco-august-2026")
            studio.read(window)
        elif name == "time":
            type_hours(studio, window)
        yield View(f"casework-{name}", window)


def add_offer(studio: Studio, window: CaseworkWindow) -> None:
    """Keep the case as it stands as an offer, and change it into another."""
    page = shown(window, OffersPage)
    page.add_this.click()
    studio.example("england-senco-upper-range-sen-allowance")
    studio.read(window)


def type_hours(studio: Studio, window: CaseworkWindow) -> None:
    """Type what the duties take."""
    page = shown(window, TimePage)
    for field, hours in zip(page.fields.values(), HOURS, strict=True):
        field.setText(hours)
    page.refresh()
    studio.read(window)


def schedules_views(studio: Studio) -> Iterator[View]:
    """Show every page of the schedules with its results."""
    studio.example("england-part-time-senco-september-2026")
    studio.window.menus.actions["schedules"].trigger()
    window = there(studio.window.side.schedules)
    studio.read(window)
    for name in studio.turns(window):
        fill_schedules(studio, window)
        yield View(f"schedules-{name}", window)


def fill_schedules(studio: Studio, window: SchedulesWindow) -> None:
    """Choose what makes a page of the schedules show something."""
    page = window.current_page
    if isinstance(page, FiguresPage):
        page.panel.view.selectRow(0)
    elif isinstance(page, IdentifyPage):
        page.amount.setText("51,048")
        page.identify()
    elif isinstance(page, AdditionPage):
        plan_award(window)
    studio.read(window)


def plan_award(window: SchedulesWindow) -> None:
    """Have provisional figures worked out, without writing them."""
    page = shown(window, AdditionPage)
    page.nation.show_answer("wales")
    page.percent.setText("3")
    page.start.setText("1 September 2027")
    page.start.textEdited.emit(page.start.text())
    page.work_out.click()


def spot_check_views(studio: Studio) -> Iterator[View]:
    """Show spot checks from the empty page to the people, and each further page."""
    studio.window.menus.actions["spot_check"].trigger()
    window = there(studio.window.side.spot_check)
    for name in studio.turns(window):
        if name == "sheet":
            yield View("spot-check-start", window)
            yield from sheet_views(studio, window)
        elif name == "table":
            mark_table(studio, window)
        yield View(f"spot-check-{name}", window)


def sheet_views(studio: Studio, window: SpotCheckWindow) -> Iterator[View]:
    """Show the columns of a sheet, and check its people."""
    page = window.sheet_page
    window.open_sheet(studio.file("staff.csv", SHEET))
    studio.read(window)
    page.nation.show_answer("england")
    page.on.setText("1 October 2026")
    page.area.show_answer("rest-of-england")
    yield View("spot-check-columns", window)
    page.check.click()
    studio.read(window)


def mark_table(studio: Studio, window: SpotCheckWindow) -> None:
    """Have a published table marked."""
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in TABLE))
    window.table_page.paste.click()
    studio.read(window)


def description_views(studio: Studio) -> Iterator[View]:
    """Show what a job description says, with one fact ticked."""
    studio.example("england-cannot-be-told")
    path = studio.home / "SENCO, Elm Road.txt"
    path.write_text(DESCRIPTION, encoding="utf-8")
    there(studio.window.descriptions).read(path)
    found = studio.window.findChildren
    studio.wait(lambda: any(each.isVisible() for each in found(DescriptionDialog)))
    dialog = found(DescriptionDialog)[-1]
    tick = there(dialog.cards[0].tick)
    tick.setFocus()
    tick.click()
    yield View("description", dialog, AS_IT_IS)
    dialog.close()


def dialog_views(studio: Studio) -> Iterator[View]:
    """Show the dialogs, and the papers as they will be printed."""
    window = studio.window
    fault = FaultDialog(FAULT, studio.wording, window)
    about = AboutDialog(studio.wording, window.data_version.held, window)
    usage = HelpDialog(studio.wording, window.menus.actions, window)
    for name, dialog in (("about", about), ("help", usage), ("fault", fault)):
        yield from _dialog_view(name, dialog, AS_IT_IS)
    studio.example("england-part-time-senco-september-2026")
    for name, paper in studio.papers():
        names, pages = PreviewNames(paper.subject, "", ""), Pages(paper, page_layout())
        yield from _dialog_view(f"paper-{name}", preview(pages, names, window), PAPER_SIZE)


def _dialog_view(name: str, dialog: QDialog, size: tuple[int, int]) -> Iterator[View]:
    dialog.show()
    yield View(name, dialog, size)
    dialog.close()


PARTS: Final = (
    case_views,
    narrow_views,
    casework_views,
    schedules_views,
    spot_check_views,
    dialog_views,
    description_views,
)


def take(studio: Studio, scheme: Scheme, folder: Path) -> Iterator[Path]:
    """Take every picture in one colour scheme, and yield where it is."""
    for part in PARTS:
        for view in part(studio):
            path = folder / f"{view.name}-{scheme.value}.png"
            few_colours(picture_of(view, studio.size)).save(str(path), quality=SMALLEST_FILE)
            yield path
    studio.forget_changes()
    studio.window.close()


def picture_of(view: View, size: tuple[int, int]) -> QImage:
    """Return a picture of what is shown, once it is laid out in its size."""
    size = view.size or size
    if size != AS_IT_IS:
        view.shown.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    whole = view.shown.grab()
    if view.menu is not None:
        painter = QPainter(whole)
        painter.drawPixmap(view.corner, view.menu.grab())
        painter.end()
    return whole.toImage()


def few_colours(image: QImage) -> QImage:
    """Return a picture with the colours that it has most of, which makes its file small."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    named = [QColor(colour).rgb() for scheme in (LIGHT, DARK) for colour in scheme]
    common = [colour for colour, _ in counted.most_common(MOST_COLOURS)]
    shown = [colour for colour in named if colour in counted]
    table = [*dict.fromkeys([*shown, *common])][:MOST_COLOURS]
    closest = Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, closest)


def wanted() -> argparse.Namespace:
    """Return where the pictures go and how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=SCREENS)
    parser.add_argument("--size", default="x".join(map(str, SIZE)))
    parser.add_argument("--points", type=float, default=BASE_POINTS)
    return parser.parse_args()


def main() -> None:
    """Take every picture in both colour schemes, with settings that nobody else sees."""
    asked = wanted()
    width, height = map(int, asked.size.split("x"))
    asked.into.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    taken: set[Path] = set()
    with tempfile.TemporaryDirectory() as home:
        os.environ["PAYAPP_HOME"] = home
        application = QApplication(arguments([]))
        application.setCursorFlashTime(0)
        for scheme in SCHEMES:
            apply_style(application, scheme)
            Studio.wait(lambda: application.findChild(Recolouring) is None)
            font = application.font()
            font.setPointSizeF(asked.points)
            application.setFont(font)
            taken.update(take(Studio(Path(home), (width, height)), scheme, asked.into))
    for path in set(SCREENS.glob("*.png")) - taken if asked.into == SCREENS else ():
        path.unlink()
    print(f"{len(taken)} pictures, {sum(path.stat().st_size for path in taken) // 1024} kB")


if __name__ == "__main__":
    main()
