"""Promoted posts in Scotland: what job sizing, its review and the lists of duties come to.

SNCT Handbook Part 2, Appendices 2.2 and 2.3, and Annex B of the agreement of 2001.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from payapp.domain.cases import CaseRefused
from payapp.domain.days import months_after
from payapp.domain.figures import Figure, NotHeld, in_order
from payapp.domain.findings import About, Finding, Outcome
from payapp.domain.library import Band, PromotedDuty
from payapp.domain.money import ZERO
from payapp.domain.pay import AllowanceKind
from payapp.domain.posts import COORDINATING_ROLES, Role
from payapp.domain.rules import Force
from payapp.domain.tests_over_facts import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    Fact,
    Result,
    Test,
    all_of,
    any_of,
    fact_is_yes,
    leaf,
    missing_facts,
    negation,
    value_is,
)
from payapp.nations.base_pay import Salary, as_received, salary_or_least
from payapp.nations.question import Question
from payapp.nations.stated_causes import is_end_of_acting

PRINCIPAL_TEACHER: Final = "principal-teacher"
DEPUTE_AND_HEAD: Final = "depute-head-headteacher"
SPINES: Final = frozenset({PRINCIPAL_TEACHER, DEPUTE_AND_HEAD})
SPINE_OF_ROLE: Final = {
    Role.PRINCIPAL_TEACHER: PRINCIPAL_TEACHER,
    Role.DEPUTY_HEAD: DEPUTE_AND_HEAD,
    Role.HEADTEACHER: DEPUTE_AND_HEAD,
}
TYPES_OF_CHANGE: Final = ("A", "B", "C")


def refuse_unknown_letters(question: Question) -> None:
    """Refuse a letter that the list of duties, or the types of change, do not have.

    Raises CaseRefused, which names the field, the letter and what is accepted.
    """
    post = question.post
    known = tuple(question.library.promoted_duties)
    _refuse_letters("post.promoted_duties", post.promoted_duties, known)
    _refuse_letters("post.changes_since_sizing", post.changes_since_sizing, TYPES_OF_CHANGE)


def _refuse_letters(field: str, letters: tuple[str, ...] | None, known: tuple[str, ...]) -> None:
    accepted = {_bare(name) for name in known}
    for letter in letters or ():
        if _bare(letter) not in accepted:
            raise CaseRefused(field, letter, f"accepted: {', '.join(known)}")


def _bare(letter: str) -> str:
    """Return a letter without case and brackets: (A) is a."""
    return letter.strip(" ().").lower()


def promoted(question: Question) -> Test:
    """Whether the post is promoted; one on a promoted spine, or sized, is read as one."""
    post, pay_range = question.post, question.pay.range
    told = fact_is_yes("SC-PAY-11", "promoted_post", post.promoted_post)
    if told.result is not NOT_KNOWN:
        return told
    if pay_range in SPINES:
        return leaf("SC-PAY-11", "range", pay_range, MET)
    if post.job_size_score is not None:
        return leaf("SC-PAY-12", "job_size_score", post.job_size_score, MET)
    return told


def promoted_post(question: Question) -> tuple[Finding, ...]:
    """Compare a promoted post with its job size, or an unpromoted one with the lists of duties."""
    if question.binds.result is NOT_MET:
        return ()
    test = promoted(question)
    if test.result is MET:
        return (sized(question, test),)
    if question.pay.range in SPINES:
        return (_spine_without_a_post(question, test),)
    if _is_sized_all_the_same(question):
        return (_sized_without_a_post(question),)
    return (_duties(question, test),)


def _is_sized_all_the_same(question: Question) -> bool:
    """Say whether a post that is said not to be promoted has a score that is of no other post."""
    post = question.post
    acted = bool(post.acting_days) or bool(question.paid(AllowanceKind.ACTING))
    of_another = acted or post.covering_absent_holder is Fact.YES or post.reduction_date is not None
    told_not = post.promoted_post is Fact.NO and post.job_size_score is not None
    return told_not and not of_another and question.pay.salary_conserved is not Fact.YES


def _sized_without_a_post(question: Question) -> Finding:
    """Only a promoted post is sized (SC-PAY-12): one of the two answers has to be corrected."""
    post = question.post
    answers = (
        leaf("SC-PAY-12", "job_size_score", post.job_size_score, MET),
        leaf("SC-PAY-11", "promoted_post", post.promoted_post, NOT_KNOWN),
    )
    because = all_of("SC-PAY-12", question.binds, *answers)
    return _cannot_tell(question, because, "promoted-post.sized-without-a-post")


# Appendix 2.2: the point that job sizing gives


class PromotedPay(NamedTuple):
    """What the pay of a promoted post is counted from; `because` joins what was asked so far.

    `salary` is what is paid, or what base pay makes due where that is more.
    """

    question: Question
    because: Test
    salary: Salary

    def against(
        self,
        figure: Figure,
        outcome: Outcome,
        wording: str,
        rules: tuple[str, ...],
        *,
        exact: bool = True,
        missing: tuple[str, ...] = (),
    ) -> Finding:
        """Make the finding of the pay against one figure, which is all that is due if `exact`.

        The first of `rules` is the one applied.
        """
        question, salary = self.question, self.salary
        due = question.received(figure.amount)
        result = _RESULT_OF_COMPARISON.get(outcome, NOT_MET)
        fact = self._fact()
        only_the_point = result is MET and fact[0] != "salary"
        return question.finding(
            About.PROMOTED_POST,
            outcome,
            Force.MUST,
            all_of(rules[0], self.because, leaf(rules[0], *fact, result)),
            wording,
            rules,
            details={"compared": figure, "salary": salary, "score": question.post.job_size_score},
            figures=(figure,),
            low=due,
            high=due if exact else None,
            paid=None if only_the_point else as_received(question, salary),
            missing=missing,
            next_steps=() if result is MET else ("ask-job-sizing", "ask-payroll", "ask-union"),
        )

    def _fact(self) -> tuple[str, object]:
        """Return the fact compared: the point, or range, of a spine where less than it is paid."""
        pay, amount = self.question.pay, self.salary.amount
        if pay.range not in SPINES or pay.salary in {None, amount}:
            return "salary", amount
        return ("point", pay.point) if pay.point else ("range", pay.range)


_RESULT_OF_COMPARISON = {Outcome.IN_LINE: MET, Outcome.CANNOT_TELL: NOT_KNOWN}
_SIZED_RULES = ("SC-PAY-12", "SC-PAY-11", "SC-JS-01", "SC-JS-02", "SC-JS-03")


def spine_of(question: Question) -> str | None:
    """Return the spine of a promoted post: the range that is paid, or the one of the role."""
    pay_range, role = question.pay.range, question.post.role
    if pay_range in SPINES:
        return pay_range
    return None if role is None else SPINE_OF_ROLE.get(role)


def bands_of(question: Question, spine: str) -> tuple[Band, ...]:
    """Return the bands of job-size scores of a spine, the lowest first."""
    return tuple(band for band in question.library.bands if band.spine == spine)


def sized(question: Question, test: Test) -> Finding:
    """Compare the pay with the point of the score; `test` says why the post counts as promoted."""
    score = question.post.job_size_score
    because = all_of("SC-PAY-11", question.binds, test)
    if score is None:
        return _not_sized(question, because)
    if spine_of(question) is None:
        return _of_either_spine(question, because, score)
    figure = sized_figure(question)
    if figure is None:
        return _in_no_band(question, because)
    if isinstance(figure, NotHeld):
        found = _point_not_held(question, because, figure)
        return found._replace(details={**found.details, "not_held": figure})
    salary, wanting = salary_or_least(question)
    if salary is None:
        return _cannot_tell(question, because, "promoted-post.pay-not-known", *wanting)
    if question.binds.result is NOT_KNOWN:
        return _cannot_tell(question, because, "promoted-post.if-bound")
    return _against_the_point(PromotedPay(question, because, salary), figure)


def sized_figure(question: Question) -> Figure | NotHeld | None:
    """Return the figure of the point that the score gives; None without a score or a band."""
    spine, score = spine_of(question), question.post.job_size_score
    if spine is None or score is None:
        return None
    point = question.library.job_size_point(spine, score)
    return None if point is None else question.figure(spine, point)


class Sized(NamedTuple):
    """The figure of a score's point; else, not `exact`, that of the nearest point below it."""

    figure: Figure | NotHeld
    exact: bool


