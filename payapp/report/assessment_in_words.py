"""An assessment in sentences: what the window, the printed page and the workbook show."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from payapp.domain.assessment import Assessment, Verdict, holds_the_verdict
from payapp.domain.cases import Case
from payapp.domain.contradictions import doubtful_answers
from payapp.domain.figures import Figure
from payapp.domain.findings import SERIOUSNESS, About, Finding
from payapp.domain.library import KnownGap, Library
from payapp.domain.pay import Allowance, Pay
from payapp.domain.posts import Post
from payapp.domain.rules import in_force, weightiest_first
from payapp.domain.tests_over_facts import Fact
from payapp.report.because_in_words import because_in_words, citation_in_words
from payapp.report.data_in_words import data_line
from payapp.report.figures_in_words import confidence_in_words, source_in_words
from payapp.report.finding_values import Scene, Values, figure_named, values_of
from payapp.report.in_words import Asked, FigureInWords, FindingInWords, Report, SourceInWords
from payapp.report.keeping import kept
from payapp.report.money_in_words import money_of, total_money
from payapp.report.questions import answer_in_words, entered_in_words, label_of, question_for
from payapp.report.wording import TextMissing, Wording


def describe(
    assessment: Assessment, library: Library, wording: Wording, audience: str = "teacher"
) -> Report:
    """Return an assessment in sentences, the most serious finding first.

    `audience` is teacher, rep or payroll. Raises TextMissing where a sentence is wanting.
    """
    wording = wording.of(assessment.case.nation)
    scene = Scene(assessment.case, library, wording, audience)
    findings = in_order(assessment.findings)
    told = tuple(finding_in_words(finding, scene) for finding in findings)
    named = _named_steps(findings, wording)
    return Report(
        title_of(assessment.case, wording),
        assessment.verdict,
        assessment.direction,
        wording.say(f"verdict.{assessment.verdict}.symbol"),
        headline_of(assessment, scene),
        total_money(assessment, scene),
        (*_doubtful(assessment.case, scene), *_undecided(assessment, scene)),
        told,
        tuple(_missing_overall(assessment, scene)),
        tuple(_used(assessment, scene)),
        tuple(_not_covered(assessment, scene)),
        (*_steps(named, scene), *_formal_step(named, scene)),
        tuple(sources_of(assessment, scene)),
        data_line(library, assessment.case.nation, assessment.case.on, wording),
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as every face shows them, the most serious first."""
    return tuple(sorted(findings, key=lambda finding: SERIOUSNESS[finding.outcome]))


def title_of(case: Case, wording: Wording) -> str:
    """Return what heads the report: the question that it answers, and the case."""
    if case.reference:
        return wording.say("title.with-reference", reference=case.reference)
    return wording.say("title.without")


def headline_of(assessment: Assessment, scene: Scene) -> str:
    """Return the answer to the question in one hedged sentence."""
    name = assessment.direction or "headline"
    weeks = _weeks_to_equal_pay(assessment)
    if assessment.verdict is Verdict.DOES_NOT_APPLY and weeks is not None:
        return scene.wording.say("verdict.does-not-apply.agency", weeks=weeks, **scene.words)
    return scene.wording.say(f"verdict.{assessment.verdict}.{name}", **scene.words)


def _weeks_to_equal_pay(assessment: Assessment) -> object:
    """The weeks after which an agency owes the basic pay of a direct recruit, once they are over.

    Agency Workers Regulations 2010, regulations 5 and 7; None where that is not so.
    """
    reached = (found.details for found in assessment.findings if found.details.get("reached"))
    return next((details["weeks"] for details in reached), None)


