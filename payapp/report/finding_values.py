"""What the sentences of a finding may mention, each by the name that stands in its text."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from payapp.domain.awards import award_for
from payapp.domain.cases import Case
from payapp.domain.figures import Figure, Nature, NotHeld
from payapp.domain.findings import Finding
from payapp.domain.library import Library
from payapp.domain.pay import Allowance
from payapp.domain.rules import Award
from payapp.domain.tests_over_facts import Test, walk
from payapp.nations.allowance_value import Range
from payapp.nations.base_pay import Recognised, Salary
from payapp.report.figures_in_words import why_not_held
from payapp.report.keeping import kept
from payapp.report.questions import answer_in_words, label_of, words_of_audience
from payapp.report.wording import Wording, capitalised

MOST_NAMED = 3
# The day from which the law of Wales speaks of ALN and ALNCos, and no more of SEN and SENCOs.
RENAMED_FROM = "aln_coordinator_duty_from"


class Setting(NamedTuple):
    """Whom a sentence is for, where and on which day: all that one on a rule turns on."""

    nation: str
    on: date
    library: Library
    wording: Wording
    audience: str

    @property
    def words(self) -> Mapping[str, object]:
        """The words for the reader and for the nation, as they were on that day."""
        return _words_in(self)


@kept
def _words_in(setting: Setting) -> Mapping[str, object]:
    nation, wording = setting.nation, setting.wording
    words = words_of_audience(wording, nation, setting.audience)
    renamed = setting.library.limits.get((nation, RENAMED_FROM))
    if renamed is not None and renamed.day is not None and setting.on < renamed.day:
        return {**words, **wording.below(f"nation_words_before.{nation}")}
    return words


class Scene(NamedTuple):
    """What every sentence of one report is made from."""

    case: Case
    library: Library
    wording: Wording
    audience: str

    @property
    def setting(self) -> Setting:
        """What those of its sentences turn on that are not about this case alone."""
        return Setting(self.case.nation, self.case.on, *self[1:])

    @property
    def words(self) -> Mapping[str, object]:
        """The words for the reader and for the nation, as they were on the day of the case."""
        return self.setting.words


class Values(dict[str, object]):
    """Named values; limits, the days of rules and applied rules are looked up when mentioned.

    `limit_tribunal_months` is a limit of the nation, `start_TLR_21` and `end_TLR_21` are the days
    of rule TLR-21, and `applies_SEN_33` says whether the explanation applies rule SEN-33.
    """

    def __init__(self, values: Mapping[str, object], scene: Scene, because: Test | None) -> None:
        super().__init__({name: value for name, value in values.items() if value is not None})
        self._scene = scene
        self._because = because

    def __missing__(self, name: str) -> object:
        kind, _, rest = name.partition("_")
        library, found = self._scene.library, None
        match kind:
            case "limit":
                limit = library.limit(self._scene.case.nation, rest)
                found = limit.number if limit.day is None else limit.day
            case "start":
                found = library.rules[rest.replace("_", "-")].valid_from
            case "end":
                found = library.rules[rest.replace("_", "-")].valid_to
            case "applies":
                return self._because is not None and rest.replace("_", "-") in {
                    test.rule for test in walk(self._because)
                }
        if found is None:
            raise KeyError(name)
        return found

    def holds(self, condition: str) -> bool:
        """Say whether a condition of a text is true; `not ` before it turns it around."""
        name = condition.removeprefix("not ")
        try:
            true = bool(self[name])
        except KeyError:
            return False
        return true != condition.startswith("not ")


def values_of(finding: Finding, scene: Scene) -> Values:
    """Return everything that the sentences of a finding may mention."""
    case, wording = scene.case, scene.wording
    values: dict[str, object] = {
        **scene.words,
        "on": case.on,
        "low": finding.amount_low,
        "high": finding.amount_high,
        "paid": finding.paid,
        "gap": finding.gap,
        "certain": finding.confirmed_gap or None,
        "unconfirmed": finding.unconfirmed_gap or None,
        "short_by": short_by(finding, wording),
        "over": over(finding),
        "short": short_of_most(finding),
        "missing": _missing(finding, scene),
        "range_name": item_named(case.pay.range, wording) if case.pay.range else None,
        "document": document_in_force(finding, scene),
    }
    for name, detail in finding.details.items():
        values.update(_detail(name, detail, scene))
    is_to_come = finding.details.get("document_to_come")
    values["document_to_come"] = values["document"] if is_to_come else None
    values["proportion_words"] = _proportion(finding.details.get("proportion"), wording)
    confirmed = finding.details.get("confirmed")
    values["confirmed_differs"] = isinstance(confirmed, Figure) and confirmed is not _compared(
        finding
    )
    return Values(values, scene, finding.because)


def short_by(finding: Finding, wording: Wording) -> str | None:
    """Say what is short a year: what is certain first, and what hangs on an award beside it."""
    values = {
        "certain": finding.confirmed_gap or None,
        "unconfirmed": finding.unconfirmed_gap or None,
    }
    texts = (str(wording.text(f"short_by.{key}")) for key in ("both", "certain", "unconfirmed"))
    known = {name: value for name, value in values.items() if value is not None}
    return wording.first_known(texts, known)


def _proportion(proportion: object, wording: Wording) -> str | None:
    """Say how much of its annual value an allowance pays; None where that cannot be told."""
    if proportion is None:
        return None
    if proportion == 1:
        return wording.say("proportion.whole")
    return wording.say("proportion.part", proportion=proportion)


def over(finding: Finding) -> Decimal | None:
    """What is paid a year beyond the most that is due, as received; None where it is not."""
    most, paid = finding.amount_high, finding.paid
    return paid - most if most is not None and paid is not None and paid > most else None


def short_of_most(finding: Finding) -> Decimal | None:
    """The most that may be due a year less what is paid, as received; None where nothing is."""
    most, paid = finding.amount_high, finding.paid
    return most - paid if most is not None and paid is not None and most > paid else None


def _compared(finding: Finding) -> Figure | None:
    """The figure that decided: the one compared with, or the minimum of the range."""
    compared, span = finding.details.get("compared"), finding.details.get("range")
    if isinstance(compared, Figure):
        return compared
    return span.low if isinstance(span, Range) else None


def _missing(finding: Finding, scene: Scene) -> str | None:
    """Name the most useful of the facts that are wanting, and how many there are beside."""
    wording, nation = scene.wording, scene.case.nation
    labels = [label_of(fact, wording, nation, scene.audience) for fact in finding.missing]
    if not labels:
        return None
    first = wording.say("answer_joined").join(labels[:MOST_NAMED])
    rest = len(labels) - MOST_NAMED
    return first if rest <= 0 else wording.say("missing_more", first=first, count=rest)


def _detail(name: str, detail: object, scene: Scene) -> dict[str, object]:
    """Return what one detail of a finding adds, by its kind."""
    wording, found = scene.wording, {name: detail}
    match detail:
        case Figure():
            found = _figure(name, detail, wording)
        case Range(low=low, high=high):
            found = {f"{name}_low": low.amount, f"{name}_high": high.amount}
        case NotHeld():
            found = _not_held(name, detail, wording)
        case Recognised():
            found = _recognised(name, detail, scene)
        case Salary():
            basis = "received" if detail.is_received else "full-time-equivalent"
            found = {name: detail.amount, f"{name}_basis": wording.say(f"basis.{basis}")}
        case tuple():
            found = {name: _joined(detail, scene)}
        case str() if wording.has(f"item_named.{detail}"):
            found[f"{name}_name"] = item_named(detail, wording)
        case Enum():
            found = {name: answer_in_words(name, detail, wording, scene.case.nation)}
    return found


def _figure(name: str, figure: Figure, wording: Wording) -> dict[str, object]:
    return {
        name: figure.amount,
        f"{name}_name": figure_named(figure, wording),
        f"{name}_from": figure.valid_from,
        f"{name}_advisory": figure.nature is Nature.ADVISORY,
    }


def _not_held(name: str, lacking: NotHeld, wording: Wording) -> dict[str, object]:
    why = why_not_held(lacking, wording)
    return {
        name: wording.say("not_held", found=why.found, fix=why.fix),
        f"{name}_name": named(lacking.item, lacking.point, wording),
    }


def _joined(parts: Iterable[object], scene: Scene) -> str:
    return " ".join(_sentences(parts, scene)) or scene.wording.say("answer_joined").join(
        dict.fromkeys(_words(parts, scene))
    )


def _sentences(parts: Iterable[object], scene: Scene) -> Iterator[str]:
    """Yield what each broken test comes to, for the tests among the parts."""
    for part in parts:
        if isinstance(part, Test):
            yield scene.wording.say(f"paperwork_broken.{part.fact}")


def _words(parts: Iterable[object], scene: Scene) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Allowance):
            yield answer_in_words("allowances", part.kind, scene.wording, scene.case.nation)
        elif not isinstance(part, Test):
            yield scene.wording.show(part)


def item_named(item: str, wording: Wording) -> str:
    """Return an item as a sentence names it, such as *the upper pay range*."""
    return wording.say(f"item_named.{item}")


def named(item: str, point: str, wording: Wording) -> str:
    """Return a point of an item as a sentence names it, such as *point U3 of the upper range*."""
    key = f"point_of.{point}"
    return wording.say(
        key if wording.has(key) else "point_of.other", item=item_named(item, wording), point=point
    )


def figure_named(figure: Figure, wording: Wording) -> str:
    """Return what a figure is the amount of, as a sentence names it."""
    return named(figure.item, figure.point, wording)


def _recognised(name: str, recognised: Recognised, scene: Scene) -> dict[str, object]:
    """Say which year or pay area an amount is the figure of, and which awards are missing."""
    figure, wording = recognised.figure, scene.wording
    missing = _awards_since(figure, scene)
    key = f"recognised.{recognised.how}"
    if recognised.how == "earlier-year" and len(missing) != 1:
        key += "-several" if missing else "-no-award"
    values = {
        "amount": figure.amount,
        "from": _month(figure.valid_from, wording),
        "name": figure_named(figure, wording),
        "area": wording.say(f"figure.area.{figure.area}"),
        "missing": _listed(missing, wording),
    }
    return {
        name: figure.amount,
        f"{name}_sentence": wording.fill(str(wording.text(key)), values),
        f"{name}_from": figure.valid_from,
    }


def _listed(parts: list[str], wording: Wording) -> str:
    """Join parts as a sentence does: commas, and a word before the last."""
    *others, last = parts or [""]
    first = wording.say("answer_joined").join(others)
    return wording.say("recognised.and").join((first, last)) if others else last


def _awards_since(figure: Figure, scene: Scene) -> list[str]:
    """Name every award after a figure up to the day of the case, oldest first."""
    by_date: dict[date, list[Award]] = {}
    for award in scene.library.awards(scene.case.nation):
        if figure.valid_from < award.valid_from <= scene.case.on:
            by_date.setdefault(award.valid_from, []).append(award)
    awards = (award_for(rows, figure.area, figure.item, figure.point) for rows in by_date.values())
    return [words for award in awards if award and (words := _award(award, scene.wording))]


def _month(day: date, wording: Wording) -> str:
    return wording.say("recognised.month", month=wording.say(f"months.{day.month}"), year=day.year)


def _award(award: Award, wording: Wording) -> str | None:
    values: dict[str, object] = {"date": _month(award.valid_from, wording), "flat": award.flat}
    if award.percent is None:
        return wording.fill(str(wording.text("recognised.special")), values)
    values["percent"] = wording.show(award.percent, "number")
    if award.base_date is not None:
        values["base"] = _month(award.base_date, wording)
        return wording.fill(str(wording.text("recognised.award-on-base")), values)
    if award.percent and award.flat:
        return wording.fill(str(wording.text("recognised.award-and-flat")), values)
    if award.flat:
        return wording.fill(str(wording.text("recognised.flat")), values)
    return wording.fill(str(wording.text("recognised.award")), values) if award.percent else None


JOINT_DOCUMENT = "SC-01"


def instrument_in_words(instrument: str, edition: str, setting: Setting) -> str:
    """Return the full name of a document, with its edition where it has one of its own.

    Until England and Wales parted, *Document* is the joint one.
    """
    wording = setting.wording
    joint = setting.library.rules.in_force(JOINT_DOCUMENT, setting.on)
    for key in (
        f"instrument.{instrument}.{'joint' if joint else setting.nation}",
        f"instrument.{instrument}",
    ):
        if wording.has(key):
            return wording.say(key, edition=edition)
    return capitalised(instrument)


def document_in_force(finding: Finding, scene: Scene) -> str | None:
    """Return the name of the document that England and Wales share; None in other nations."""
    if not finding.citations or not scene.wording.has(f"instrument.Document.{scene.case.nation}"):
        return None
    return instrument_in_words("Document", finding.citations[0].edition, scene.setting)
