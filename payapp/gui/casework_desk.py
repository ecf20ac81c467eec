"""What the pages of casework work with: the case that is open, as it stands at the moment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from payapp.domain.cases import Case, refused_by_name
from payapp.domain.refusals import Refused
from payapp.gui.table_panel import Desk

Made = TypeVar("Made")


@dataclass(slots=True)
class CaseDesk:
    """The case that is open, in the words for its reader; None while an answer is put right."""

    desk: Desk
    case: Case | None = None
    audience: str = "teacher"
    name: str = ""

    def ask(
        self,
        task: str,
        question: Callable[[], Made],
        then: Callable[[Made], None],
        refused: Callable[[Refused], None],
    ) -> None:
        """Ask a question beside the window; a later version of the case may be refused, too."""
        name = self.name

        def answer() -> Made:
            with refused_by_name(name):
                return question()

        self.desk.tasks.run(task, answer, then, refused)

    def say(self, name: str, /, **values: object) -> str:
        """Return a text of the casework window."""
        return self.desk.wording.say(f"window.casework.{name}", **values)

    def named(self, page: str) -> str:
        """Return the whole name of a page, which its tab may shorten, without its letter."""
        return self.desk.wording.say(f"window.actions.casework_{page}").replace("&", "")
