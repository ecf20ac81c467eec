"""Wales: one post on one day, under the joint document and from 1 September 2019 its own.

The School Teachers' Pay and Conditions (Wales) Document, whose paragraph numbers were not read, and
the regulations on additional learning needs co-ordinators (ALNCos).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from payapp.domain.assessment import certain_gap
from payapp.domain.cases import Case, CaseRefused
from payapp.domain.figures import Figure, NotHeld
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Library
from payapp.domain.money import ZERO, Money, over, short_of
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.posts import LEADERSHIP_ROLES, Employer, Role
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    fact_is_no,
    fact_is_yes,
    leaf,
    value_is,
)
from payapp.nations import stpcd, stpcd_scope, stpcd_sen_allowance, stpcd_tlrs
from payapp.nations.allowance_value import Range, compare
from payapp.nations.base_pay import as_received, salary_entered
from payapp.nations.later_award import no_later_award
from payapp.nations.paid_allowance import payment_to_check
from payapp.nations.question import (
    WHOLE,
    Question,
    refuse_unless,
    refuse_what_is_not_known,
)
from payapp.nations.safeguarded_sums import safeguarding
from payapp.nations.stated_duties import is_for_coordination
from payapp.nations.teacher_salary import LEADERSHIP, on_leadership_range, salary

RANGES: Final = stpcd_scope.RANGES
KINDS: Final = stpcd_scope.KINDS
EMPLOYERS: Final = frozenset(
    {Employer.MAINTAINED, Employer.CENTRAL_SERVICE, Employer.INDEPENDENT, Employer.AGENCY}
)
ROLES: Final = frozenset(Role) - {Role.LSC, Role.ASN_COORDINATOR, Role.PRINCIPAL_TEACHER}
ACADEMIES: Final = frozenset({Employer.ACADEMY_ON_STPCD, Employer.ACADEMY_OWN_TERMS})
AREA: Final = "all"
PART_TIME, SHARED = "part-time", "shared"
POINTS: Final = re.compile(r"L([1-9]\d?)-L([1-9]\d?)")


def findings(case: Case, library: Library) -> tuple[Finding, ...]:
    """Return every finding about a post in Wales on the day of the case.

    Raises CaseRefused for a value that Wales does not know.
    """
    refuse(case)
    question = Question(case, library, area=AREA, edition=_edition(case, library))
    question.read_paragraphs = not question.in_force("SC-02")
    rule, question.binds = _instrument_test(question)
    policy_range = _range_in_the_pay_policy(question)
    base = salary(question, rule)
    allowances = (
        stpcd_sen_allowance.sen_allowance(question),
        *stpcd_tlrs.standing_tlrs(question),
        *stpcd_tlrs.fixed_term_tlrs(question),
    )
    present = _present(question, base)
    moved = _alnco_leadership(question, base, present, policy_range)
    return (
        _instrument(question, rule),
        base,
        *_beside_leadership_pay(question, allowances, moved),
        *_combinations(question),
        *_beside_leadership_pay(question, _part_time(question), moved),
        *_leadership(question),
        *moved,
        *stpcd.responsibility_without_payment(question),
        *stpcd.other_allowances(question, _other_allowance),
        *_safeguarding(question, moved),
        *_designation(question),
        *stpcd.paperwork(question),
        *_paid_once(question),
        *no_later_award(question, "W-13"),
    )


def refuse(case: Case) -> None:
    """Refuse a value that Wales does not know. Raises CaseRefused."""
    if case.post.employer in ACADEMIES:  # SC-17
        refuse_unless("post.employer", case.post.employer, EMPLOYERS, why="Wales has no academies")
    refuse_what_is_not_known(case, EMPLOYERS, RANGES, KINDS)


# Which document binds


def _edition(case: Case, library: Library) -> str:
    """The pay year of the Document in force: the last one for which an award is held."""
    latest = library.book(case.nation).pay_dates[-1]
    return min(stpcd.edition(case.on), stpcd.edition(latest))


def _instrument_test(question: Question) -> tuple[str, Test]:
    """Whether a Document binds this employer, and by which rule."""
    employer = question.post.employer
    document = question.rule("SC-02", "SC-01")
    if employer is Employer.AGENCY:
        return "SC-10", leaf("SC-10", "employer", employer, NOT_MET)
    if employer is Employer.CENTRAL_SERVICE and question.in_force("SC-13"):
        return "SC-13", leaf("SC-13", "employer", employer, MET)
    if employer is Employer.CENTRAL_SERVICE:
        return document, Test(document, NOT_KNOWN, value=employer)
    maintained = employer is Employer.MAINTAINED
    return document, value_is(document, "employer", employer, holds=maintained)


def _instrument(question: Question, rule: str) -> Finding:
    """By which document, and how, this employer is bound."""
    employer = question.post.employer
    wording = f"instrument.wales.{employer or 'not-known'}"
    if not question.in_force("SC-02") and employer in (Employer.MAINTAINED, *_UNATTACHED):
        wording = f"{wording}-before-2019"
    return stpcd.instrument(question, rule, wording)


_UNATTACHED: Final = (Employer.CENTRAL_SERVICE,)


# Part-time


def _part_time(question: Question) -> tuple[Finding, ...]:
    """As in the joint document, save that no share of a responsibility is known to be paid."""
    found = stpcd_tlrs.part_time(question)
    if question.post.fte != WHOLE or not question.in_force("TLR-31"):
        return found
    return tuple(each._replace(wording="part-time.share-of-a-full-timer") for each in found)


# Leadership


def _leadership(question: Question) -> tuple[Finding, ...]:
    if question.binds.result is NOT_MET:
        return ()
    if on_leadership_range(question):
        return (_on_the_leadership_range(question),)
    return _coordinator_without_payment(question)


def _on_the_leadership_range(question: Question) -> Finding:
    """What goes with leadership pay; for an ALNCo who was moved to it, from 8 March 2026 only."""
    starts = question.day("alnco_leadership_conditions_from")
    later = _may_have_been_moved(question) and question.on < starts
    tests = [leaf("LDR-07", "range", question.pay.range, MET)]
    if later:
        tests.append(leaf("W-04", "on", question.on, NOT_MET))
    return question.finding(
        About.LEADERSHIP,
        Outcome.IN_LINE,
        Force.INFORMATION,
        all_of("LDR-07", *tests),
        "leadership.conditions-later" if later else "leadership.conditions",
        ("LDR-07", "W-04") if later else ("LDR-07",),
        details={**stpcd.working_time_limits(question), "conditions_from": starts},
    )


def _may_have_been_moved(question: Question) -> bool:
    """Say whether an ALNCo on the leadership range may be there by the change of 2025 alone."""
    post = question.post
    return (
        question.in_force("W-07")
        and post.designated_coordinator is Fact.YES
        and not _becomes_the_alnco_later(question)
        and post.role not in LEADERSHIP_ROLES
        and post.appointed_head_deputy_or_assistant is not Fact.YES
    )


def _coordinator_without_payment(question: Question) -> tuple[Finding, ...]:
    """Before leadership pay for ALNCos: nothing but a SEN allowance is paid for the duty."""
    coordinator = stpcd.coordinates(question)
    if coordinator is Fact.NO or question.in_force("W-02") or _becomes_the_alnco_later(question):
        return ()
    if not stpcd.coordination_may_be_unpaid(question):
        return ()
    because = all_of(
        "POS-03",
        fact_is_yes(question.rule("W-10", "POS-03"), "designated_coordinator", coordinator),
        stpcd.coordination_paid("POS-03", question),
    )
    return (stpcd.coordinator_not_paid(question, because, ("W-11", "POS-02", "POS-03")),)


def _combinations(question: Question) -> tuple[Finding, ...]:
    """As in the joint document, save what an ALNCo moved to leadership keeps: not settled."""
    return tuple(
        _kept_beside_leadership(question, finding)
        if finding.wording == "combination.leadership" and _may_have_been_moved(question)
        else finding
        for finding in stpcd.combinations(question)
    )


def _kept_beside_leadership(question: Question, barred: Finding) -> Finding:
    return barred._replace(
        outcome=Outcome.CANNOT_TELL,
        because=all_of("W-07", barred.because, Test("W-07", NOT_KNOWN)),
        wording="combination.moved-to-leadership",
        citations=question.cite("W-07", "TLR-18", "SEN-25"),
        next_steps=("ask-what-ends", "ask-union"),
    )


# Leadership pay for ALNCos, from 1 September 2025


def _range_in_the_pay_policy(question: Question) -> Range | None:
    """The lowest and highest leadership points that the pay policy gives the ALNCo.

    Raises CaseRefused unless the fact reads like 'L4-L8' and names two points of the day's scale.
    """
    text = question.post.alnco_range_in_pay_policy
    if text is None:
        return None
    points = POINTS.fullmatch(text)
    if points is None or int(points[1]) > int(points[2]):
        raise _refused_range(text)
    low = question.figure(LEADERSHIP, f"L{points[1]}")
    high = question.figure(LEADERSHIP, f"L{points[2]}")
    if isinstance(low, Figure) and isinstance(high, Figure):
        return Range(low, high)
    if any(isinstance(found, NotHeld) and found.lacking == "point" for found in (low, high)):
        raise _refused_range(text)
    return None


def _refused_range(text: str) -> CaseRefused:
    accepted = "give the lowest and the highest leadership point in the pay policy, such as L4-L8"
    return CaseRefused("post.alnco_range_in_pay_policy", text, accepted)


class Present(NamedTuple):
    """The pay that leadership pay comes in place of, in pounds a year as received.

    `footing` is all that is paid and may end, with `short`, what is missing in it; None where it
    cannot be told. A shortfall in the present pay is thus not counted as leadership pay, too.
    """

    footing: Money | None
    short: Money


def _present(question: Question, base: Finding) -> Present:
    """Add up the salary as it ought to be and every payment that may end with the move."""
    short = certain_gap((base,))
    salary, _ = _salary_paid(question, base)
    footing = None if salary is None else salary + short
    payments = [compare(question, each).paid for each in question.paid(*stpcd_scope.CLASSROOM_ONLY)]
    whole = question.post.fte == WHOLE
    payments += [each.amount if whole else None for each in _perhaps_for_the_role(question)]
    for paid in payments:
        footing = None if footing is None or paid is None else footing + paid
    return Present(footing, short)


def _perhaps_for_the_role(question: Question) -> tuple[Allowance, ...]:
    """Other payments that are, or may be, for co-ordinating, and may end with the move as well."""
    others = question.paid(AllowanceKind.HONORARIUM, AllowanceKind.OTHER)
    return tuple(each for each in others if is_for_coordination(each) is not NOT_MET)


def _alnco_leadership(
    question: Question, base: Finding, present: Present, policy_range: Range | None
) -> tuple[Finding, ...]:
    """Whether an ALNCo must be on leadership pay, and what that is worth."""
    if question.binds.result is NOT_MET or stpcd.coordinates(question) is Fact.NO:
        return ()
    if not question.in_force("W-02"):
        return (_before_leadership_pay(question),)
    if _becomes_the_alnco_later(question):
        return (_not_yet_the_alnco(question),)
    if question.post.role is Role.HEADTEACHER:
        return (_head_as_alnco(question),)
    if on_leadership_range(question):
        return (_already_on_leadership(question, base, policy_range),)
    tests = _leadership_pay_tests(question)
    if tests.result is MET:
        return (_leadership_pay_due(question, tests, present, policy_range),)
    found = _alnco(
        question, Outcome.CANNOT_TELL, Force.MUST, tests, _wording_of_what_is_open(question)
    )
    return (found._replace(next_steps=("ask-alnco-range", "ask-union")),)


def _wording_of_what_is_open(question: Question) -> str:
    if question.post.employer is Employer.CENTRAL_SERVICE:
        return "alnco-leadership.central-service"
    if question.post.role is Role.SUPPORT_STAFF:
        return "alnco-leadership.support-staff"
    unqualified = question.post.qualified_teacher is Fact.NO
    return f"alnco-leadership.{'not-qualified' if unqualified else 'cannot-tell'}"


def _beside_leadership_pay(
    question: Question, findings: tuple[Finding, ...], moved: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Read payments to classroom teachers as those of one who must be on leadership pay."""
    if not any(finding.outcome is Outcome.DUE_BUT_MISSING for finding in moved):
        return findings
    return tuple(
        beside for finding in findings for beside in _of_the_leadership_group(question, finding)
    )


