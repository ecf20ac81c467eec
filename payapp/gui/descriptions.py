"""Job descriptions beside the case that is open: read in a thread, and confirmed in a dialog."""

from collections.abc import Callable
from functools import partial
from itertools import takewhile
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from payapp.domain.refusals import Refused
from payapp.gui.case_page import CasePage
from payapp.gui.choosers import Choosers
from payapp.gui.documents import CaseDocument
from payapp.gui.form_model import value_of, with_value
from payapp.gui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from payapp.gui.description_dialog import DescriptionDialog
    from payapp.reading.confirming import Offer
    from payapp.reading.cues import Cues
    from payapp.reading.reading import Read
    from payapp.report.confirming_in_words import ToldDescription

WORK: Final = "description"


class Description(NamedTuple):
    """What was read of a file, and the cues by which it was read."""

    name: str
    facts: "Mapping[str, Read]"
    cues: "Cues"


def read_file(path: Path, given_up: Event) -> Description:
    """Return what a job description says of a post. Raises Refused.

    Where it is given up meanwhile, the facts that were not come to are left out.
    """
    from payapp.files.cue_files import description_cues
    from payapp.files.description_files import read_description
    from payapp.reading.cues import cues_of
    from payapp.reading.reading import facts_in

    text, cues = read_description(path), cues_of(description_cues())
    facts = takewhile(lambda _: not given_up.is_set(), facts_in(text, cues))
    return Description(path.name, dict(facts), cues)


class Descriptions(QObject):
    """Puts into the case what a person confirms of a description; of the rest nothing is kept.

    `case_wanted` asks for a case to be open before anything is shown of a description that was
    read; `told` says in a sentence what is being done, or was.
    """

    case_wanted = Signal()
    told = Signal(str)

    def __init__(
        self,
        page: CasePage,
        document: CaseDocument,
        choosers: Choosers,
        case_name: Callable[[], str],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._document = document
        self._choosers = choosers
        self._case_name = case_name
        self.tasks = Tasks(self)
        self._given_up = Event()

    def end(self) -> None:
        """Give up what is being read, and show nothing of it."""
        self._given_up.set()
        self.tasks.wait()

    def choose(self) -> None:
        """Ask for a job description and read it."""
        path = self._choosers.description_to_open()
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a job description, and then show what it says."""
        self.told.emit(self._say("reading", name=path.name))
        self.tasks.run(WORK, partial(read_file, path, self._given_up), self._prepare, self._refuse)

    def _refuse(self, refused: Refused) -> None:
        self.told.emit("")
        self._choosers.tell(self._say("not_read"), str(refused))

    def _prepare(self, found: Description) -> None:
        self.told.emit("")
        self.case_wanted.emit()
        self._next(self._word, found)

    def _next(self, do: Callable[..., object], *given: object) -> None:
        """Do something in a turn of its own: words, dialog and painting together take long."""
        QTimer.singleShot(0, self, partial(do, *given))

    def _word(self, found: Description) -> None:
        from payapp.reading.confirming import offers
        from payapp.report.confirming_in_words import Reader, description_in_words

        page = self._page
        page.end_typing()
        wording, texts = page.answers.wording, page.texts
        held = partial(value_of, self._document.plain)
        offered = offers(found.facts, found.cues, texts.nation, held)
        reader = Reader(wording, texts.nation, texts.audience)
        told = description_in_words(found.name, self._case_name(), offered, reader)
        self._next(self._make, told)

    def _make(self, told: "ToldDescription") -> None:
        from payapp.gui.description_dialog import DescriptionDialog

        dialog = DescriptionDialog(told, self._page.answers.wording, self._page.window())
        dialog.confirmed.connect(self._confirm)
        dialog.finished.connect(dialog.deleteLater)
        self._document.left.connect(dialog.reject)  # it was read for the case that was open
        self._next(self._lay_out, dialog)

    def _lay_out(self, dialog: "DescriptionDialog") -> None:
        dialog.lay_out()
        self._next(dialog.open)

    def _confirm(self, ticked: "Sequence[Offer]") -> None:
        """Put what was confirmed into the case, as one step that can be undone."""
        from payapp.reading.confirming import confirmed

        if not ticked:
            self.told.emit(self._say("nothing_confirmed"))
            return
        after = self._document.plain
        for fact, value in confirmed(ticked).items():
            after = with_value(after, fact, value)
        self._document.edit(after, self._say("undo"))
        self._page.go_to_answer()
        self.told.emit(self._say("confirmed", count=len(ticked)))

    def _say(self, name: str, /, **values: object) -> str:
        return self._page.answers.wording.say(f"window.description.{name}", **values)
