"""From the answers of the form to a report, or to what has to be put right first. No Qt here."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from payapp.check import check
from payapp.domain.assessment import Assessment
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.library import Library
from payapp.domain.refusals import Refused
from payapp.files.case_files import parse_case
from payapp.files.case_shape import OR_NOT_KNOWN
from payapp.gui.form_model import (
    PAGES,
    PAYMENT_FACTS,
    REQUIRED_OF_A_CASE,
    REQUIRED_OF_A_PAYMENT,
    Kind,
    Plain,
    fact_of,
    incomplete,
    place_of_payment,
    with_payment,
)
from payapp.gui.form_texts import FormTexts
from payapp.report.assessment_in_words import describe
from payapp.report.in_words import Report
from payapp.report.questions import kind_of
from payapp.report.refused_in_words import not_accepted, not_offered
from payapp.report.wording import Wording

MOST_REFUSALS = 20
_ORDER: Final = tuple(fact for facts in PAGES.values() for fact in facts)
_STANDS_IN: Final[Mapping[str, object]] = {"kind": "other", "amount": 0}


class Refusal(NamedTuple):
    """An answer that was not accepted: where it stands, and the sentence to show beside it."""

    field: str
    fact: str
    sentence: str


class Told(NamedTuple):
    """An assessment, and the same in sentences."""

    assessment: Assessment
    report: Report


class Answered(NamedTuple):
    """What the answers of the form came to: either something told, or refusals."""

    told: Told | None
    refusals: tuple[Refusal, ...] = ()


class Answers:
    """Answers a case: parse, check and describe, with the library and the texts at hand."""

    def __init__(self, library: Library, wording: Wording, audience: str = "teacher") -> None:
        self.library = library
        self.wording = wording
        self.audience = audience

    def to(self, plain: Plain) -> Answered:
        """Return the report of a case, or every answer that is wanting or not accepted."""
        case, refusals = self._parsed(plain)
        if case is None or refusals:
            return Answered(None, refusals)
        try:
            assessment = check(case, self.library)
        except CaseRefused as refused:
            refusal = self._refused(plain, refused.field, refused.value, refused.accepted)
            return Answered(None, (refusal,))
        except Refused as refused:
            return Answered(None, (Refusal("", "", str(refused)),))
        report = describe(assessment, self.library, self.wording, self.audience)
        return Answered(Told(assessment, report))

    def _parsed(self, plain: Plain) -> tuple[Case | None, tuple[Refusal, ...]]:
        """Parse again without each refused value, so that all refusals are found at once."""
        wanting = tuple(self._wanting(field, fact) for field, fact in incomplete(plain))
        if any(refusal.fact in REQUIRED_OF_A_CASE for refusal in wanting):
            return None, wanting
        refusals: list[Refusal] = []
        rest = plain
        for refusal in wanting:
            rest = _without(rest, refusal.field)
        while len(wanting) + len(refusals) < MOST_REFUSALS:
            try:
                return parse_case(rest), (*wanting, *sorted(refusals, key=_place_in_form))
            except Refused as refused:
                fix = refused.fix.removesuffix(OR_NOT_KNOWN)  # in a form that is one left open
                told = "" if refused.value else refused.found
                refusals.append(self._refused(rest, refused.field, refused.value, fix, told))
                without = _without(rest, refused.field)
                if without == rest:
                    break
                rest = without
        return None, (*wanting, *sorted(refusals, key=_place_in_form))

    def _wanting(self, field: str, fact: str) -> Refusal:
        sentence = self.wording.say(f"window.wanting.{fact}")
        return Refusal(field, fact_of(field), sentence)

    def _refused(self, plain: Plain, field: str, value: str, fix: str, found: str = "") -> Refusal:
        """Say in the words of the form what was not accepted, and what to enter or select."""
        nation, fact = str(plain.get("nation", "")), fact_of(field)
        place = place_of_payment(field)
        asked = place[1] if place else fact
        if field == "schema":
            sentence = self.wording.say("window.wanting.schema")
        elif value and self._is_chosen(asked):
            texts = FormTexts(self.wording, self.library, nation, self.audience)
            offered = [words for code, words in texts.offered(_only_of(plain), asked) if code]
            told = texts.answer(asked, value)
            sentence = not_offered(told, offered, self.wording, nation)
        else:
            sentence = not_accepted(value, found, fix, self.wording, nation)
        return Refusal(field, fact, sentence)

    def _is_chosen(self, asked: str) -> bool:
        """Say whether a fact is answered from a list; a point need not stand in the list."""
        known = self.wording.has(f"facts.{asked}.question")
        return known and (asked == "range" or kind_of(asked, self.wording) == Kind.CHOICE)


def _place_in_form(refusal: Refusal) -> tuple[int, int, int]:
    """Return where the form asks for what was refused, so that refusals stand as it is read."""
    number, fact = place_of_payment(refusal.field) or (0, "")
    asked = _ORDER.index(refusal.fact) if refusal.fact in _ORDER else len(_ORDER)
    return asked, number, PAYMENT_FACTS.index(fact) if fact in PAYMENT_FACTS else 0


def _only_of(plain: Plain) -> Plain:
    """Return what decides which answers are offered, without the answers themselves."""
    return {key: plain[key] for key in ("nation", "on") if key in plain}


def _without(plain: Plain, field: str) -> Plain:
    """Return the answers without the value at a field such as `post.fte`.

    A payment that cannot do without the value holds another in its place, so that what else is
    wrong with it is found too. A case that cannot do without it stays as it is.
    """
    place = place_of_payment(field)
    if place is not None and place[1] in REQUIRED_OF_A_PAYMENT:
        return with_payment(plain, *place, _STANDS_IN[place[1]])
    names = field.replace("[", ".").replace("]", "").split(".")
    found = plain if field in REQUIRED_OF_A_CASE else _without_value(plain, names)
    return found if isinstance(found, Mapping) else plain


def _without_value(held: object, names: list[str]) -> object:
    name, *rest = names
    if isinstance(held, Mapping) and name in held:
        if not rest:
            return {key: value for key, value in held.items() if key != name}
        return {**held, name: _without_value(held[name], rest)}
    if isinstance(held, list | tuple) and name.isdigit() and int(name) < len(held):
        place = int(name)
        kept = [_without_value(held[place], rest)] if rest else []
        return [*held[:place], *kept, *held[place + 1 :]]
    return held