def _of_the_leadership_group(question: Question, finding: Finding) -> Iterator[Finding]:
    """Yield what is left of a finding: paragraphs 20 and 21 do not reach the leadership group.

    Nothing new is awarded (TLR-18, SEN-25); what happens to a payment that was held before the move
    was not found (W-07), so that what is short in one is not certain.
    """
    about, outcome = finding.about, finding.outcome
    if about is About.SEN_ALLOWANCE and not question.paid(AllowanceKind.SEN_ALLOWANCE):
        yield _no_allowance_due(question, finding)
    elif outcome in (Outcome.BELOW, Outcome.AWARD_PENDING):
        yield _short_beside_leadership(question, finding)
    elif outcome is not Outcome.MAY_BE_CONSIDERED and finding.wording != "tlr.cannot-tell":
        yield finding


def _no_allowance_due(question: Question, finding: Finding) -> Finding:
    if finding.outcome is Outcome.NOT_DUE:
        return finding
    barred = leaf("SEN-25", "designated_coordinator", Fact.YES, NOT_MET)
    return question.finding(
        About.SEN_ALLOWANCE,
        Outcome.NOT_DUE,
        Force.MUST,
        all_of("SEN-25", question.binds, barred),
        "sen-allowance.moved-to-leadership",
        ("SEN-25", "W-02", "W-07"),
    )


