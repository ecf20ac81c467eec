"""What the pages of casework work with: the case that is open, as it stands at the moment."""

from dataclasses import dataclass

from payapp.domain.cases import Case
from payapp.gui.table_panel import Desk


@dataclass(slots=True)
class CaseDesk:
    """The case that is open, in the words for its reader; None while an answer is put right."""

    desk: Desk
    case: Case | None = None
    audience: str = "teacher"
    name: str = ""

    def say(self, name: str, /, **values: object) -> str:
        """Return a text of the casework window."""
        return self.desk.wording.say(f"window.casework.{name}", **values)

    def named(self, page: str) -> str:
        """Return the name of a page without the letter that chooses it."""
        return self.say(f"tabs.{page}").replace("&", "")