def figure_of_score(question: Question, spine: str, score: Decimal) -> Sized:
    """Return what a score is worth on a spine, or at least worth where that is all that is held."""
    point = question.library.job_size_point(spine, score)
    if point is None:
        below = _band_below(question, spine) or bands_of(question, spine)[-1]
        return Sized(question.figure(spine, below.point), exact=False)
    figure = question.figure(spine, point)
    if isinstance(figure, Figure):
        return Sized(figure, exact=True)
    held = question.book.points(question.on, question.area, spine)
    lower = [each for each in held if in_order(each.point) < in_order(point)]
    nearest = max(lower, key=lambda each: in_order(each.point), default=figure)
    return Sized(nearest, exact=False)


def worth_of_score(question: Question, score: Decimal) -> Sized:
    """Return what a score is worth on the spine of the post: on either, if it is not known."""
    spine = spine_of(question)
    spines = (spine,) if spine else (PRINCIPAL_TEACHER, DEPUTE_AND_HEAD)
    worth = [figure_of_score(question, each, score) for each in spines]
    for each in worth:
        if isinstance(each.figure, NotHeld):
            return Sized(each.figure, exact=False)
    held = [each.figure for each in worth if isinstance(each.figure, Figure)]
    least = min(held, key=lambda figure: figure.amount)
    exact = all(each.exact for each in worth)
    return Sized(least, exact and all(each.amount == least.amount for each in held))


