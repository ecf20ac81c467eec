"""Allowances in Northern Ireland: for teaching, for special needs, together, and other payments."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from payapp.domain.figures import Figure
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.money import ZERO, Money, pro_rata
from payapp.domain.pay import Allowance, AllowanceKind
from payapp.domain.posts import DesignatedUnit, Role
from payapp.domain.rules import AllowanceTerms, Force, Proportion
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Test,
    all_of,
    any_of,
    fact_is_yes,
    leaf,
    missing_facts,
    value_is,
)
from payapp.nations.allowance_value import (
    Range,
    Value,
    compare,
    range_of,
    span,
    span_of_share,
    taken_together,
)
from payapp.nations.northern_ireland_scope import (
    LEADERSHIP,
    SEN_ALLOWANCES,
    SPECIAL_SCHOOLS,
    TEACHING_ALLOWANCES,
    classroom_teacher,
)
from payapp.nations.paid_allowance import (
    Conclusion,
    counted_as_one,
    each_in_proportion,
    force_of_paid,
    paid_outcome,
    payment_to_check,
    proportion_finding,
    short_of_nothing,
    value_finding,
)
from payapp.nations.question import WHOLE, Question, share_held
from payapp.nations.stated_causes import (
    ANOTHER_POST,
    FIXED_TERM,
    NEW_STRUCTURE,
    OWN_CHOICE,
    Cause,
    Words,
    by_words,
    words_of,
)


def teaching_allowance_tests(question: Question) -> Test:
    """All three conditions (a) to (c), and one of the descriptions of the second limb.

    The list of descriptions was read only in part: where the two that were read are not met,
    another may be, so that the limb is then not known.
    """
    post = question.post
    described = any_of(
        "NI-TA-07",
        fact_is_yes(
            "NI-TA-07", "leads_area_or_pupil_development", post.leads_area_or_pupil_development
        ),
        fact_is_yes("NI-TA-07", "impact_beyond_own_classes", post.impact_beyond_own_classes),
        Test("NI-TA-07", NOT_KNOWN),
    )
    return all_of(
        "NI-TA-04",
        question.binds,
        classroom_teacher(question),
        fact_is_yes("NI-TA-04", "significant_responsibility", post.significant_responsibility),
        fact_is_yes("NI-TA-05", "teaching_and_learning_focus", post.teaching_and_learning_focus),
        fact_is_yes("NI-TA-06", "professional_judgement", post.professional_judgement),
        described,
    )


_TEACHING_ALLOWANCE_RULES: Final = (
    "NI-TA-01",
    "NI-TA-04",
    "NI-TA-05",
    "NI-TA-06",
    "NI-TA-07",
    "NI-TA-08",
    "NI-TA-12",
    "NI-TA-13",
    "NI-TA-14",
)
_PART_TIME_RULES: Final = ("NI-TA-09", "NI-TA-10", "NI-TA-11", "NI-PT-01")


def teaching_allowance(question: Question) -> tuple[Finding, ...]:
    """What each teaching allowance that is paid comes to, or whether one may be considered."""
    tests = teaching_allowance_tests(question)
    if question.binds.result is NOT_MET:
        return (_allowance(question, Outcome.DOES_NOT_APPLY, tests, "not-bound"),)
    barred = classroom_teacher(question).result is NOT_MET
    paid = question.paid(*TEACHING_ALLOWANCES)
    if paid and not barred:
        found = tuple(_teaching_allowance_paid(question, tests, each) for each in paid)
        return _as_one_award(question, found, paid, _PAID_RULES)
    if tests.result is MET:
        return (_teaching_allowance_possible(question, tests),)
    if tests.result is NOT_MET:
        wording = "barred" if barred else "not-due"
        return (_allowance(question, Outcome.NOT_DUE, tests, wording),)
    turns_on_binding = question.binds.result is NOT_KNOWN and not missing_facts(tests)
    wording = "cannot-tell-if-bound" if turns_on_binding else "cannot-tell"
    return (_allowance(question, Outcome.CANNOT_TELL, tests, wording),)


def _allowance(question: Question, outcome: Outcome, tests: Test, wording: str) -> Finding:
    return question.finding(
        About.TEACHING_ALLOWANCE,
        outcome,
        Force.MAY,
        tests,
        f"teaching-allowance.{wording}",
        _TEACHING_ALLOWANCE_RULES,
        next_steps=("ask-duties-described",) if outcome is Outcome.CANNOT_TELL else (),
    )


def _terms(question: Question, allowance: Allowance) -> AllowanceTerms | None:
    """How a teaching allowance is paid: by its share where it is split between teachers."""
    terms = question.terms(allowance.kind)
    share = share_held(question, allowance)
    if terms is None or share is None or share == WHOLE:
        return terms
    return terms._replace(proportion=Proportion.SHARE, rules=("NI-TA-11",))


def _compared(
    question: Question,
    allowance: Allowance,
    tests: Test,
    about: str,
    terms: AllowanceTerms | None = None,
) -> tuple[Value, Outcome, str]:
    """Compare an allowance that is paid with its value, and name what that comes to.

    What a protected one rises by, if by anything, was not read: it is in order as it is paid, and
    one that is less than the value of the day is not short for certain.
    """
    value = compare(question, allowance, terms)
    outcome, wording = paid_outcome(question, allowance, value, tests, about)
    if wording == f"{about}.safeguarded":
        return value._replace(low=value.paid, high=value.paid), outcome, wording
    if allowance.safeguarded is Fact.NO or outcome not in _LESS:
        return value, outcome, wording
    asked = ("safeguarded",) if allowance.safeguarded is Fact.NOT_KNOWN else ()
    value = value._replace(low=None, high=None, missing=asked)
    return value, Outcome.CANNOT_TELL, f"{about}.below-unless-safeguarded"


_LESS: Final = frozenset({Outcome.BELOW, Outcome.AWARD_PENDING})


def _teaching_allowance_paid(question: Question, tests: Test, allowance: Allowance) -> Finding:
    terms = _terms(question, allowance)
    value, outcome, wording = _compared(question, allowance, tests, "teaching-allowance", terms)
    failed = tests.result is NOT_MET and question.binds.result is MET
    if failed and allowance.safeguarded is Fact.NO:
        outcome, wording = Outcome.NOT_PERMITTED, "teaching-allowance.paid-without-criteria"
        value = value._replace(low=ZERO, high=ZERO, missing=())
    elif failed and wording == "teaching-allowance.in-line":
        outcome, wording = Outcome.CANNOT_TELL, "teaching-allowance.safeguarding-not-known"
        value = value._replace(low=None, high=None, missing=("safeguarded",))
    concluded = Conclusion(About.TEACHING_ALLOWANCE, outcome, force_of_paid(wording), wording)
    return value_finding(question, concluded, tests, _PAID_RULES, value)


_PAID_RULES: Final = (*_TEACHING_ALLOWANCE_RULES, *_PART_TIME_RULES)


def _as_one_award(
    question: Question,
    found: tuple[Finding, ...],
    paid: tuple[Allowance, ...],
    rules: tuple[str, ...],
) -> tuple[Finding, ...]:
    """Count several current awards of a kind as one: which of them is due was read nowhere.

    A teacher holds one teaching allowance; whether SEN2 comes on top of SEN1 or in its place is not
    settled, and one of them may be entered in parts.
    """
    current = tuple(each for each in paid if each.safeguarded is not Fact.YES)
    if not current[1:]:
        return found
    shares = [share for each in current if (share := each.share) is not None]
    together = replace(
        taken_together(question, current),
        kind=min(each.kind for each in current),
        share=min(shares, default=None),
        safeguarded=Fact.NO,
    )
    terms = _terms(question, together) if together.kind in TEACHING_ALLOWANCES else None
    return counted_as_one(question, found, compare(question, together, terms), rules)


def _teaching_allowance_possible(question: Question, tests: Test) -> Finding:
    """The tests are met and nothing is paid: all five values, for no text says which one fits."""
    found = [range_of(question, kind) for kind in TEACHING_ALLOWANCES]
    values = tuple(each.low for each in found if isinstance(each, Range))
    return question.finding(
        About.TEACHING_ALLOWANCE,
        Outcome.MAY_BE_CONSIDERED,
        Force.MAY,
        tests,
        "teaching-allowance.may-be-considered" if values else "teaching-allowance.may-no-figure",
        (*_TEACHING_ALLOWANCE_RULES, "NI-CO-07", *_PART_TIME_RULES),
        details={"level": "not-established"},
        figures=values,
        low=ZERO,
        high=_most_of_a_new_one(question, values),
        paid=ZERO,
        next_steps=("ask-pay-policy", "ask-duties-described", "ask-union"),
    )


def _most_of_a_new_one(question: Question, values: tuple[Figure, ...]) -> Money | None:
    """The most that a teaching allowance not yet paid could bring, pounds a year received."""
    terms = question.terms(TEACHING_ALLOWANCES[-1])
    if not values or terms is None:
        return None
    most = values[-1].amount
    awarded = Allowance(kind=TEACHING_ALLOWANCES[-1], amount=most)
    return pro_rata(most, span(question, awarded, terms).high)


def part_time(question: Question) -> tuple[Finding, ...]:
    """How much of a teaching allowance a part-timer, or one of several holders, is paid."""
    held = question.paid(*TEACHING_ALLOWANCES)
    if question.binds.result is NOT_MET or classroom_teacher(question).result is NOT_MET:
        return ()
    return each_in_proportion(held, partial(_proportion, question))


def _proportion(question: Question, paid: Allowance, *, several: bool) -> Iterator[Finding]:
    terms, share = _terms(question, paid), span_of_share(question, paid).settled
    if terms is None or (question.post.fte == WHOLE and share == WHOLE):
        return
    fails = teaching_allowance_tests(question).result is NOT_MET
    in_line = compare(question, paid, terms).outcome is Outcome.IN_LINE
    force = Force.MAY if in_line or fails else Force.MUST
    found = proportion_finding(question, paid, terms, _PART_TIME_RULES, force)
    yield short_of_nothing(found) if fails or several else found


# SEN1 and SEN2

_SEN: Final = "sen-allowance"
_SEN_RULES: Final = (
    "NI-SEN-01",
    "NI-SEN-02",
    "NI-SEN-03",
    "NI-SEN-04",
    "NI-SEN-05",
    "NI-SEN-06",
    "NI-SEN-08",
    "NI-CO-06",
)
_WHERE_TO_LOOK: Final = ("check-letter", "ask-pay-policy", "check-payslip", "ask-union")


def sen_allowance(question: Question) -> tuple[Finding, ...]:
    """The value of SEN1 or SEN2 where one is paid, and what can be said of entitlement.

    No text was found that says who is to be paid it: the contract or the appointment letter decides
    (*McGuigan*), and where it is not known the answer is *cannot tell*.

    That answer is a *must*, which holds back the verdict, where an allowance is on the payslip,
    and in a post in which one is likely or may be: a special school or a specialist class, a
    teacher of deaf or blind children, or a setting that is not known. It is a *may* where the
    setting is known to be another one, or the post is on the leadership scale: the contract could
    still name an allowance there, as any contract could, but nothing that was read gives a reason
    to ask.
    """
    paid = question.paid(*SEN_ALLOWANCES)
    if question.binds.result is NOT_MET:
        return (_entitlement(question, Outcome.DOES_NOT_APPLY, "not-bound", Force.MUST),)
    values = tuple(_sen_value(question, allowance) for allowance in paid)
    values = _as_one_award(question, values, paid, (*_SEN_RULES, "NI-PT-01"))
    letter = question.post.allowance_in_contract_or_letter
    if paid and letter is Fact.YES:
        return values
    if paid:
        wording = "paid-not-in-letter" if letter is Fact.NO else "paid-letter-not-known"
        return (*values, _entitlement(question, Outcome.CANNOT_TELL, wording, Force.MUST))
    return (_sen_not_paid(question),)


def _sen_value(question: Question, allowance: Allowance) -> Finding:
    value, outcome, wording = _compared(question, allowance, question.binds, _SEN)
    fits = leaf("NI-SEN-02", "allowances", allowance.kind, NOT_MET)
    if outcome is Outcome.IN_LINE:
        fits = fits._replace(result=MET)
    elif outcome is Outcome.CANNOT_TELL:
        # The payment itself is known, so that it is never what is wanting.
        fits = Test("NI-SEN-02", NOT_KNOWN, value=allowance.kind)
    because = all_of("NI-SEN-02", question.binds, fits)
    concluded = Conclusion(About.SEN_ALLOWANCE, outcome, Force.MUST, wording)
    return value_finding(question, concluded, because, (*_SEN_RULES, "NI-PT-01"), value)


def _in_the_letter(question: Question) -> Test:
    letter = question.post.allowance_in_contract_or_letter
    in_the_letter = fact_is_yes("NI-SEN-03", "allowance_in_contract_or_letter", letter)
    return all_of("NI-SEN-03", question.binds, in_the_letter)


def _likely_post(question: Question) -> Test:
    """Whether the post is one in which a special needs allowance is likely: a prompt to check."""
    school_type, pay_range = question.post.school_type, question.pay.range
    in_one = value_is("NI-SEN-06", "school_type", school_type, holds=school_type in SPECIAL_SCHOOLS)
    if school_type is None and question.post.in_special_school is Fact.NO:
        in_one = leaf("NI-SEN-06", "in_special_school", Fact.NO, NOT_MET)
    return all_of(
        "NI-SEN-06",
        value_is("NI-SEN-06", "range", pay_range, holds=pay_range != LEADERSHIP),
        any_of(
            "NI-SEN-06",
            in_one,
            _specialist_class(question),
            *_sensory_teacher(question),
        ),
    )


def _sensory_teacher(question: Question) -> tuple[Test, ...]:
    """A teacher of deaf or blind children, who had an allowance by the regulations of 1987."""
    post = question.post
    if post.role is Role.SPECIALIST_SENSORY_TEACHER:
        return (leaf("NI-SEN-05", "role", post.role, MET),)
    if post.sensory_qualification_required is Fact.YES:
        return (leaf("NI-SEN-05", "sensory_qualification_required", Fact.YES, MET),)
    return ()


def _specialist_class(question: Question) -> Test:
    post = question.post
    teaches = fact_is_yes("NI-SEN-06", "teaches_designated_class", post.teaches_designated_class)
    if teaches.result is NOT_KNOWN and post.designated_unit is DesignatedUnit.NONE:
        return leaf("NI-SEN-06", "designated_unit", post.designated_unit, NOT_MET)
    if teaches.result is NOT_KNOWN and post.teaches_sen_pupils is Fact.NO:
        return leaf("NI-SEN-06", "teaches_sen_pupils", Fact.NO, NOT_MET)
    return teaches


def _sen_not_paid(question: Question) -> Finding:
    in_the_letter = _in_the_letter(question)
    likely = _likely_post(question)
    force = Force.MAY if likely.result is NOT_MET else Force.MUST
    if in_the_letter.result is MET:
        # The allowance that the letter names may be the teaching allowance that is paid.
        if question.paid(*TEACHING_ALLOWANCES):
            return _entitlement(question, Outcome.CANNOT_TELL, "letter-names-which", force)
        return _sen_missing(question, in_the_letter)
    if in_the_letter.result is NOT_MET:
        by_policy = question.post.pay_policy_covers_sen
        if likely.result is MET and by_policy is not Fact.NO:
            return _not_in_the_letter(question, in_the_letter, by_policy)
        return _entitlement(question, Outcome.NOT_DUE, "not-due", Force.MUST)
    return _entitlement(question, Outcome.CANNOT_TELL, "cannot-tell", force, likely)


def _not_in_the_letter(question: Question, in_the_letter: Test, by_policy: Fact) -> Finding:
    """Where one is likely, the salary policy may give what contract and letter do not name."""
    found = _entitlement(question, Outcome.CANNOT_TELL, "not-in-the-letter", Force.MUST)
    policy = leaf("NI-SEN-03", "pay_policy_covers_sen", by_policy, NOT_KNOWN)
    asked = by_policy is Fact.NOT_KNOWN
    return found._replace(
        because=any_of("NI-SEN-03", in_the_letter, policy),
        missing=("pay_policy_covers_sen",) if asked else (),
    )


def _entitlement(
    question: Question, outcome: Outcome, wording: str, force: Force, likely: Test | None = None
) -> Finding:
    because = _in_the_letter(question)
    undecided = outcome is Outcome.CANNOT_TELL
    setting = missing_facts(likely) if likely else ()
    return question.finding(
        About.SEN_ALLOWANCE,
        outcome,
        force,
        because,
        f"{_SEN}.{wording}",
        _SEN_RULES,
        details={
            "likely": likely.result if likely else None,
            "sensory": bool(_sensory_teacher(question)),
        },
        figures=_sen_figures(question),
        missing=(*missing_facts(because), *setting) if undecided else (),
        next_steps=_WHERE_TO_LOOK if undecided or outcome is Outcome.NOT_DUE else (),
    )


def _sen_figures(question: Question) -> tuple[Figure, ...]:
    found = (range_of(question, kind) for kind in SEN_ALLOWANCES)
    return tuple(each.low for each in found if isinstance(each, Range))


def _sen_missing(question: Question, in_the_letter: Test) -> Finding:
    """The letter names an allowance and none is paid; which of the two is not asked."""
    figures = _sen_figures(question)
    received = [question.received(figure.amount) for figure in figures] or [None]
    return question.finding(
        About.SEN_ALLOWANCE,
        Outcome.DUE_BUT_MISSING,
        Force.MUST,
        in_the_letter,
        f"{_SEN}.due-but-missing",
        (*_SEN_RULES, "NI-PT-01"),
        figures=figures,
        low=received[0],
        high=received[-1],
        paid=ZERO,
        missing=() if question.post.fte is not None else ("fte",),
        next_steps=("check-letter", "ask-payroll", "ask-union"),
    )


# Combinations


def combinations(question: Question) -> tuple[Finding, ...]:
    """What may not be held together, and what no text says may or may not be."""
    if question.binds.result is NOT_MET:
        return ()
    teaching = question.paid(*TEACHING_ALLOWANCES)
    special = question.paid(*SEN_ALLOWANCES)
    found = []
    if len(teaching) > question.number("teaching_allowances_at_once"):
        found.append(_more_than_one(question, teaching))
    if teaching and question.pay.range == LEADERSHIP:
        barred = leaf("NI-TA-13", "range", LEADERSHIP, NOT_MET)
        found.append(_barred(question, barred, "combination.leadership"))
    if len({each.kind for each in special}) > 1:
        found.append(_not_settled(question, "combination.sen1-and-sen2"))
    elif len(special) > 1:
        twice = _not_settled(question, "combination.sen-allowance-twice")
        found.append(twice._replace(force=Force.MUST))
    if special and teaching:
        wording = "combination.sen-and-teaching-allowance"
        found.append(_not_settled(question, wording))
    return tuple(found)


def _more_than_one(question: Question, held: tuple[Allowance, ...]) -> Finding:
    """One teaching allowance a teacher; a protected one may run beside it."""
    current = [each for each in held if each.safeguarded is Fact.NO]
    protected = [each for each in held if each.safeguarded is Fact.YES]
    most = question.number("teaching_allowances_at_once")
    result = NOT_KNOWN
    if len(current) > most:
        result = NOT_MET
    elif len(held) - len(protected) <= most:
        result = MET
    one = leaf("NI-TA-02", "allowances", tuple(each.kind for each in held), result)
    if result is NOT_KNOWN:
        one = leaf("NI-TA-02", "safeguarded", Fact.NOT_KNOWN, result)
    wording = "combination.two-teaching-allowances"
    if result is NOT_MET:
        return _barred(question, one, wording)
    outcome = Outcome.IN_LINE if result is MET else Outcome.CANNOT_TELL
    return _combination(question, outcome, one, f"{wording}-{outcome}")


def _barred(question: Question, test: Test, wording: str) -> Finding:
    bound = question.binds.result is MET
    outcome = Outcome.NOT_PERMITTED if bound else Outcome.CANNOT_TELL
    return _combination(question, outcome, test, wording)


def _combination(question: Question, outcome: Outcome, test: Test, wording: str) -> Finding:
    return question.finding(
        About.COMBINATION,
        outcome,
        Force.MUST,
        all_of(test.rule, question.binds, test),
        wording,
        ("NI-TA-02", "NI-TA-03", "NI-TA-13"),
        missing=(*missing_facts(question.binds), *missing_facts(test)),
        next_steps=() if outcome is Outcome.IN_LINE else ("check-letter", "ask-union"),
    )


def _not_settled(question: Question, wording: str) -> Finding:
    """No text that was read says whether these may be held together."""
    return question.finding(
        About.COMBINATION,
        Outcome.CANNOT_TELL,
        Force.INFORMATION,
        Test("NI-SEN-02", NOT_KNOWN),
        wording,
        ("NI-SEN-02",),
        next_steps=("check-letter", "ask-pay-policy"),
    )


# Other payments

_OTHER_PAYMENTS: Final = {
    AllowanceKind.ACTING: (Force.MAY, "NI-ACT-01", ("check-letter",)),
    AllowanceKind.HONORARIUM: (Force.MUST, "NI-ACT-02", ("ask-honorarium-approval", "ask-union")),
    AllowanceKind.OTHER: (Force.INFORMATION, "NI-PAY-01", ("check-letter",)),
}


def other_allowances(question: Question) -> tuple[Finding, ...]:
    """Payments without a published amount; an honorarium needs an approval that no fact holds."""
    if question.binds.result is NOT_MET:
        return ()
    return tuple(
        _other_allowance(question, allowance.kind)
        for allowance in question.allowances
        if allowance.kind in _OTHER_PAYMENTS
    )


def _other_allowance(question: Question, kind: AllowanceKind) -> Finding:
    force, rule, steps = _OTHER_PAYMENTS[kind]
    found = payment_to_check(question, (rule,), f"other-allowance.{kind}", kind, force)
    return found._replace(next_steps=steps)


_REORGANISED: Final = (
    *NEW_STRUCTURE,
    "closure",
    "closed",
    "school closure",
    "school closed",
    "merger",
    "merged",
    "school merger",
    "schools merged",
    "merger school",
    "merger schools",
    "merger two schools",
    "amalgamation",
    "amalgamated",
    "amalgamation school",
    "amalgamation schools",
    "schools amalgamated",
    "rationalisation",
    "rationalised",
)
_CAUSES: Final[Mapping[Words, Cause]] = {
    **by_words("NI-REORG-01", MET, _REORGANISED),
    **by_words("NI-REORG-01", NOT_MET, (*OWN_CHOICE, *ANOTHER_POST, *FIXED_TERM, "capability")),
}


def reorganisation(question: Question) -> tuple[Finding, ...]:
    """A post lost in a reorganisation may bring an allowance; its sum and term were not read."""
    post = question.post
    if question.binds.result is NOT_MET or post.reduction_date is None:
        return ()
    cause = post.reduction_cause
    rule, reorganised = _CAUSES.get(words_of(cause), ("NI-REORG-01", NOT_KNOWN))
    lost = post.reduction_date <= question.on
    tests = all_of(
        "NI-REORG-01",
        question.binds,
        leaf(rule, "reduction_cause", cause, reorganised),
        value_is("NI-REORG-01", "reduction_date", post.reduction_date, holds=lost),
    )
    paid = any(each.safeguarded is Fact.YES for each in question.allowances)
    outcome = {
        MET: Outcome.IN_LINE if paid else Outcome.MAY_BE_CONSIDERED,
        NOT_MET: Outcome.NOT_DUE,
        NOT_KNOWN: Outcome.CANNOT_TELL,
    }[tests.result]
    return (
        question.finding(
            About.SAFEGUARDING,
            outcome,
            Force.MAY,
            tests,
            f"safeguarding.{outcome}",
            ("NI-REORG-01",),
            details={"sum_before": post.sum_before},
            next_steps=("check-letter", "ask-union"),
        ),
    )


def sum_during_the_freeze(question: Question) -> tuple[Finding, ...]:
    """A flat sum for the lowest paid while the scales stood still: told, and not counted.

    Whether it was paid once or month by month, and went by the full-time salary, was not read.
    """
    if question.binds.result is NOT_MET or not question.in_force("NI-PAY-12"):
        return ()
    pay = question.pay.salary
    if pay is None or pay > question.number("freeze_sum_up_to"):
        return ()
    return (
        question.finding(
            About.UPLIFT,
            Outcome.IN_LINE,
            Force.INFORMATION,
            all_of("NI-PAY-12", leaf("NI-PAY-12", "salary", pay, MET)),
            "uplift.sum-during-the-freeze",
            ("NI-PAY-12",),
            details={
                "flat": question.number("freeze_sum"),
                "up_to": question.number("freeze_sum_up_to"),
            },
        ),
    )
