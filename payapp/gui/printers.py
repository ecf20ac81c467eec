"""Prints a paper: the dialog to choose a printer, and the preview. Imported only when asked for."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from payapp.gui.printing import PROGRAM, Pages, draw, page_layout
from payapp.gui.screen_room import resize_within_screen
from payapp.report.printed import Printed

A_PAGE_IN_FULL: Final = (1000, 1400)
"""The size of a preview in pixels in which a page of A4 is as large as on paper, or nearly."""


def choose_printer(paper: Printed, title: str, parent: QWidget) -> QPrinter | None:
    """Ask which printer is to print a paper; return it, or None."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


class PreviewNames(NamedTuple):
    """What a preview is called, and its fields for how large a page is and which one it is."""

    title: str
    zoom: str
    page: str


def preview(pages: Pages, names: PreviewNames, parent: QWidget) -> QPrintPreviewDialog:
    """Return a window that shows pages as they will be printed, and can print them.

    They are laid out anew where somebody turns them or chooses other paper there.
    """
    dialog = QPrintPreviewDialog(parent)  # with a printer of its own, which lives as long
    set_up(dialog.printer(), pages.paper)
    dialog.setWindowTitle(names.title)
    _name_controls(dialog, names)
    dialog.paintRequested.connect(partial(_show, pages))
    dialog.finished.connect(dialog.deleteLater)
    resize_within_screen(dialog, *A_PAGE_IN_FULL)
    return dialog


def _show(pages: Pages, printer: QPrinter) -> None:
    if pages.fits(printer.pageLayout()):
        pages.draw_all(printer)
    else:
        draw(pages.paper, printer)


def _name_controls(dialog: QPrintPreviewDialog, names: PreviewNames) -> None:
    """Name the two fields of Qt's preview, and have Tab come to its buttons: Qt does neither."""
    for field in (*dialog.findChildren(QComboBox), *dialog.findChildren(QLineEdit)):
        is_zoom = isinstance(field, QComboBox) or isinstance(field.parent(), QComboBox)
        field.setAccessibleName(names.zoom if is_zoom else names.page)
    for button in filter(QToolButton.text, dialog.findChildren(QToolButton)):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def set_up(printer: QPrinter, paper: Printed) -> None:
    """Set a printer to the page, and to what the paper may be called where it is queued."""
    printer.setDocName(paper.subject)
    printer.setCreator(PROGRAM)
    printer.setPageLayout(page_layout())