def _of_either_spine(question: Question, because: Test, score: Decimal) -> Finding:
    """What holds of a score whichever spine the post is on: the least that it is worth on both."""
    salary, worth = salary_or_least(question)[0], worth_of_score(question, score)
    figure, bound = worth.figure, question.binds.result is MET
    if bound and salary and isinstance(figure, Figure):
        pay = PromotedPay(question, because, salary)
        if worth.exact:
            return _against_the_point(pay, figure)
        if salary.is_short_of(figure):
            wording = "promoted-post.below-on-either-spine"
            rules, missing = _SIZED_RULES, ("role",)
            return pay.against(figure, Outcome.BELOW, wording, rules, exact=False, missing=missing)
    return _cannot_tell(question, because, "promoted-post.spine-not-known", "role")


def least_figure(question: Question, spine: str) -> Figure | NotHeld:
    """Return the figure of the lowest point that a post on a spine may have."""
    return question.figure(spine, _least_band(question, spine).point)


def _least_band(question: Question, spine: str) -> Band:
    """The band below a score that lies between two; the lowest of all without such a score."""
    return _band_below(question, spine) or bands_of(question, spine)[0]


def _band_below(question: Question, spine: str) -> Band | None:
    """The band below a score that lies between two of them; None for any other score."""
    score = question.post.job_size_score
    for lower, higher in pairwise(bands_of(question, spine)):
        top = lower.highest
        if score is not None and top is not None and top < score < higher.lowest:
            return lower
    return None


