"""What is said of a case that an earlier run could not save."""

from datetime import datetime
from pathlib import Path

from payapp.report.wording import Wording


def left_in_words(
    path: Path | None, kept: datetime, others: int, wording: Wording, example: str = ""
) -> str:
    """Return which case was not saved, and when it was changed last; `others` wait behind it.

    `kept` is in the time of the place; `example` is what the case began as, if it has no file.
    Nothing that the case holds is said.
    """
    began = "example" if example else "new"
    name = path.name if path else wording.say(f"window.recovery.{began}", name=example)
    when = {"day": kept.date(), "time": f"{kept:%H:%M}"}
    sentence = wording.say("window.recovery.offer", name=name, **when)
    if not others:
        return sentence
    key = "one-more" if others == 1 else "more"
    more = wording.say(f"window.recovery.{key}", count=others)
    return f"{sentence} {more}"