def finding_in_words(finding: Finding, scene: Scene) -> FindingInWords:
    """Return one finding in sentences."""
    wording = scene.wording
    values = values_of(finding, scene)
    return FindingInWords(
        finding.about,
        title_of_finding(finding, wording),
        finding.outcome,
        wording.say(f"outcome.{finding.outcome}.words"),
        wording.say(f"outcome.{finding.outcome}.symbol"),
        finding_headline(finding, values, wording),
        (*_explanation(finding, values, wording), *_rests_on(finding, wording)),
        because_in_words(finding.because, finding.citations, scene.setting),
        tuple(citation_in_words(citation, scene.setting) for citation in finding.citations),
        tuple(figure_in_words(figure, wording) for figure in finding.figures),
        money_of(finding, values, wording),
        tuple(asked(fact, scene) for fact in finding.missing),
        _steps(finding.next_steps, scene),
        wording.say(f"force.{finding.force}"),
    )


def title_of_finding(finding: Finding, wording: Wording) -> str:
    """Return what a finding is about: the payment itself where its kind has a name of its own."""
    own = f"about_of_kind.{finding.details.get('kind')}"
    return wording.say(own if wording.has(own) else f"about.{finding.about}")


def finding_headline(finding: Finding, values: Values, wording: Wording) -> str:
    """Return the first headline of a finding of which everything is known."""
    texts = _texts(f"findings.{finding.wording}.headline", wording)
    headline = wording.first_known(map(str, texts), values)
    if headline is None:
        raise TextMissing(f"no headline of '{finding.wording}' can be filled")
    return headline


def _explanation(finding: Finding, values: Values, wording: Wording) -> Iterator[str]:
    """Yield the sentences that apply; one that mentions something not known is left out."""
    for entry in _texts(f"findings.{finding.wording}.explanation", wording):
        conditional = isinstance(entry, dict)
        if conditional and not values.holds(entry["when"]):
            continue
        sentence = wording.first_known((entry["say"] if conditional else entry,), values)
        if sentence:
            yield sentence


def _texts(key: str, wording: Wording) -> list[Any]:
    texts = wording.text(key)
    if not isinstance(texts, list):
        raise TextMissing(f"'{key}' is not a list of texts")
    return texts


def _rests_on(finding: Finding, wording: Wording) -> Iterator[str]:
    """Yield for each way in which a figure is less than printed a sentence that says so.

    Where no amount was compared, the figures shown decide nothing.
    """
    rests = finding.amount_low is not None or {"compared", "range"} & finding.details.keys()
    figures = finding.figures if rests else ()
    found = dict.fromkeys(figure.provenance for figure in figures)
    for provenance in found:
        key = f"rests_on.{provenance}"
        if wording.has(key):
            yield wording.say(key)


@kept
def figure_in_words(figure: Figure, wording: Wording) -> FigureInWords:
    """Return a figure with everything that says how sure it is."""
    area = wording.say(f"figure.area.{figure.area}")
    per = f"figure.per.{figure.item}"
    values = {
        "name": figure_named(figure, wording),
        "from": figure.valid_from,
        "amount": figure.amount,
        "per": wording.say(per if wording.has(per) else "figure.per.year"),
        "area": area,
    }
    key = "figure_in_finding.with-area" if area else "figure_in_finding.sentence"
    return FigureInWords(
        wording.say(key, **values),
        figure.amount,
        wording.say(f"figure.nature.{figure.nature}"),
        wording.say(f"figure.provenance.{figure.provenance}"),
        confidence_in_words(figure, wording),
        figure.sources,
        figure.item,
        figure.point,
        figure.area,
        figure.valid_from,
        figure_named(figure, wording),
        area,
    )


def asked(fact: str, scene: Scene) -> Asked:
    """Return a fact that is wanting with the question to ask for it."""
    question = question_for(fact, scene.wording, scene.case.nation, scene.audience)
    return Asked(fact, question.question)


def _named_steps(findings: Iterable[Finding], wording: Wording) -> tuple[str, ...]:
    """Return the steps that the findings name, each once; those of any answer where none does."""
    named = dict.fromkeys(step for finding in findings for step in finding.next_steps)
    return tuple(named) or wording.each("steps_without_any")


def _steps(steps: Iterable[str], scene: Scene) -> tuple[str, ...]:
    """Return next steps in the order of Acas: look, ask the employer, the union."""
    order = scene.wording.each("step_order")
    named = sorted(dict.fromkeys(steps), key=lambda step: order.index(_stage(step, scene)))
    return tuple(step_in_words(step, scene) for step in named)