def _short_beside_leadership(question: Question, finding: Finding) -> Finding:
    told = finding._replace(
        outcome=Outcome.CANNOT_TELL,
        amount_low=None,
        amount_high=None,
        next_steps=("ask-what-ends", "ask-union"),
    )
    if finding.about is About.PART_TIME:
        return told
    return told._replace(
        because=all_of("W-07", finding.because, Test("W-07", NOT_KNOWN)),
        wording=f"{finding.about}.short-beside-leadership",
        citations=question.cite("W-07", "TLR-18", "SEN-25"),
        confirmed_low=None,
    )


def _safeguarding(question: Question, moved: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """As in the joint document, save that a move to leadership pay may end what is safeguarded."""
    found = safeguarding(question)
    if not any(finding.outcome is Outcome.DUE_BUT_MISSING for finding in moved):
        return found
    return tuple(
        _sum_beside_leadership(question, finding) if finding.outcome in _SHORT_SUM else finding
        for finding in found
    )


_SHORT_SUM: Final = frozenset({Outcome.BELOW, Outcome.DUE_BUT_MISSING})


def _sum_beside_leadership(question: Question, finding: Finding) -> Finding:
    return finding._replace(
        outcome=Outcome.CANNOT_TELL,
        because=all_of("W-07", finding.because, Test("W-07", NOT_KNOWN)),
        wording="safeguarding.short-beside-leadership",
        citations=(*finding.citations, *question.cite("W-07")),
        amount_low=None,
        amount_high=None,
        next_steps=("ask-safeguarding-notice", "ask-what-ends", "ask-union"),
    )


_ALNCO_RULES: Final = ("W-02", "W-03", "W-04", "W-05", "W-06", "W-07")


def _alnco(
    question: Question,
    outcome: Outcome,
    force: Force,
    tests: Test,
    wording: str,
    rules: tuple[str, ...] = _ALNCO_RULES,
) -> Finding:
    details = _conditions(question)
    return question.finding(
        About.ALNCO_LEADERSHIP, outcome, force, tests, wording, rules, details=details
    )


def _conditions(question: Question) -> dict[str, object]:
    """From when leadership pay, and leadership's lack of working time limits, reach ALNCos."""
    starts = question.day("alnco_leadership_conditions_from")
    return {
        **stpcd.working_time_limits(question),
        "pay_from": question.day("alnco_leadership_pay_from"),
        "conditions_from": starts,
        "conditions_apply": question.on >= starts,
    }


def _before_leadership_pay(question: Question) -> Finding:
    tests = leaf("W-02", "on", question.on, NOT_MET)
    return _alnco(
        question,
        Outcome.NOT_DUE,
        Force.INFORMATION,
        tests,
        "alnco-leadership.before",
        ("W-16", "W-12"),
    )


def _becomes_the_alnco_later(question: Question) -> bool:
    since = question.post.coordinator_since
    return since is not None and question.on < since


def _not_yet_the_alnco(question: Question) -> Finding:
    """Nothing is due as ALNCo on a day before the one from which the post is held."""
    since = question.post.coordinator_since
    tests = all_of("W-02", question.binds, leaf("W-02", "coordinator_since", since, NOT_MET))
    found = _alnco(
        question,
        Outcome.NOT_DUE,
        Force.MUST,
        tests,
        "alnco-leadership.not-yet",
        ("W-02",),
    )
    return found._replace(details={**found.details, "since": since})


def _head_as_alnco(question: Question) -> Finding:
    """Paragraph 9: a head who is the ALNCo is not moved; the head's own pay may reflect it."""
    tests = all_of("HT-02", question.binds, leaf("HT-02", "role", question.post.role, MET))
    return _alnco(
        question,
        Outcome.MAY_BE_CONSIDERED,
        Force.MAY,
        tests,
        "alnco-leadership.headteacher",
        ("HT-02", "W-05"),
    )


def _already_on_leadership(
    question: Question, base: Finding, policy_range: Range | None
) -> Finding:
    """Who was there before is outside the move; who was moved is paid by the policy's range."""
    moved = _was_moved(question)
    if policy_range is None or moved.result is NOT_MET:
        tests = leaf("W-05", "range", question.pay.range, MET)
        return _alnco(
            question, Outcome.IN_LINE, Force.INFORMATION, tests, "alnco-leadership.on-leadership"
        )
    low, high = (question.received(figure.amount) for figure in policy_range)
    paid, _ = _salary_paid(question, base)
    outcome, name, asked = _in_the_range(question, moved, base, low, high)
    not_settled = tuple(_not_settled(question))
    if outcome in _OUTSIDE and not_settled:
        name, outcome = f"{outcome}-not-settled", Outcome.CANNOT_TELL
        asked, low, high = (*asked, Test("W-03", NOT_KNOWN)), None, None
    if outcome is Outcome.BELOW and paid is not None:
        paid += base.gap or ZERO  # is counted with base pay, and once
    within = outcome is Outcome.IN_LINE
    found = _alnco(
        question,
        outcome,
        Force.MUST,
        all_of("W-03", *asked) if within else all_of("W-03", moved, *asked),
        f"alnco-leadership.{name}",
        ("W-03", "W-02", "W-05", "W-06"),
    )
    return found._replace(
        details={**found.details, **_as_told(not_settled), "range": policy_range},
        figures=policy_range.figures,
        amount_low=low,
        amount_high=high,
        paid=paid,
        next_steps=_STEPS_IN_THE_RANGE.get(outcome, ()),
    )


_STEPS_IN_THE_RANGE: Final = dict.fromkeys(
    (Outcome.BELOW, Outcome.ABOVE, Outcome.CANNOT_TELL),
    ("ask-alnco-range", "ask-alnco-placement", "ask-union"),
)


# For a part-timer, or across schools, neither is certain: how the range reaches them was not found.
_OUTSIDE: Final = frozenset({Outcome.BELOW, Outcome.ABOVE})


def _was_moved(question: Question) -> Test:
    """On leadership as the ALNCo, and neither head, deputy nor assistant head: read as moved."""
    post = question.post
    leads = Fact.YES if post.role in LEADERSHIP_ROLES else post.appointed_head_deputy_or_assistant
    appointed = fact_is_no("W-05", "appointed_head_deputy_or_assistant", leads)
    return all_of("W-02", *_reached_by_the_move(question), appointed)


def _salary_paid(question: Question, base: Finding) -> tuple[Money | None, tuple[str, ...]]:
    """The salary as received, whichever point it is on, or the facts that are wanting."""
    if base.paid is not None:
        return base.paid, ()
    salary, wanting = salary_entered(question)
    return (None, wanting) if salary is None else (as_received(question, salary), ())


def _in_the_range(
    question: Question, moved: Test, base: Finding, low: Money | None, high: Money | None
) -> tuple[Outcome, str, tuple[Test, ...]]:
    """How leadership pay stands to the range of the pay policy, and what is asked or compared."""
    paid, wanting = _salary_paid(question, base)
    if paid is None or low is None or high is None:
        wanting = ("fte",) if low is None else wanting or ("salary",)
        asked = tuple(leaf("W-03", fact, None, NOT_KNOWN) for fact in wanting)
        return Outcome.CANNOT_TELL, "moved-pay-not-known", asked
    short = short_of(paid + (base.gap or ZERO), low, received=True)
    if not short and not over(paid, high, received=True):
        within = leaf("W-03", "salary", paid, MET)
        return Outcome.IN_LINE, "within-policy-range", (within,)
    outside = "below" if short else "above"
    if moved.result is NOT_KNOWN:
        return Outcome.CANNOT_TELL, f"{outside}-if-moved", ()
    if short:
        return Outcome.BELOW, "below", (leaf("W-03", "salary", paid, NOT_MET),)
    conserved = question.pay.salary_conserved
    kept = fact_is_no("W-03", "salary_conserved", conserved)
    return (*_ABOVE_THE_RANGE[kept.result], (kept,))


_ABOVE_THE_RANGE: Final = {
    MET: (Outcome.ABOVE, "above"),
    NOT_KNOWN: (Outcome.CANNOT_TELL, "above-unless-conserved"),
    NOT_MET: (Outcome.IN_LINE, "above-conserved"),
}


def _leadership_pay_tests(question: Question) -> Test:
    """The Document of 2025 as revised: an ALNCo who is not on leadership moves to it."""
    reached = tuple(_reached_by_the_move(question))
    if question.post.role is Role.SUPPORT_STAFF:
        return all_of("W-02", *reached)
    on_another_range = value_is("W-05", "range", question.pay.range, holds=True)
    return all_of("W-02", *reached, on_another_range)


def _reached_by_the_move(question: Question) -> Iterator[Test]:
    """Yield whom the move reaches: designated ALNCos.

    For a central service, for support staff, and for somebody who is no qualified teacher, it is
    not known.
    """
    post = question.post
    yield question.binds
    yield fact_is_yes("W-02", "designated_coordinator", post.designated_coordinator)
    if post.employer is Employer.CENTRAL_SERVICE:
        yield Test("W-02", NOT_KNOWN, value=post.employer)
    if post.role is Role.SUPPORT_STAFF:
        yield Test("W-02", NOT_KNOWN, value=post.role)
    if post.qualified_teacher is Fact.NO:
        yield Test("W-08", NOT_KNOWN)


_STEPS_TO_LEADERSHIP_PAY: Final = (
    "ask-alnco-range",
    "ask-alnco-placement",
    "ask-what-ends",
    "ask-back-pay",
    "ask-union",
)


def _leadership_pay_due(
    question: Question, tests: Test, present: Present, policy_range: Range | None
) -> Finding:
    """Leadership pay is due; its amount, beside all that may end, only as far as it is settled."""
    not_settled = tuple(_not_settled(question))
    settled = question.post.fte == WHOLE and not not_settled
    possible = policy_range or _whole_scale(question)
    told = possible if settled else None
    low = question.received(told.low.amount) if told else None
    high = question.received(told.high.amount) if told else None
    ending = question.paid(*stpcd_scope.CLASSROOM_ONLY)
    paid = present.footing
    return question.finding(
        About.ALNCO_LEADERSHIP,
        Outcome.DUE_BUT_MISSING,
        Force.MUST,
        tests,
        _wording_of_the_amounts(low, high, paid, placed=policy_range is not None),
        _ALNCO_RULES,
        details={
            **_conditions(question),
            **_as_told(not_settled),
            "range": policy_range,
            "points_expected": question.number("alnco_range_points"),
            "points_entered": _points_unlike_the_policys(question),
            "ending": ending,
            "for_the_role": _perhaps_for_the_role(question),
            "short_now": present.short or None,
            "difference_low": None if low is None or paid is None else low - paid,
            "difference_high": None if high is None or paid is None else high - paid,
        },
        figures=possible.figures if possible else (),
        low=low,
        high=high,
        paid=paid,
        missing=() if told and policy_range else tuple(_wanting(question)),
        next_steps=_STEPS_TO_LEADERSHIP_PAY,
    )


def _points_unlike_the_policys(question: Question) -> int | None:
    """How many points the range entered has, where that is not what a pay policy is to set."""
    ends = POINTS.fullmatch(question.post.alnco_range_in_pay_policy or "")
    points = None if ends is None else int(ends[2]) - int(ends[1]) + 1
    return None if points == question.number("alnco_range_points") else points


def _as_told(not_settled: tuple[str, ...]) -> dict[str, object]:
    return {
        "not_settled": not_settled,
        "part_time": PART_TIME in not_settled,
        "shared": SHARED in not_settled,
    }


def _not_settled(question: Question) -> Iterator[str]:
    """Name what no text that was read settles about leadership pay for this ALNCo."""
    if question.post.fte is not None and question.post.fte != WHOLE:
        yield PART_TIME
    if question.post.shared_across_schools is Fact.YES:
        yield SHARED


def _wanting(question: Question) -> Iterator[str]:
    """Name the facts without which no amount can be told."""
    post = question.post
    if post.alnco_range_in_pay_policy is None:
        yield "alnco_range_in_pay_policy"
    if post.headteacher_group is None:
        yield "headteacher_group"
    if post.fte is None:
        yield "fte"


def _whole_scale(question: Question) -> Range | None:
    """The widest that leadership pay can be: from L1 to the top of the school's group, if known."""
    group = question.post.headteacher_group
    low = question.figure(LEADERSHIP, "L1")
    top = (LEADERSHIP, "L43") if group is None else (f"headteacher-group-{group}", "max")
    high = question.figure(*top)
    held = [figure for figure in (low, high) if isinstance(figure, Figure)]
    return Range(held[0], held[-1]) if held else None


def _wording_of_the_amounts(
    low: Money | None, high: Money | None, paid: Money | None, *, placed: bool
) -> str:
    """The sentence that fits; only where the least is more than what is paid is there a gain."""
    if low is None or high is None:
        return "alnco-leadership.amount-not-told"
    if not placed:
        surely = paid is not None and low > paid
        return "alnco-leadership.more-at-least" if surely else "alnco-leadership.amount-not-told"
    if paid is None:
        return "alnco-leadership.paid-not-told"
    if low - paid > ZERO:
        return "alnco-leadership.more"
    return "alnco-leadership.perhaps-more" if high > paid else "alnco-leadership.no-more"


# Other payments


def _paid_once(question: Question) -> tuple[Finding, ...]:
    """The payment of 2022/23 that is in no salary: told, and neither computed nor counted."""
    if question.binds.result is NOT_MET or not question.in_force("W-18"):
        return ()
    return (
        question.finding(
            About.UPLIFT,
            Outcome.IN_LINE,
            Force.INFORMATION,
            Test("W-18", MET),
            "uplift.paid-once",
            ("W-18",),
        ),
    )


def _other_allowance(question: Question, allowance: Allowance) -> Finding | None:
    """Payments on which no Welsh paragraph was read: shown, nothing is compared."""
    kind = allowance.kind
    if kind in stpcd_scope.CLASSROOM_ONLY:
        return None
    document = question.rule("SC-02", "SC-01")
    return payment_to_check(question, (document,), "other-allowance.not-read", kind)


# Who may be the ALNCo


def _designation(question: Question) -> tuple[Finding, ...]:
    """The Act and its regulations: an ALNCo is a registered teacher, or has listed experience."""
    post = question.post
    if post.designated_coordinator is not Fact.YES or not question.in_force("W-10"):
        return ()
    independent = post.employer is Employer.INDEPENDENT
    registration = question.rule("W-08", "W-09")
    tests = all_of(
        registration,
        value_is("W-10", "employer", post.employer, holds=not independent),
        fact_is_yes(registration, "ewc_registered", post.ewc_registered),
    )
    outcome, wording = _DESIGNATION[tests.result]
    if independent:
        outcome, wording = Outcome.DOES_NOT_APPLY, "senco-qualification.no-duty"
    elif tests.result is NOT_MET and _held_the_post_before(question):
        outcome, wording = Outcome.CANNOT_TELL, "senco-qualification.experience"
    return (
        question.finding(
            About.SENCO_QUALIFICATION,
            outcome,
            Force.MUST,
            tests,
            wording,
            (registration, "W-10"),
            details={"duty_from": question.day("aln_coordinator_duty_from")},
            next_steps=_STEPS_TO_REGISTRATION.get(outcome, ()),
        ),
    )


_DESIGNATION: Final = {
    MET: (Outcome.IN_LINE, "senco-qualification.registered"),
    NOT_MET: (Outcome.NOT_PERMITTED, "senco-qualification.not-registered"),
    NOT_KNOWN: (Outcome.CANNOT_TELL, "senco-qualification.registration-not-known"),
}


_STEPS_TO_REGISTRATION: Final = {
    Outcome.NOT_PERMITTED: ("ask-registration", "ask-union"),
    Outcome.CANNOT_TELL: ("ask-registration",),
}


def _held_the_post_before(question: Question) -> bool:
    """Say whether experience from before the duty may count: the list of it was not read."""
    since = question.post.coordinator_since
    return since is not None and since < question.day("aln_coordinator_duty_from")
