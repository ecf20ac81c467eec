"""The papers of the case that is open: its report and the rep's sheet, ready to draw."""

from collections.abc import Callable

from payapp.gui.case_page import CasePage
from payapp.gui.clock import today
from payapp.report.printed import Printed, printed_report
from payapp.report.rep_sheet import rep_sheet

PaperOf = Callable[[CasePage], Printed | None]


def report_of(page: CasePage) -> Printed | None:
    """Return the report of the case in the words of its reader; None while it has no answer."""
    answers, answered = page.answers, page.answered
    if answered is None or answered.told is None:
        return None
    held = answered.told.assessment, answers.library, answers.wording
    return printed_report(*held, today(), answers.audience)


def sheet_of(page: CasePage) -> Printed | None:
    """Return the rep's sheet of the case; None while it has no answer."""
    answers, answered = page.answers, page.answered
    if answered is None or answered.told is None:
        return None
    return rep_sheet(answered.told.assessment, answers.library, answers.wording, today())