def _stage(step: str, scene: Scene) -> str:
    return scene.wording.say(f"steps.{step}.stage")


def step_in_words(step: str, scene: Scene) -> str:
    """Return one next step, in the words for this reader where it has any of its own."""
    own = f"steps.{step}.{scene.audience}"
    return scene.wording.say(own if scene.wording.has(own) else f"steps.{step}.say", **scene.words)


def _formal_step(steps: Iterable[str], scene: Scene) -> Iterator[str]:
    """Yield the formal way, which follows on asking; looking something up settles no claim."""
    first, *_ = scene.wording.each("step_order")
    if any(_stage(step, scene) != first for step in steps):
        values = Values(scene.words, scene, None)
        texts = map(str, _texts("formal_step", scene.wording))
        step = scene.wording.first_known(texts, values)
        if step:
            yield step


def _doubtful(case: Case, scene: Scene) -> Iterator[str]:
    """Yield each group of answers that do not go together, and on which nothing is built."""
    wording, nation = scene.wording, case.nation
    for facts in doubtful_answers(case.post):
        answers = [
            wording.say(
                "used.answer",
                label=label_of(fact, wording, nation, scene.audience),
                answer=entered_in_words(
                    fact, getattr(case.post, fact), scene.library, wording, nation
                ),
            )
            for fact in facts
        ]
        yield wording.say("undecided.doubtful", answers=wording.say("answers_joined").join(answers))


