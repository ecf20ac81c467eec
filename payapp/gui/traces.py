"""What use leaves on a computer beside saved files and added figures, and its clearing."""

from payapp.domain.refusals import Refused
from payapp.files.layout_files import forget_headings
from payapp.gui.recovery import clear_copies
from payapp.gui.settings import WindowSettings


def clear_traces(settings: WindowSettings) -> tuple[Refused, ...]:
    """Clear settings, recovery copies and remembered headings; return what could not be."""
    refused = []
    for clear in (settings.clear_all, clear_copies, forget_headings):
        try:
            clear()
        except Refused as refusal:
            refused.append(refusal)
    return tuple(refused)
