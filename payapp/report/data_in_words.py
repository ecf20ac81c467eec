"""Which figures an answer rests on, as a person would say it, and all that are held."""

from collections.abc import Iterable, Sequence
from datetime import date

from payapp.domain.cases import Nation
from payapp.domain.figures import FigureBook
from payapp.domain.library import Library
from payapp.report.wording import Wording, capitalised

MOST_IN_A_HEAD = 2


def data_in_words(library: Library, nation: str, on: date, wording: Wording) -> str:
    """Say from when the figures of a nation are that are in force on a day, and how sure.

    Before the first figures that are held, it says which those are.
    """
    book = library.book(nation)
    dates = book.pay_dates
    start = max((each for each in dates if each <= on), default=None)
    key = "held-from"
    if start is not None:
        key = _state(book, start)
    sentence = wording.say(
        f"data.{key}", nation=_name(nation, wording), start=_month(start or dates[0], wording)
    )
    return f"{sentence}{_own(library, wording)}"


def _state(book: FigureBook, pay_date: date) -> str:
    """Return how sure the figures of a pay date are, those of the statute as those of the award."""
    if book.is_proposed(pay_date):
        return "proposed"
    rows = book.table(pay_date).values()
    return "confirmed-computed" if any(row.provenance.is_derived for row in rows) else "confirmed"


def data_line(library: Library, nation: str, on: date, wording: Wording) -> str:
    """Say the same with the fingerprint of all data, by which an answer can be had again."""
    sentence = data_in_words(library, nation, on, wording)
    return wording.say("data.line", sentence=sentence, fingerprint=library.fingerprint)


def data_sentences(
    library: Library, used: Iterable[tuple[str, date]], wording: Wording
) -> tuple[str, ...]:
    """Say the same of several nations and days, each sentence once, in their order."""
    told = (data_in_words(library, nation, on, wording) for nation, on in used)
    return tuple(dict.fromkeys(told))


def data_head(library: Library, used: Sequence[tuple[str, date]], wording: Wording) -> str:
    """Say it in one line for the head of a page, with the fingerprint.

    A workbook has room for two sentences there; of more, only the nations are named.
    """
    told = data_sentences(library, used, wording)
    names = dict.fromkeys(_name(nation, wording) for nation, _ in used)
    joined = wording.say("data.several-joined").join(told)
    if not told:
        joined = wording.say("data.none-used")
    elif len(told) > MOST_IN_A_HEAD:
        joined = _several(names, library, wording)
    return wording.say("data.line", sentence=joined, fingerprint=library.fingerprint)


def data_held_in_words(library: Library, nation: str, wording: Wording) -> str:
    """Say in one line which figures of a nation are held, of whatever day."""
    held = wording.say("data.held", **_years(library, nation, wording))
    return f"{held}{_own(library, wording)}"


def data_of_all_nations(library: Library, wording: Wording) -> str:
    """Say in one line that the figures of every nation are used, with their fingerprint."""
    sentence = _several((_name(nation, wording) for nation in Nation), library, wording)
    return wording.say("data.line", sentence=sentence, fingerprint=library.fingerprint)


def all_data_in_words(library: Library, wording: Wording) -> tuple[str, ...]:
    """Say for each nation which figures are held, and what the version of all data is."""
    held = (_years(library, nation, wording) for nation in Nation)
    return (
        wording.say("data.all"),
        *(wording.say("data.years", **years) for years in held),
        wording.say("data.version", version=library.data_version),
    )


def _several(names: Iterable[str], library: Library, wording: Wording) -> str:
    nations = wording.say("data.nations-joined").join(names)
    return f"{wording.say('data.several', nations=nations)}{_own(library, wording)}"


def _years(library: Library, nation: str, wording: Wording) -> dict[str, str]:
    """Return a nation with the months of the first and the last figures that are held."""
    first, *_, last = library.book(nation).pay_dates
    held = {"first": _month(first, wording), "last": _month(last, wording)}
    return {"nation": _name(nation, wording), **held}


def _own(library: Library, wording: Wording) -> str:
    return wording.say("data.own") if library.has_own_figures else ""


def _name(nation: str, wording: Wording) -> str:
    return capitalised(wording.say(f"nation_words.{nation}.nation"))


def _month(day: date, wording: Wording) -> str:
    return wording.say("recognised.month", month=wording.say(f"months.{day.month}"), year=day.year)
