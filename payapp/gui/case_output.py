"""What is written of the case that is open: its file, its workbook, and its papers.

A case is small and saved at once. What takes longer is written in a thread, from the case as it
stood when that was asked for.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from payapp.domain.refusals import Refused
from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Choosers
from payapp.gui.documents import CaseDocument
from payapp.gui.tasks import Tasks

if TYPE_CHECKING:
    from payapp.gui.case_papers import PaperOf
    from payapp.gui.printing import Pages
    from payapp.report.printed import Printed

A_LOOK: Final = 5
"""How many milliseconds the window has for the keyboard between two pieces of work."""


class CaseOutput(QObject):
    """Saves, exports and prints the case of a page. `done` tells in a sentence what was written.

    `put_right_first` asks for the page to be shown, since an answer on it is not accepted.
    """

    saved = Signal(Path)
    done = Signal(str)
    put_right_first = Signal()

    def __init__(self, page: CasePage, document: CaseDocument, choosers: Choosers) -> None:
        super().__init__(page)
        self._page = page
        self._document = document
        self._choosers = choosers
        self.tasks = Tasks(self)

    def end(self) -> None:
        """Wait until what is being written is written."""
        self.tasks.wait()

    def save(self) -> bool:
        """Save the case where it came from, or ask where; say whether it was saved."""
        if self._document.path is None:
            return self.save_as()
        return self._is_accepted("not_saved") and self._write_case(self._document.path)

    def save_as(self) -> bool:
        """Ask where to save the case; say whether it was saved."""
        if not self._is_accepted("not_saved"):
            return False
        path = self._choosers.case_to_save(self._file_name)
        return path is not None and self._write_case(path)

    @property
    def name(self) -> str:
        """What the case is called by: its file, the example that it began as, or that it is new."""
        example = self._document.example
        return self._say("example", name=example) if example else self._file_name

    @property
    def _file_name(self) -> str:
        """What a file of the case would be called: a reference may hold what no file name may."""
        path = self._document.path
        return path.stem if path else self._say("untitled")

    def _write_case(self, path: Path) -> bool:
        try:
            self._document.save(path)
        except Refused as refused:
            self._choosers.tell(self._say("not_saved"), str(refused))
            return False
        self.saved.emit(path)
        self.done.emit(self._say("saved", name=path.name))
        return True

    def export(self) -> None:
        """Ask where to write the report as a workbook, and write it."""
        if self._is_accepted("not_exported"):
            write = self._page.workbook_writer()
            self._write("not_exported", self._choosers.workbook_to_write, write)

    def export_pdf(self) -> None:
        """Ask where to write the report as a PDF, and write it."""
        from payapp.gui.case_papers import report_of

        self._write_pdf(report_of)

    def export_sheet(self) -> None:
        """Ask where to write the rep's sheet as a PDF, and write it."""
        from payapp.gui.case_papers import sheet_of

        self._write_pdf(sheet_of)

    def preview(self) -> None:
        """Lay the report out, and then show it as it will be printed."""
        from payapp.gui.case_papers import report_of

        paper = self._paper("not_printed", report_of)
        if paper is not None:
            from payapp.gui.printing import Pages, page_layout

            QTimer.singleShot(A_LOOK, self, partial(self._preview, Pages(paper, page_layout())))

    def _preview(self, pages: "Pages") -> None:
        from payapp.gui.printers import PreviewNames, preview

        names = (self._say(f"dialogs.preview_{name}") for name in PreviewNames._fields)
        preview(pages, PreviewNames(*names), self._page.window()).open()

    def print_report(self) -> None:
        """Ask which printer is to print the report, and print it."""
        from payapp.gui.case_papers import report_of

        paper = self._paper("not_printed", report_of)
        printer = self._choosers.printer_for(paper) if paper is not None else None
        if paper is not None and printer is not None:
            from payapp.gui.printing import draw

            pages = draw(paper, printer)
            self.done.emit(self._say("printed", pages=pages))

    def write_template(self) -> None:
        """Ask where to write the sheet to fill in for a spot check, and write it."""
        from payapp.files.cue_files import ranges, worked_rows
        from payapp.files.template_files import write_template
        from payapp.report.template_in_words import template

        wording, choose = self._page.answers.wording, self._choosers.workbook_to_write

        def write(path: Path) -> None:
            write_template(path, template(worked_rows(), ranges(), wording))

        self._write("not_written", choose, write, self._say("template_name"))

    def _write_pdf(self, paper_of: "PaperOf") -> None:
        from payapp.files.whole_files import write_whole
        from payapp.gui.printing import drawn_beside

        paper = self._paper("pdf_not_written", paper_of)
        if paper is not None:
            self._write(
                "pdf_not_written",
                self._choosers.pdf_to_write,
                lambda path: write_whole(path, drawn_beside(paper)),
            )

    def _paper(self, title: str, paper_of: "PaperOf") -> "Printed | None":
        return paper_of(self._page) if self._is_accepted(title) else None

    def _write(
        self,
        title: str,
        choose: Callable[[str], Path | None],
        write: Callable[[Path], None],
        suggested: str = "",
    ) -> None:
        """Ask for a file and write it; say under a title why it could not be written."""
        path = choose(suggested or self._file_name)
        if path is not None:
            self.tasks.run(
                str(path),
                partial(write, path),
                lambda _: self.done.emit(self._say("exported", name=path.name)),
                lambda refused: self._choosers.tell(self._say(title), str(refused)),
            )

    def _is_accepted(self, title: str) -> bool:
        """Say whether every answer is accepted; where not, tell of the first and go there."""
        self._page.end_typing()
        answered = self._page.answered
        if answered is None or not answered.refusals:
            return True
        refusal = answered.refusals[0]
        sentence = self._say("put_right_first", sentence=refusal.sentence)
        self._choosers.tell(self._say(title), sentence)
        self.put_right_first.emit()
        self._page.form.go_to(refusal.field)
        return False

    def _say(self, name: str, /, **values: object) -> str:
        return self._page.answers.wording.say(f"window.{name}", **values)
