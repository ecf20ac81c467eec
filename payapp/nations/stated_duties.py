"""For what a payment is made, in the user's own words: only whole words decide.

A word that is not known leaves open whether the payment is for co-ordinating special needs.
"""

import re
from collections.abc import Iterable
from typing import Final

from payapp.domain.pay import Allowance
from payapp.domain.tests_over_facts import MET, NOT_KNOWN, NOT_MET, Result, Test, any_of, leaf

# Every nation's own words for what a SENCO, ALNCo or LSC co-ordinates.
_OF_COORDINATION: Final = frozenset(
    {
        *("sen", "send", "senco", "sencos", "sendco", "sendcos", "inco", "inclusion"),
        *("aln", "alnco", "alncos", "ady", "cady"),
        *("lsc", "lscs", "asn"),
    }
)
_PHRASES_OF_COORDINATION: Final = (
    "special needs",
    "special educational needs",
    "special education",
    "educational needs",
    "additional needs",
    "additional learning",
    "additional support",
    "learning support",
    "support for learning",
    "anghenion dysgu ychwanegol",
)
_COORDINATING: Final = frozenset(
    {"coordinator", "coordinators", "coordinating", "coordination", "coordinate"}
)
_DENIALS: Final = frozenset(
    {
        *("not", "no", "non", "nor", "neither", "never", "without", "except", "excluding"),
        *("former", "formerly", "ex", "previous", "previously", "other", "than", "instead"),
    }
)
_JOINING: Final = frozenset(
    {
        *("a", "an", "the", "of", "for", "in", "and", "to", "as", "s", "my", "our"),
        *("role", "duty", "duties", "designated", "responsibility", "allowance"),
    }
)
_OF_ANY_POST: Final = frozenset(
    {
        *("lead", "leader", "leading", "leads", "head", "second", "deputy", "assistant"),
        *("manager", "managing", "director", "subject", "department", "faculty", "teacher"),
        *("teaching", "school", "curriculum", "area", "primary", "secondary", "tlr"),
    }
)
_OF_ANOTHER_DUTY: Final = frozenset(
    {
        *("maths", "mathematics", "numeracy", "english", "literacy", "phonics", "reading"),
        *("writing", "science", "sciences", "biology", "chemistry", "physics", "computing"),
        *("ict", "technology", "design", "art", "music", "drama", "dance", "pe", "sport"),
        *("sports", "physical", "history", "geography", "humanities", "re", "religious"),
        *("languages", "mfl", "french", "german", "spanish", "welsh", "irish", "gaelic"),
        *("pshe", "economics", "business", "psychology", "sociology", "careers"),
        *("year", "years", "key", "stage", "phase", "ks1", "ks2", "ks3", "ks4", "ks5", "eyfs"),
        *("early", "sixth", "form", "house", "pastoral", "behaviour", "attendance"),
        *("assessment", "examinations", "exams", "timetable"),
    }
)
_KNOWN: Final = _COORDINATING | _JOINING | _OF_ANY_POST | _OF_ANOTHER_DUTY
_OF_HOUSING: Final = frozenset(
    {
        *("housing", "house", "accommodation", "rent", "mortgage", "lodging", "lodgings"),
        *("relocation", "relocating", "relocate", "removal", "removals"),
    }
)


def is_for_housing(allowance: Allowance) -> bool:
    """Say whether an allowance is stated to be for housing or relocation (paragraph 27)."""
    words = frozenset(re.findall(r"[^\W_]+", (allowance.for_which_duty or "").lower()))
    return bool(words & _OF_HOUSING) and not words & _DENIALS


def is_for_coordination(allowance: Allowance) -> Result:
    """Say whether an allowance is for co-ordinating; one whose duty is not stated may be, and is.

    Words of another duty alone, such as those of a subject, are *not met*; a denial, or a word
    that is not known, leaves it open.
    """
    text = re.sub(r"co[- ](?=ordinat)", "co", (allowance.for_which_duty or "").lower())
    in_order = re.findall(r"[^\W_]+", text)
    words = frozenset(in_order)
    if words & _DENIALS:
        return NOT_KNOWN
    joined = f" {' '.join(in_order)} "
    if words & _OF_COORDINATION or any(f" {each} " in joined for each in _PHRASES_OF_COORDINATION):
        return MET
    if words <= _COORDINATING | _JOINING:
        return MET
    others = {word for word in words - _KNOWN if not word.isdecimal()}
    return NOT_MET if words & _OF_ANOTHER_DUTY and not others else NOT_KNOWN


def paid_for_coordination(rule: str, payments: Iterable[Allowance], none: str) -> Test:
    """Test that one of some payments is for co-ordinating; `none` says what is not paid."""
    tests = [
        leaf(rule, "for_which_duty", each.for_which_duty, is_for_coordination(each))
        for each in payments
    ]
    return any_of(rule, *tests) if tests else leaf(rule, "allowances", none, NOT_MET)