def _against_the_point(pay: PromotedPay, figure: Figure) -> Finding:
    """Compare the pay with the point of the score (SNCT Handbook Appendix 2.2 Annex B)."""
    bands = bands_of(pay.question, figure.item)
    rules = (next(band.rule for band in bands if band.point == figure.point), *_SIZED_RULES)
    if pay.salary.is_short_of(figure):
        return pay.against(figure, Outcome.BELOW, "promoted-post.below", rules)
    if not pay.salary.is_over(figure):
        return pay.against(figure, Outcome.IN_LINE, "promoted-post.in-line", rules)
    conserved = pay.question.pay.salary_conserved
    if conserved is Fact.YES:
        return pay.against(figure, Outcome.IN_LINE, "promoted-post.conserved", rules)
    if conserved is Fact.NO:
        return pay.against(figure, Outcome.ABOVE, "promoted-post.above", rules)
    return pay.against(
        figure,
        Outcome.CANNOT_TELL,
        "promoted-post.above-unless-conserved",
        rules,
        missing=("salary_conserved",),
    )


def _not_sized(question: Question, because: Test) -> Finding:
    """Without a score only the lowest point is sure; of both spines that of principal teachers."""
    spine = spine_of(question) or PRINCIPAL_TEACHER
    rule = "SC-JS-04" if spine == PRINCIPAL_TEACHER else _least_band(question, spine).rule
    short = _short_of_the_least(question, because, spine, rule, "promoted-post.below-the-lowest")
    unknown = () if spine_of(question) else ("role",)
    return short or _cannot_tell(
        question, because, "promoted-post.not-sized", "job_size_score", *unknown
    )


def _point_not_held(question: Question, because: Test, lacking: NotHeld) -> Finding:
    """The figure of the point is wanting: pay that is no more than a lower point's is below it."""
    score, salary = question.post.job_size_score or ZERO, salary_or_least(question)[0]
    nearest = figure_of_score(question, lacking.item, score).figure
    bound = question.binds.result is MET
    if bound and salary and isinstance(nearest, Figure) and not salary.is_over(nearest):
        pay, wording = PromotedPay(question, because, salary), "promoted-post.below-not-held"
        return pay.against(nearest, Outcome.BELOW, wording, _SIZED_RULES, exact=False)
    unheld = all_of("SC-PAY-12", because, Test("SC-PAY-12", NOT_KNOWN, value=lacking.item))
    return _cannot_tell(question, unheld, "promoted-post.no-figure")


def _in_no_band(question: Question, because: Test) -> Finding:
    """A score between two bands is worth the lower at least; one above all of them is not told."""
    score, spine = question.post.job_size_score, spine_of(question) or PRINCIPAL_TEACHER
    below = _band_below(question, spine)
    if below is None:
        top, wording = bands_of(question, spine)[-1], "promoted-post.below-all-bands"
        highest = question.figure(spine, top.point)
        short = _short_of(question, because, highest, top.rule, wording)
        beyond = all_of("SC-JS-01", because, Test("SC-JS-01", NOT_KNOWN, value=score))
        return short or _cannot_tell(question, beyond, "promoted-post.beyond-the-bands")
    between = all_of("SC-JS-01", because, leaf("SC-JS-01", "job_size_score", score, NOT_KNOWN))
    wording = "promoted-post.below-both-bands"
    short = _short_of_the_least(question, because, spine, below.rule, wording)
    return short or _cannot_tell(question, between, "promoted-post.between-the-bands")


def _short_of_the_least(
    question: Question, because: Test, spine: str, rule: str, wording: str
) -> Finding | None:
    """Pay below the lowest point that the post may have; None where it is not, or is not told."""
    return _short_of(question, because, least_figure(question, spine), rule, wording)


def _short_of(
    question: Question, because: Test, figure: Figure | NotHeld, rule: str, wording: str
) -> Finding | None:
    """Pay below a figure that is the least the post is worth; None where that is not told."""
    salary = salary_or_least(question)[0]
    bound = question.binds.result is MET
    if not (bound and salary and isinstance(figure, Figure) and salary.is_short_of(figure)):
        return None
    return PromotedPay(question, because, salary).against(
        figure,
        Outcome.BELOW,
        wording,
        (rule, *_SIZED_RULES),
        exact=False,
        missing=("job_size_score",),
    )


