"""The main window: its two pages, and the files that it opens and writes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from payapp.domain.refusals import Refused
from payapp.gui.choosers import Changes, Choosers, Dialogs
from payapp.gui.clock import today
from payapp.gui.data_label import DataLabel
from payapp.gui.dropped import dropped_files
from payapp.gui.loading import Loading, learn_widgets
from payapp.gui.menus import (
    AUDIENCES,
    CASEWORK_PAGES,
    COPY_ACTIONS,
    PAGE_ACTIONS,
    SPOT_CHECK_ACTIONS,
    Menus,
)
from payapp.gui.recent_files import told_apart
from payapp.gui.screen_room import resize_within_screen
from payapp.gui.settings import WindowSettings
from payapp.gui.side_windows import SideWindows
from payapp.gui.style import Scheme, choose_scheme
from payapp.gui.welcome import Welcome
from payapp.gui.yielding_label import YieldingLabel
from payapp.report.wording import Wording

if TYPE_CHECKING:
    from payapp.domain.cases import Case
    from payapp.gui.case_output import CaseOutput
    from payapp.gui.case_page import CasePage
    from payapp.gui.descriptions import Descriptions
    from payapp.gui.documents import CaseDocument
    from payapp.gui.recovery import Left, Recovery
    from payapp.gui.recovery_strip import RecoveryStrip
    from payapp.gui.ways_in import WaysIn

SIZE: Final = (1280, 720)
CASE_SUFFIX: Final = ".json"
SHEET_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".csv"})
SHOWN_FOR: Final = 6000
LONGEST_NAME: Final = 40


class MainWindow(QMainWindow):
    """Holds one case at a time. The case page comes once the rules and figures are read."""

    def __init__(
        self, wording: Wording, choosers: Choosers | None = None, first: Path | None = None
    ) -> None:
        super().__init__()
        self._wording = wording
        self._first = first
        self._painted = False
        self._has_case = False
        self.settings = WindowSettings()
        self.choosers: Choosers = choosers or Dialogs(self, wording)
        self.page: CasePage | None = None
        self.ways: WaysIn | None = None
        self.document: CaseDocument | None = None
        self.output: CaseOutput | None = None
        self.descriptions: Descriptions | None = None
        self.side = SideWindows(self.choosers, self)
        self.recovery: Recovery | None = None
        self.strip: RecoveryStrip | None = None
        self._leaves_no_trace = False
        self.menus = Menus(self, wording)
        self.welcome = Welcome(wording, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        self._stack.installEventFilter(self)
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._stack)
        parts = QWidget(self)
        parts.setLayout(self._parts)
        self.setCentralWidget(parts)
        self.setAcceptDrops(True)
        self.loading = Loading(wording, self)
        self.loading.finished.connect(self._loaded)
        self._make_status()
        self._connect()
        self._place()
        self._enable()

    # The window itself

    def _place(self) -> None:
        resize_within_screen(self, *SIZE)
        geometry = self.settings.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _make_status(self) -> None:
        offline = YieldingLabel(self._say("offline"), self, self._say("offline_shorter"))
        self.data_version = DataLabel(self._wording, self)
        self.statusBar().addWidget(offline, 1)
        self.statusBar().addPermanentWidget(self.data_version)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self.welcome.new.clicked.connect(self.new_case)
        self.welcome.open.clicked.connect(self.open_case)
        self.welcome.back.clicked.connect(self.show_open_case)
        self.menus.recent.aboutToShow.connect(self._fill_recent_menu)
        for scheme in Scheme:
            self.menus.connect_to({f"scheme_{scheme}": partial(self._choose_scheme, scheme)})
        self.menus.actions[f"scheme_{self.settings.scheme}"].setChecked(True)
        self.menus.actions[self.settings.audience].setChecked(True)
        self.menus.connect_to(
            {
                "new": self.new_case,
                "open": self.open_case,
                "clear_traces": self.clear_traces,
                "quit": self.close,
                "welcome": self.turn_welcome,
                "help": self._tell_help,
                "about": self._tell_about,
            }
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to load once the window has been painted for the first time."""
        if not self._painted and event.type() is QEvent.Type.Paint:
            self._painted = True
            QTimer.singleShot(0, self._begin_to_load)
        return super().eventFilter(watched, event)

    def _begin_to_load(self) -> None:
        learn_widgets()
        self.loading.start()

    def _loaded(self) -> None:
        """Make the case page, now that its rules and figures are there."""
        if self.loading.refused is not None:
            self.data_version.show_instead(str(self.loading.refused))
            return
        answers = self.loading.answers
        if answers is None:
            return
        from PySide6.QtCore import Qt

        from payapp.gui.case_page import CasePage
        from payapp.gui.documents import CaseDocument
        from payapp.gui.form_model import new_case

        everywhere = Qt.ShortcutContext.ApplicationShortcut
        self.menus.actions["help"].setShortcutContext(everywhere)
        self.document = CaseDocument(self)
        self.document.start(new_case(today()))
        self.document.renamed.connect(self._show_name)
        answers.audience = self.settings.audience
        self.page = CasePage(self.document, answers, self)
        self._stack.addWidget(self.page)
        self._connect_page(self.page, self.document)
        self._connect_output(self.page, self.document)
        self._connect_side(self.page, self.document)
        self._show_data()
        self._bring_ways_in()
        self._enable()
        self._keep_copies(self.document)
        if self._first is not None:
            self._open_named(self._first)

    def make_first_questions(self) -> None:
        """Make what every case begins with, so that the first one that is opened opens sooner."""
        if self.page is not None and not self._has_case:
            self.page.refresh()

    def _bring_ways_in(self) -> None:
        from payapp.gui.ways_in import WaysIn

        self.ways = WaysIn(self._wording, self.welcome)
        self.ways.example_wanted.connect(self.open_example)
        self.ways.recent_wanted.connect(self.open_file)
        self.ways.forget_wanted.connect(self._forget)
        self.ways.examples.show_examples(self.loading.examples)
        self.welcome.bring_in(self.ways)
        self._show_recent()

    def _show_recent(self) -> None:
        if self.ways is not None:
            self.ways.show_recent(self.settings.recent())

    def _connect_page(self, page: "CasePage", document: "CaseDocument") -> None:
        split = self.settings.split
        if split is not None:
            page.split.restoreState(split)
        history = document.history
        handlers: dict[str, Callable[[], object]] = {
            "undo": partial(page.step, history.undo),
            "redo": partial(page.step, history.redo),
            "check": page.check_now,
            "verdict": page.go_to_answer,
            "next_question": page.go_to_next_question,
            "why": page.tell_why,
            "ask_all": lambda: page.ask_all(ask_all=self.menus.actions["ask_all"].isChecked()),
            "open_all": lambda: page.answer.outline.open_all(opened=True),
            "close_all": lambda: page.answer.outline.open_all(opened=False),
            "pictures": self._turn_to_pictures,
            "add_payment": page.add_payment,
            "remove_payment": page.remove_last_payment,
        }
        for place, name in enumerate(PAGE_ACTIONS):
            handlers[name] = partial(page.form.go_to_page_at, place)
        for audience in AUDIENCES:
            handlers[audience] = partial(self._speak_to, page, audience)
        self.menus.connect_to(handlers)
        page.answered_anew.connect(self._show_data)
        page.nothing_to_show.connect(self._tell_for_a_while)
        page.answer.turns.turn.toggled.connect(self.menus.actions["pictures"].setChecked)
        for signal in (history.canUndoChanged, history.canRedoChanged, history.indexChanged):
            signal.connect(self._name_changes)

    def _show_data(self) -> None:
        """Say which figures are in force where and when the case is asked about."""
        if self.page is not None:
            on = self.page.day or today()
            self.data_version.show_data(self.page.answers.library, self.page.texts.nation, on)
            self.side.show_data(self.page)

    def _connect_output(self, page: "CasePage", document: "CaseDocument") -> None:
        from payapp.gui.case_output import CaseOutput

        self.output = output = CaseOutput(page, document, self.choosers)
        output.saved.connect(self._remember)
        output.put_right_first.connect(self.show_open_case)
        output.done.connect(self._tell_for_a_while)
        self._connect_descriptions(page, document, output)
        self.menus.connect_to(
            {
                "save": output.save,
                "save_as": output.save_as,
                "export": output.export,
                "export_pdf": output.export_pdf,
                "export_sheet": output.export_sheet,
                "preview": output.preview,
                "print": output.print_report,
                "template": output.write_template,
            }
        )

    def _connect_descriptions(
        self, page: "CasePage", document: "CaseDocument", output: "CaseOutput"
    ) -> None:
        from payapp.gui.descriptions import Descriptions

        self.descriptions = Descriptions(page, document, self.choosers, lambda: output.name)
        self.descriptions.case_wanted.connect(self._want_case)
        self.descriptions.told.connect(self._tell_for_a_while)
        self.menus.connect_to({"read_description": self.descriptions.choose})

    def _connect_side(self, page: "CasePage", document: "CaseDocument") -> None:
        side = self.side
        side.figures_added.connect(self._load_again)
        side.question_wanted.connect(self._go_to_question)
        side.case_wanted.connect(self._open_person)
        side.noted.connect(self._tell_for_a_while)
        handlers: dict[str, Callable[[], object]] = {
            "schedules": partial(side.show_schedules, page),
            "spot_check": partial(side.show_spot_check, page, "sheet"),
            "table_check": partial(side.show_spot_check, page, "table"),
            "compare_runs": partial(side.show_spot_check, page, "runs"),
        }
        for name in CASEWORK_PAGES:
            handlers[f"casework_{name}"] = partial(side.show_casework, page, document, name)
        self.menus.connect_to(handlers)

    def _turn_to_pictures(self) -> None:
        """Turn as the button does, which stays as it is while there is no answer."""
        if self.page is not None:
            turn = self.page.answer.turns.turn
            self.page.show_answer()
            turn.click()
            self.menus.actions["pictures"].setChecked(turn.isChecked())

    # After a crash

    def _keep_copies(self, document: "CaseDocument") -> None:
        """Keep a copy of what is not saved from now on, and offer what earlier runs left."""
        from payapp.gui.recovery import Recovery, left_behind

        self.recovery = Recovery(document, self.settings, self)
        self.recovery.refused.connect(self._tell_of_no_copy)
        found = left_behind()
        if found.copies:
            from payapp.gui.recovery_strip import RecoveryStrip

            self.strip = RecoveryStrip(found.copies, self._wording, self)
            self.strip.restore_wanted.connect(self._restore)
            self.strip.refused.connect(self.choosers.tell)
            self.strip.offering.connect(self._enable)
            self.menus.connect_to(
                {
                    "restore_copy": self.strip.restore.click,
                    "discard_copy": self.strip.discard.click,
                }
            )
            self._parts.insertWidget(0, self.strip)
            self._enable()
        for refusal in found.refused:
            sentence = self._say("recovery.broken", sentence=refusal)
            QTimer.singleShot(0, partial(self._tell_of_broken, sentence))

    def _tell_of_broken(self, sentence: str) -> None:
        self.choosers.tell(self._say("recovery.broken_title"), sentence)

    def _tell_of_no_copy(self, sentence: str) -> None:
        self.statusBar().showMessage(self._say("recovery.no_copy", sentence=sentence), SHOWN_FOR)

    def _restore(self, left: "Left") -> None:
        """Open what was not saved, with its changes still to be saved."""
        document, recovery, strip = self.document, self.recovery, self.strip
        if document is None or recovery is None or strip is None or not self._may_leave():
            return
        strip.take(left)
        document.restore(left.copy.answers, left.copy.path, left.copy.example)
        recovery.take_over(left)
        self._show_case()
        self.statusBar().showMessage(self._say("recovery.restored"), SHOWN_FOR)

    def clear_traces(self) -> None:
        """Forget all that use has left on this computer, once that is confirmed."""
        if self.recovery is None or not self.choosers.about_traces():
            return
        from payapp.gui.traces import clear_traces

        if self.strip is not None:
            self.strip.end()
        self.recovery.delete()
        refused = clear_traces(self.settings)
        self._leaves_no_trace = True
        self._show_recent()
        if refused:
            self.choosers.tell(self._say("traces.not_cleared"), " ".join(map(str, refused)))
        else:
            self.statusBar().showMessage(self._say("traces.cleared"), SHOWN_FOR)

    # What is open

    def new_case(self) -> None:
        """Begin a new case, once the changes of the one that is open are seen to."""
        from payapp.gui.form_model import new_case

        if self.document is not None and self._may_leave():
            self.document.start(new_case(today()))
            self._show_case()

    def _want_case(self) -> None:
        """Show the case that is open, or begin one."""
        if not self._has_case:
            self.new_case()
        elif not self._shows_case:
            self.show_open_case()

    def open_case(self) -> None:
        """Ask for a case file and open it."""
        if self.document is not None and self._may_leave():
            path = self.choosers.case_to_open()
            if path is not None:
                self._open(path)

    def open_file(self, path: Path) -> None:
        """Open a case file, once the changes of the case that is open are seen to."""
        if self.document is not None and self._may_leave():
            self._open(path)

    def open_example(self, path: Path) -> None:
        """Open an example as a new case, so that nobody saves over it."""
        if self.document is not None and self._may_leave():
            self.document.open_example(path)
            self._show_case()

    def _open(self, path: Path) -> None:
        if self.document is None:
            return
        try:
            self.document.open(path)
        except Refused as refused:
            self.settings.forget(path)
            self._show_recent()
            self.choosers.tell(self._say("not_opened"), str(refused))
            return
        self._remember(path)
        self._show_case()

    def _open_named(self, path: Path) -> None:
        """Open a case file, or a spot check of a sheet, or read a job description."""
        from payapp.files.description_files import KINDS

        kind = path.suffix.lower()
        if kind in KINDS and self.descriptions is not None:
            self.descriptions.read(path)
        elif kind in SHEET_SUFFIXES and self.page is not None:
            self.side.show_spot_check(self.page, "sheet").open_sheet(path)
        else:
            self.open_file(path)

    def turn_welcome(self) -> None:
        """Show the first page, or go back from it to the case that is open."""
        if self._has_case and self._stack.currentWidget() is self.welcome:
            self.show_open_case()
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Show the first page; the case stays open behind it."""
        self._show_recent()
        self._stack.setCurrentWidget(self.welcome)
        self._enable()
        (self.welcome.back if self._has_case else self.welcome.new).setFocus()

    def show_open_case(self) -> None:
        """Show the page of the case that is open, as it was left."""
        if self.page is not None:
            self._show_page(self.page)
            self.page.form.steps.setFocus()

    def _show_page(self, page: "CasePage") -> None:
        self._has_case = True
        self._stack.setCurrentWidget(page)
        self._enable()

    def _open_person(self, case: "Case") -> None:
        """Open a person of a sheet as a new case, once the changes of the open one are seen to."""
        from payapp.files.case_files import case_as_json

        if self.document is not None and self._may_leave():
            self.document.start(case_as_json(case))
            self._show_case()
            self.raise_()
            self.activateWindow()

    def _go_to_question(self, fact: str) -> None:
        """Come to the front with the question of a fact."""
        if self.page is not None:
            self._show_page(self.page)
            self.raise_()
            self.activateWindow()
            self.page.form.go_to(fact)

    def _load_again(self) -> None:
        """Open the library again, now that figures were added to it."""
        self.data_version.show_instead(self._say("loading"))
        self.loading = Loading(self._wording, self)
        self.loading.finished.connect(self._loaded_again)
        self.loading.start()

    def _loaded_again(self) -> None:
        """Go over to the new library everywhere; where it is refused, keep the old one."""
        if self.loading.refused is not None:
            self.data_version.show_instead(str(self.loading.refused))
            return
        answers = self.loading.answers
        if answers is None or self.page is None:
            return
        self.page.renew(answers.library)
        self._show_data()
        self.side.renew(answers.library)

    def _show_case(self) -> None:
        if self.page is not None:
            self.page.show_from_the_start()
            # It is painted in a turn of its own: answering it has taken one.
            QTimer.singleShot(0, self, self.show_open_case)

    def _enable(self) -> None:
        self.menus.enable(has_case=self._has_case, shows_case=self._shows_case)
        always = ("new", "open", "read_description", "schedules", "clear_traces")
        for name in (*always, *SPOT_CHECK_ACTIONS):
            self.menus.actions[name].setEnabled(self.page is not None)
        for name in COPY_ACTIONS:
            offers = self.strip is not None and self.strip.is_offering
            self.menus.actions[name].setEnabled(offers)
        self._name_changes()
        self._show_name()

    @property
    def _shows_case(self) -> bool:
        return self.page is not None and self._stack.currentWidget() is self.page

    def _name_changes(self) -> None:
        """Say in the Edit menu what would be undone and done again."""
        history = self.document.history if self.document else None
        for name in ("undo", "redo"):
            action = self.menus.actions[name]
            can = history is not None and getattr(history, f"can{name.title()}")()
            action.setEnabled(self._shows_case and can)
            change = getattr(history, f"{name}Text")() if can else ""
            named = self._say(f"{name}_step", change=change) if change else ""
            action.setText(named or self._say(f"actions.{name}"))

    def _show_name(self) -> None:
        name = self.output.name if self._has_case and self.output else ""
        self.setWindowTitle(self._say("title", name=name) if name else self._say("title_welcome"))
        self.setWindowModified(bool(name and self.document and self.document.is_modified))
        self._offer_back("" if self._shows_case else name)

    def _offer_back(self, name: str) -> None:
        """Offer the way back to the open case of a name, by a button and in the View menu."""
        shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        words = shown.replace("&", "&&")
        self.welcome.offer_back(words)
        entry = self._say("actions.back_to_case", name=words)
        self.menus.actions["welcome"].setText(entry if name else self._say("actions.welcome"))

    def _may_leave(self) -> bool:
        """Ask what is to happen to changes; say whether the case may be left."""
        if self.document is None or self.output is None or not self.document.is_modified:
            return True
        match self.choosers.about_changes(self.output.name):
            case Changes.SAVE:
                return self.output.save()
            case Changes.DISCARD:
                return True
        return False

    def _remember(self, path: Path) -> None:
        self.settings.remember(path.absolute())

    def _forget(self, path: Path) -> None:
        self.settings.forget(path)
        self._show_recent()

    def _forget_all(self) -> None:
        self.settings.clear()
        self._show_recent()

    def _fill_recent_menu(self) -> None:
        menu, forget = self.menus.recent, self.menus.forget
        menu.clear()
        self._name_recent(menu, self.open_file)
        menu.addSeparator()
        forget.clear()
        self._name_recent(forget, self._forget)
        forget.setEnabled(not forget.isEmpty())
        menu.addMenu(forget)
        clear = menu.addAction(self._say("actions.clear_recent"))
        clear.triggered.connect(self._forget_all)
        remember = menu.addAction(self._say("actions.remember"))
        remember.setCheckable(True)
        remember.setChecked(self.settings.remembers)
        remember.toggled.connect(self._set_remembers)

    def _name_recent(self, menu: QMenu, do: Callable[[Path], None]) -> None:
        """Put the recent files into a menu, with a number for the keys before each."""
        paths = self.settings.recent()
        names = told_apart(paths, [path.name for path in paths], self._wording)
        for number, (name, path) in enumerate(zip(names, paths, strict=True), start=1):
            words = name.replace("&", "&&")
            entry = menu.addAction(f"&{number % 10}  {words}")
            entry.triggered.connect(lambda _checked=False, path=path: do(path))

    def _set_remembers(self, remembers: bool) -> None:  # noqa: FBT001  # the shape of a Qt signal
        self.settings.remembers = remembers
        self._show_recent()
        if self.recovery is not None:
            self.recovery.look()

    def _speak_to(self, page: "CasePage", audience: str) -> None:
        self.settings.audience = audience
        page.speak_to(audience)

    def _choose_scheme(self, scheme: Scheme) -> None:
        self.settings.scheme = scheme
        choose_scheme(scheme)

    def _tell_about(self) -> None:
        from payapp.gui.about import AboutDialog

        self._open_dialog(AboutDialog(self._wording, self.data_version.held, self))

    def _tell_help(self) -> None:
        from payapp.gui.help_dialog import HelpDialog

        front = QApplication.activeWindow() or self
        self._open_dialog(HelpDialog(self._wording, self.menus.actions, front))

    @staticmethod
    def _open_dialog(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about changes, keep the place of the window, and wait for what is loading."""
        if not self._may_leave():
            event.ignore()
            return
        self._remember_place()
        self.loading.wait()
        self.side.end()
        for ended in (self.output, self.descriptions):
            if ended is not None:
                ended.end()
        if self.strip is not None:
            self.strip.end()
        if self.recovery is not None:
            self.recovery.end()
            self.recovery = None
        event.accept()

    def _remember_place(self) -> None:
        """Keep the place of the window, unless all traces were cleared."""
        if self._leaves_no_trace:
            return
        self.settings.geometry = self.saveGeometry()
        if self.page is not None:
            self.settings.split = self.page.widths()
        self.settings.write()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what is drawn over the window, if only to say why it cannot be opened."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or read a file that is let go over the window; say which cannot be."""
        from payapp.files.description_files import KINDS

        event.acceptProposedAction()
        files = dropped_files(event)
        if not files:
            self._refuse_drop("no_file")
        elif len(files) > 1:
            self._refuse_drop("one_at_a_time", count=len(files))
        elif files[0].suffix.lower() in {CASE_SUFFIX, *SHEET_SUFFIXES, *KINDS}:
            self._open_named(files[0])
        else:
            self._refuse_drop("not_a_case", name=files[0].name)

    def _refuse_drop(self, name: str, /, **values: object) -> None:
        sentence = self._say(f"drop.{name}", fix=self._say("drop.fix"), **values)
        self.choosers.tell(self._say("not_opened"), sentence)

    def _tell_for_a_while(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence, SHOWN_FOR)

    def _say(self, name: str, /, **values: object) -> str:
        return self._wording.say(f"window.{name}", **values)
