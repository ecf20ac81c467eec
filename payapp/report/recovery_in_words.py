"""What is said of a case that an earlier run could not save."""

from datetime import datetime
from pathlib import Path

from payapp.report.wording import Wording


def left_in_words(path: Path | None, kept: datetime, others: int, wording: Wording) -> str:
    """Return which case was not saved, and when it was changed last; `others` wait behind it.

    `kept` is in the time of the place. Nothing that the case holds is said.
    """
    name = path.name if path else wording.say("window.recovery.new")
    when = {"day": kept.date(), "time": f"{kept:%H:%M}"}
    sentence = wording.say("window.recovery.offer", name=name, **when)
    if not others:
        return sentence
    key = "one-more" if others == 1 else "more"
    more = wording.say(f"window.recovery.{key}", count=others)
    return f"{sentence} {more}"