def _cannot_tell(question: Question, because: Test, wording: str, *facts: str) -> Finding:
    asked = (leaf("SC-PAY-12", fact, None, NOT_KNOWN) for fact in facts)
    return question.finding(
        About.PROMOTED_POST,
        Outcome.CANNOT_TELL,
        Force.MUST,
        all_of("SC-PAY-12", because, *asked),
        wording,
        _SIZED_RULES,
        details={"score": question.post.job_size_score},
        next_steps=("ask-job-sizing",),
    )


def _spine_without_a_post(question: Question, test: Test) -> Finding:
    """Unpromoted, and yet paid on a promoted spine: in order while conserved or acting."""
    because = all_of(
        "SC-PAY-05",
        question.binds,
        any_of(
            "SC-PAY-05",
            test,
            fact_is_yes("SC-CON-01", "salary_conserved", question.pay.salary_conserved),
            _acts_long_enough(question),
        ),
    )
    outcome = {
        MET: Outcome.IN_LINE,
        NOT_MET: Outcome.NOT_PERMITTED,
        NOT_KNOWN: Outcome.CANNOT_TELL,
    }[because.result]
    return question.finding(
        About.PROMOTED_POST,
        outcome,
        Force.MUST,
        because,
        f"promoted-post.spine-without-a-post-{outcome}",
        ("SC-PAY-05", "SC-PAY-11", "SC-CON-01", "SC-ACT-01"),
        next_steps=() if outcome is Outcome.IN_LINE else ("check-letter", "ask-union"),
    )


def acting_has_ended(question: Question) -> bool:
    """Say whether the days of acting lie before a cut in pay whose cause is the end of acting."""
    post = question.post
    over = post.reduction_date is None or post.reduction_date <= question.on
    return over and is_end_of_acting(post.reduction_cause)


def _acts_long_enough(question: Question) -> Test:
    """Acting for which the promoted salary is due; earlier, no rule that was read says of it."""
    days = question.post.acting_days
    if acting_has_ended(question):
        return leaf("SC-ACT-01", "reduction_cause", question.post.reduction_cause, NOT_MET)
    if days and days <= question.number("acting_days"):
        return Test("SC-ACT-01", NOT_KNOWN, value=days)
    return value_is("SC-ACT-01", "acting_days", days, holds=bool(days))


# Annex B of 2001: when duties are those of a promoted post


def _duties(question: Question, test: Test) -> Finding:
    """Duties of the promoted list without a promoted post: an argument, never an entitlement.

    Whether the post is a promoted one has to be known: the point of a promoted post is a *must*.
    """
    holder = any_of(
        "SC-ASL-04",
        fact_is_yes("SC-ASL-04", "designated_coordinator", question.post.designated_coordinator),
        fact_is_yes(
            "SC-DUT-01", "significant_responsibility", question.post.significant_responsibility
        ),
    )
    argument = all_of(
        "SC-DUT-07",
        question.binds,
        negation("SC-PAY-11", test),
        _duties_of_the_list(question, holder),
    )
    unknown = test.result is NOT_KNOWN
    if unknown and (question.post.role in SPINE_OF_ROLE or argument.result is NOT_MET):
        because = all_of("SC-PAY-11", question.binds, test)
        return _cannot_tell(question, because, "promoted-post.not-known", "promoted_post")
    questions_pay = _questions_pay(question, argument, holder)
    outcome = {
        MET: Outcome.MAY_BE_CONSIDERED,
        NOT_MET: Outcome.NOT_DUE,
        NOT_KNOWN: Outcome.CANNOT_TELL,
    }[argument.result]
    unsettled = questions_pay is NOT_KNOWN
    asked = (*missing_facts(argument), *(missing_facts(holder) if unsettled else ()))
    lowest = _lowest_of_principal_teachers(question) if argument.result is MET else ()
    return question.finding(
        About.PROMOTED_POST,
        outcome,
        Force.MUST if unknown else Force.INFORMATION,
        argument,
        _wording_of_duties(question, outcome),
        _DUTY_RULES,
        details={
            "duties": tuple(duty.duty for duty in _listed(question)),
            "lowest": bool(lowest),
        },
        figures=lowest,
        missing=tuple(dict.fromkeys(asked)),
        next_steps=_STEPS_ABOUT_DUTIES[argument.result],
        questions_pay=questions_pay,
    )