def _undecided(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Yield for each *must* that is undecided what it is about and what would settle it.

    Payments that were not checked against their tests follow in the same way.
    """
    holding = [finding for finding in assessment.findings if holds_the_verdict(finding)]
    for about in assessment.undecided:
        yield _still_open(holding, about, "undecided", scene)
    unchecked = [finding for finding in assessment.findings if finding.unchecked]
    for about in assessment.unchecked:
        yield _still_open(unchecked, about, "unchecked", scene)
    yield from _not_counted(assessment, scene)


def _not_counted(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Yield what must be paid where a place qualifies of which nothing was told, in one sentence.

    It does not hold back the verdict: few places qualify.
    """
    unasked = [each for each in assessment.findings if each.details.get("not_asked")]
    if not unasked:
        return
    wording, nation = scene.wording, scene.case.nation
    facts = dict.fromkeys(fact for finding in unasked for fact in finding.missing)
    join = wording.say("answer_joined").join
    yield wording.say(
        "not_counted",
        kinds=join(answer_in_words("kind", f.details["kind"], wording, nation) for f in unasked),
        missing=join(label_of(fact, wording, nation, scene.audience) for fact in facts),
    )


def _still_open(findings: Iterable[Finding], about: About, key: str, scene: Scene) -> str:
    wording = scene.wording
    facts: dict[str, None] = {}
    for finding in findings:
        if finding.about == about:
            facts.update(dict.fromkeys(finding.missing))
    labels = [label_of(fact, wording, scene.case.nation, scene.audience) for fact in facts]
    title = wording.say(f"about.{about}")
    if not labels:
        return wording.say(f"{key}.no-facts", about=title)
    missing = wording.say("answer_joined").join(labels)
    return wording.say(f"{key}.one", about=title, missing=missing)


def _missing_overall(assessment: Assessment, scene: Scene) -> Iterator[Asked]:
    """Yield every fact that is wanting once, those of an undecided *must* first."""
    undecided = set(assessment.undecided)
    ordered = sorted(assessment.findings, key=lambda finding: finding.about not in undecided)
    for fact in dict.fromkeys(fact for finding in ordered for fact in finding.missing):
        yield asked(fact, scene)


def _used(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Yield the day and place, every fact that was entered, and every figure."""
    case, wording = scene.case, scene.wording
    place = {"nation": wording.say(f"nation_words.{case.nation}.nation"), "on": case.on}
    if case.pay_area is None:
        yield wording.say("used.case", **place)
    else:
        area = answer_in_words("pay_area", case.pay_area, wording, case.nation)
        yield wording.say("used.case-with-area", area=area, **place)
    for fact, value in facts_entered(case):
        label = label_of(fact, wording, case.nation, scene.audience)
        answer = entered_in_words(fact, value, scene.library, wording, case.nation)
        yield wording.say("used.fact", label=label, answer=answer)
    for allowance in case.pay.allowances:
        yield allowance_in_words(allowance, scene)
    figures = (figure for finding in assessment.findings for figure in finding.figures)
    for figure in dict.fromkeys(figures):
        yield figure_in_words(figure, wording).sentence


def facts_entered(case: Case) -> Iterator[tuple[str, object]]:
    """Yield every fact of a case that is known, allowances apart."""
    records: tuple[Post | Pay, ...] = (case.post, case.pay)
    for record in records:
        for field in fields(record):
            value = getattr(record, field.name)
            if value not in (None, Fact.NOT_KNOWN) and field.name != "allowances":
                yield field.name, value


def allowance_in_words(allowance: Allowance, scene: Scene) -> str:
    """Return a payment beside the salary as it was entered."""
    wording, nation = scene.wording, scene.case.nation
    parts = [
        wording.say(
            "used.allowance",
            kind=answer_in_words("allowances", allowance.kind, wording, nation),
            amount=allowance.amount,
        )
    ]
    if allowance.basis is not None:
        parts.append(
            wording.say("used.allowance-basis", basis=wording.say(f"basis.{allowance.basis}"))
        )
    if allowance.from_ is not None:
        parts.append(wording.say("used.allowance-from", **{"from": allowance.from_}))
    if allowance.until is not None:
        parts.append(wording.say("used.allowance-until", until=allowance.until))
    if allowance.share is not None:
        parts.append(wording.say("used.allowance-share", share=allowance.share))
    if allowance.for_which_duty:
        parts.append(wording.say("used.allowance-duty", duty=allowance.for_which_duty))
    if allowance.safeguarded is Fact.YES:
        parts.append(wording.say("used.allowance-safeguarded"))
    return wording.say("used.allowance-line", parts="".join(parts))


def _not_covered(assessment: Assessment, scene: Scene) -> Iterator[str]:
    """Yield the limits of any answer, then what the data do not hold for the figures used."""
    yield from scene.wording.each("not_covered")
    items = {figure.item for finding in assessment.findings for figure in finding.figures}
    for gap in scene.library.known_gaps:
        if _touches(gap, scene.case, items):
            yield gap.gap


def _touches(gap: KnownGap, case: Case, items: set[str]) -> bool:
    in_time = in_force(gap.valid_from, gap.valid_to, case.on)
    return in_time and gap.nation == case.nation and (not gap.items or bool(items & {*gap.items}))


def sources_of(assessment: Assessment, scene: Scene) -> Iterator[SourceInWords]:
    """Yield every source of a figure or a cited rule once."""
    for source_id in source_ids(assessment, scene.library):
        yield source_in_words(scene.library.sources[source_id], scene.wording)


def source_ids(assessment: Assessment, library: Library) -> tuple[str, ...]:
    """Return the ids of the sources of all figures used and all rules cited, each once.

    The weightiest come first, and last what is about other nations only; of one kind those of
    figures, then those of rules, in the order of the findings.
    """
    both = (*sources_of_figures(assessment), *sources_of_rules(assessment, library))
    held = (library.sources[each] for each in dict.fromkeys(both) if each in library.sources)
    return tuple(source.id for source in weightiest_first(held, assessment.case.nation))


def sources_of_figures(assessment: Assessment) -> tuple[str, ...]:
    """Return the ids of the sources of all figures used."""
    figures = (figure for finding in in_order(assessment.findings) for figure in finding.figures)
    return tuple(source for figure in figures for source in figure.sources)


def sources_of_rules(assessment: Assessment, library: Library) -> tuple[str, ...]:
    """Return the ids of the sources of all rules cited, as they are shown in the nation."""
    cited = (
        citation.rule for finding in in_order(assessment.findings) for citation in finding.citations
    )
    nation = assessment.case.nation
    return tuple(source for rule in cited for source in library.sources_shown(rule, nation))
