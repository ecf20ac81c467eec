"""Why an answer was not accepted, in the words of a form: no codes, and days as people write them.

A refusal is made for whoever writes files and commands; a form says the same with its own names.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from payapp.report.questions import answer_in_words, label_of
from payapp.report.wording import Wording

ISO_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")
QUOTED_FACT: Final = re.compile(r"'(\w+)'")
GIVE: Final = re.compile(r"\bgive\b")
ACCEPTED: Final = "accepted: "


def not_accepted(value: str, found: str, fix: str, wording: Wording, nation: str) -> str:
    """Return what to enter first, and then what is wrong.

    `value` is what was entered, `found` what is wrong with it where that is more than not being
    accepted, and `fix` what is accepted.
    """
    told = in_form_words(found, wording, nation)
    if not told:
        shown = in_form_words(value, wording, nation)
        told = wording.say("window.not_accepted", value=shown)
    return wording.say("window.refused", found=told, fix=in_form_words(fix, wording, nation))


def not_offered(value: str, offered: Sequence[str], wording: Wording, nation: str) -> str:
    """Return what to select where an answer is not among those that a list offers.

    `value` and `offered` are in words; `nation` is a code, or empty where it is not known.
    """
    if not offered:
        return wording.say("window.nothing_offered", value=value)
    named = f"facts.nation.choices.{nation}"
    where = wording.say("window.in_nation", nation=wording.say(named)) if wording.has(named) else ""
    return wording.say("window.not_offered", value=value, where=where, offered="; ".join(offered))


def in_form_words(text: str, wording: Wording, nation: str) -> str:
    """Return a clause of a refusal with days, facts and kinds of payment as a form shows them."""
    kinds = wording.below("facts.allowances.choices")
    told = ISO_DAY.sub(lambda found: _day(found[0], wording), text)
    told = QUOTED_FACT.sub(lambda found: _label(found, wording, nation), told)
    told = re.sub(
        r"[\w-]+",
        lambda found: (
            answer_in_words("allowances", found[0], wording, nation)
            if found[0] in kinds and found[0] != "other"
            else found[0]
        ),
        told,
    )
    enter = wording.say("window.enter")
    if told.startswith(ACCEPTED):
        told = wording.say("window.enter_one_of", accepted=told.removeprefix(ACCEPTED))
    return GIVE.sub(enter, told)


def _day(day: str, wording: Wording) -> str:
    try:
        return wording.day(date.fromisoformat(day))
    except ValueError:
        return day


def _label(found: re.Match[str], wording: Wording, nation: str) -> str:
    known = wording.of(nation).has(f"facts.{found[1]}.label")
    return f"‘{label_of(found[1], wording, nation)}’" if known else found[0]