_STEPS_ABOUT_DUTIES: Mapping[Result, tuple[str, ...]] = {
    MET: ("ask-job-sizing", "ask-duties-described", "ask-union"),
    NOT_KNOWN: ("ask-duties-described", "ask-union"),
    NOT_MET: (),
}
_DUTY_RULES = (
    "SC-DUT-07",
    "SC-DUT-01",
    "SC-DUT-02",
    "SC-DUT-03",
    "SC-DUT-04",
    "SC-DUT-05",
    "SC-ASL-04",
    "SC-PAY-05",
)


def _listed(question: Question) -> tuple[PromotedDuty, ...]:
    """Return the duties of the promoted list that the post is said to have."""
    named = {_bare(letter) for letter in question.post.promoted_duties or ()}
    known = question.library.promoted_duties.values()
    return tuple(duty for duty in known if _bare(duty.letter) in named)


def _duties_of_the_list(question: Question, holder: Test) -> Test:
    """Whether the post has a duty of principal teachers that is not also every teacher's.

    Duties that were not named are none where nothing significant is carried.
    """
    listed, told = _listed(question), question.post.promoted_duties
    if told is None and holder.result is NOT_MET:
        return holder
    if not listed:
        result = NOT_KNOWN if told is None else NOT_MET
        rules = dict.fromkeys(duty.rule for duty in question.library.promoted_duties.values())
        unlisted = (leaf(rule, "promoted_duties", told, result) for rule in rules)
        return any_of("SC-DUT-07", *unlisted)
    return any_of("SC-DUT-07", *(_duty_of_the_list(question, duty) for duty in listed))


def _duty_of_the_list(question: Question, duty: PromotedDuty) -> Test:
    """A duty of the promoted list counts unless it is every teacher's as well.

    Before the agreement that has the list nothing tells.
    """
    named = (duty.letter,)
    listed = leaf(duty.rule, "promoted_duties", named, MET)
    if not question.in_force(duty.rule):
        return Test(duty.rule, NOT_KNOWN, value=named)
    if not duty.also_of_teachers:
        return listed
    of_teachers = leaf("SC-DUT-02", "promoted_duties", named, MET)
    return all_of("SC-DUT-07", listed, negation("SC-DUT-02", of_teachers))


def _questions_pay(question: Question, argument: Test, holder: Test) -> Result:
    """Whether the duties make the pay questionable: for a co-ordinator, or a significant duty.

    It stays open only for somebody who is one of these, or sees the post so, or has the duties.
    """
    result = all_of("SC-DUT-07", argument, holder).result
    concerned = MET in (argument.result, holder.result) or question.post.role in COORDINATING_ROLES
    return result if concerned or result is not NOT_KNOWN else NOT_MET


def _wording_of_duties(question: Question, outcome: Outcome) -> str:
    coordinates = question.post.designated_coordinator is Fact.YES
    if outcome is Outcome.NOT_DUE and coordinates:
        return "promoted-post.title-alone"
    return f"promoted-post.duties-{outcome}"


def _lowest_of_principal_teachers(question: Question) -> tuple[Figure, ...]:
    figure = least_figure(question, PRINCIPAL_TEACHER)
    return (figure,) if isinstance(figure, Figure) else ()


# Appendix 2.3: when a post is sized again


