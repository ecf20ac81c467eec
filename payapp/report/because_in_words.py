"""The explanation of a finding: its tree of tests, and where each rule stands."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from payapp.domain.rules import Citation
from payapp.domain.tests_over_facts import Join, Test, walk
from payapp.report.finding_values import Setting, instrument_in_words, item_named
from payapp.report.in_words import Because, FindingInWords
from payapp.report.keeping import kept
from payapp.report.questions import entered_in_words, label_of
from payapp.report.wording import Wording, capitalised

DOCUMENT_NOT_SEEN_FROM = "document_not_seen_from"


@kept
def because_in_words(test: Test, citations: tuple[Citation, ...], setting: Setting) -> Because:
    """Return a test and those below it in sentences; a rule is cited as the finding cites it.

    Kept, because one answer leaves most of what other questions came to as it was.
    """
    cited = {citation.rule: citation for citation in citations}
    told = frozenset(each.rule for each in walk(test) if not _stands_alone(each, setting))
    return _because(test, "", _Cited(cited, told), setting)


class _Cited(NamedTuple):
    """How rules are cited, and those that some test tells in full."""

    citations: dict[str, Citation]
    told: frozenset[str]


def _because(test: Test, above: str, cited: _Cited, setting: Setting) -> Because:
    """Return a test in sentences; `above` is the rule of the test that it is a part of."""
    citation = _citation_beside(test, cited, setting)
    value = ""
    if test.fact and test.value != "":
        value = entered_in_words(
            test.fact, test.value, setting.library, setting.wording, setting.nation
        )
    criterion = criterion_in_words(test.rule, setting)
    return Because(
        _sentence(test, "" if test.rule == above else criterion, value, setting),
        test.result,
        setting.wording.say(f"result.{test.result}"),
        test.rule,
        criterion,
        citation_in_words(citation, setting) if citation else "",
        test.fact,
        value,
        tuple(_because(part, test.rule, cited, setting) for part in test.parts),
    )


def _citation_beside(test: Test, cited: _Cited, setting: Setting) -> Citation | None:
    """Cite the rule of a test, but beside a bare answer none that is told and cited elsewhere."""
    if test.rule in cited.told and _stands_alone(test, setting):
        return None
    citations = cited.citations
    return citations.get(test.rule) or _citation(test.rule, citations, setting)


def _citation(rule: str, cited: dict[str, Citation], setting: Setting) -> Citation | None:
    """Cite a rule that only the tree names as the finding cites its own: edition and how read."""
    if not rule or not cited:
        return None
    rules = setting.library.rules
    read = all(own.checked == rules[own.rule].checked for own in cited.values())
    return rules.cite(rule, next(iter(cited.values())).edition, paragraphs_read=read)


def _sentence(test: Test, criterion: str, value: str, setting: Setting) -> str:
    """Say what is asked, unless that stands above, and what was answered."""
    wording = setting.wording
    if test.join is not Join.LEAF:
        join = wording.say(f"because.{test.join}")
        first = criterion or ("" if test.rule else wording.say("because.without-a-rule"))
        return f"{first} {join}" if first else join
    if test.fact and value:
        return _answered(test.fact, value, criterion, setting)
    if isinstance(test.value, str) and wording.has(f"item_named.{test.value}"):
        return wording.say("because.no-figure", item=item_named(test.value, wording))
    if criterion or not test.rule:
        return criterion or wording.say("because.nothing")
    return wording.say(f"because.said-above.{test.result}", on=setting.on)


def _answered(fact: str, value: str, criterion: str, setting: Setting) -> str:
    wording = setting.wording
    label = label_of(fact, wording, setting.nation, setting.audience)
    if not criterion or fact in _alone(wording):
        return wording.say("because.answer-alone", label=label, answer=value)
    return wording.say(
        "because.criterion-and-answer", criterion=criterion, label=label, answer=value
    )


def _stands_alone(test: Test, setting: Setting) -> bool:
    """Say whether an answer is told without what its rule asks, as a salary is."""
    return test.join is Join.LEAF and test.fact in _alone(setting.wording)


@kept
def _alone(wording: Wording) -> frozenset[str]:
    return frozenset(wording.each("because.fact-alone"))


def facts_with_rules(findings: Iterable[FindingInWords]) -> frozenset[str]:
    """Return the facts that some rule of these findings asks for."""
    return frozenset(test.fact for finding in findings for test in _asking(finding.because))


def rules_behind(
    fact: str, findings: Iterable[FindingInWords], wording: Wording
) -> tuple[str, ...]:
    """Return a sentence for each rule that asks for a fact: what it asks, where, and for what.

    A bare answer is not cited beside itself, and its rule is where it is told in full.
    """
    titles: dict[tuple[str, str], dict[str, None]] = {}
    for finding in findings:
        cited = {each.rule: each.citation for each in _every(finding.because) if each.citation}
        for test in _asking(finding.because):
            if test.fact == fact:
                citation = test.citation or cited.get(test.rule, "")
                titles.setdefault((test.criterion, citation), {})[finding.title] = None
    return tuple(
        wording.say(
            "because.behind",
            criterion=criterion,
            citation=citation,
            findings=wording.say("answer_joined").join(found),
        )
        for (criterion, citation), found in titles.items()
    )


def _asking(test: Because) -> Iterator[Because]:
    """Yield each test that puts a fact to a rule of its own."""
    return (each for each in _every(test) if each.fact and each.rule)


def _every(test: Because) -> Iterator[Because]:
    """Yield a test and those below it."""
    yield test
    for part in test.parts:
        yield from _every(part)


@kept
def criterion_in_words(rule: str, setting: Setting) -> str:
    """Return what a rule asks, in the words of the nation; nothing for a test without a rule."""
    if not rule:
        return ""
    criterion = setting.library.rules[rule].criterion.strip()
    text = capitalised(setting.wording.fill(criterion, setting.words))
    return text if text.endswith((".", "?", "!")) else f"{text}."


@kept
def citation_in_words(citation: Citation, setting: Setting) -> str:
    """Return a rule as a reader looks it up: document, edition, paragraph, and how far checked."""
    instrument = instrument_in_words(citation.instrument, citation.edition, setting)
    verified, wording = verified_in_words(citation, setting), setting.wording
    paragraph = _paragraph(citation, wording)
    if not paragraph:
        return wording.say(
            "citation.line-without-paragraph", instrument=instrument, verified=verified
        )
    return wording.say(
        "citation.line", instrument=instrument, paragraph=paragraph, verified=verified
    )


def verified_in_words(citation: Citation, setting: Setting) -> str:
    """Return how far a rule was read, and never more: the text of an edition may not be seen."""
    wording = setting.wording
    key = "verified"
    if citation.instrument in wording.each("citation.of-yearly-editions"):
        key = _read_of_the_edition(citation, setting)
    return wording.say(f"citation.{key}.{citation.checked}", edition=citation.edition)


def _read_of_the_edition(citation: Citation, setting: Setting) -> str:
    """Return how the edition that is cited was read: itself, or only those before it."""
    limit = setting.library.limits.get((setting.nation, DOCUMENT_NOT_SEEN_FROM))
    if limit is None or limit.day is None or setting.on < limit.day:
        return "verified-of-an-edition"
    began = setting.library.rules[citation.rule].valid_from
    is_older = began is None or began < limit.day
    return "verified-carried-over" if is_older else "verified-before-the-edition"


def _paragraph(citation: Citation, wording: Wording) -> str:
    paragraph = citation.paragraph
    if not paragraph[:1].isdigit():
        return paragraph
    key = f"citation.part-of.{citation.instrument}"
    part = wording.say(key if wording.has(key) else "citation.part")
    return wording.say("citation.numbered", part=part, paragraph=paragraph)
