"""Prints a paper: the dialog to choose a printer, and the preview. Imported only when asked for."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from payapp.gui.printing import PROGRAM, draw, set_page
from payapp.report.printed import Printed


def choose_printer(paper: Printed, title: str, parent: QWidget) -> QPrinter | None:
    """Ask which printer is to print a paper; return it, or None."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def preview(paper: Printed, title: str, parent: QWidget) -> QPrintPreviewDialog:
    """Return a window that shows a paper as it will be printed, and can print it."""
    dialog = QPrintPreviewDialog(parent)  # with a printer of its own, which lives as long
    set_up(dialog.printer(), paper)
    dialog.setWindowTitle(title)
    dialog.paintRequested.connect(lambda printer: draw(paper, printer))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def set_up(printer: QPrinter, paper: Printed) -> None:
    """Set a printer to the page, and to what the paper may be called where it is queued."""
    printer.setDocName(paper.subject)
    printer.setCreator(PROGRAM)
    set_page(printer)