def review(question: Question) -> tuple[Finding, ...]:
    """Whether a promoted post may be sized again, and from when; it does not decide the pay."""
    post = question.post
    if question.binds.result is NOT_MET or promoted(question).result is not MET:
        return ()
    if post.last_sized is None and post.changes_since_sizing is None:
        return ()
    changed, waited = _review_criteria(question), _twelve_months(question)
    # Twelve months are a norm alone (SC-JS-07), which takes nothing from changes that are enough.
    too_soon = waited.result is NOT_MET
    tests = all_of("SC-JS-05", question.binds, changed, *(() if too_soon else (waited,)))
    outcome, force, wording = _REVIEW_OUTCOMES[tests.result]
    if too_soon and tests.result is MET:
        force, wording = Force.SHOULD, "scotland-job-sizing.too-soon"
    first, second = effective_dates(question)
    sized = post.last_sized
    return (
        question.finding(
            About.PAPERWORK,
            outcome,
            force,
            tests,
            wording,
            _REVIEW_RULES,
            details={
                "sized": sized,
                "earliest": None if sized is None else _a_year_after(question, sized),
                "effective": first,
                "effective_after": second,
            },
            next_steps=("ask-job-sizing-questionnaire", "ask-job-sizing", "ask-union"),
        ),
    )


_REVIEW_OUTCOMES = {
    MET: (Outcome.MAY_BE_CONSIDERED, Force.MAY, "scotland-job-sizing.may-be-reviewed"),
    NOT_MET: (Outcome.NOT_DUE, Force.MUST, "scotland-job-sizing.criteria-not-met"),
    NOT_KNOWN: (Outcome.CANNOT_TELL, Force.MUST, "scotland-job-sizing.cannot-tell"),
}
_REVIEW_RULES = (
    "SC-JS-02",
    "SC-JS-03",
    "SC-JS-05",
    "SC-JS-06",
    "SC-JS-07",
    "SC-JS-08",
    "SC-JS-09",
    "SC-JS-10",
    "SC-JS-11",
    "SC-JS-14",
    "SC-JS-15",
    "SC-JS-18",
)


def _review_criteria(question: Question) -> Test:
    """Paragraph 5: one change of type A, or enough of types B and C together."""
    changes = question.post.changes_since_sizing
    if changes is None:
        return leaf("SC-JS-05", "changes_since_sizing", None, NOT_KNOWN)
    counted = Counter(_bare(letter).upper() for letter in changes)
    a, b, c = (counted[letter] for letter in TYPES_OF_CHANGE)
    with_b = b > question.number("resize_b_with_other_b")
    with_c = b > 0 and c >= question.number("resize_b_with_c")
    told = ", ".join(sorted(counted.elements()))
    return any_of(
        "SC-JS-05",
        value_is("SC-JS-08", "changes_since_sizing", told, holds=a > 0),
        value_is("SC-JS-09", "changes_since_sizing", told, holds=with_b or with_c),
        value_is(
            "SC-JS-10",
            "changes_since_sizing",
            told,
            holds=c > question.number("resize_c_with_other_c"),
        ),
    )


def _twelve_months(question: Question) -> Test:
    """Paragraph 2: normally once in twelve months."""
    sized = question.post.last_sized
    waited = sized is not None and question.on >= _a_year_after(question, sized)
    return value_is("SC-JS-07", "last_sized", sized, holds=waited)


def _a_year_after(question: Question, sized: date) -> date:
    return months_after(sized, int(question.number("resize_months")))


def effective_dates(question: Question) -> tuple[date, date]:
    """Return the next two days from which a review takes effect (1 August and 1 February)."""
    months = [int(question.number(f"resize_{season}_month")) for season in ("summer", "winter")]
    year = question.on.year
    days = (date(each, month, 1) for each in (year, year + 1) for month in months)
    first, second = sorted(day for day in days if day > question.on)[:2]
    return first, second
