"""The texts of one language: every sentence that a user may read, by its key.

A language is a folder of JSON files that are merged. A key is the way to a text, joined by dots.
A text names what it mentions in braces: `{gap}` for pounds, dates and words alike. `{gap:month}`
is a twelfth of it, `{fte:number}` a number that is no money, `{name:first}` a text that begins the
sentence.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from payapp.domain.money import a_month
from payapp.report.keeping import kept

PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PACKAGE = Path(__file__).resolve().parents[1]


class TextMissing(LookupError):
    """A text that the language does not hold, or a value that a text mentions and was not given."""


class Wording:
    """The texts of one language. `say` fills one; money and dates are written as people do."""

    def __init__(self, texts: Mapping[str, object]) -> None:
        self._texts = dict(_flat("", texts))
        self._of_nations: dict[str, Wording] = {}

    @classmethod
    def load(cls, language: str = "en", folder: Path | None = None) -> "Wording":
        """Return the texts of a language; those that ship with the program are read once.

        Raises TextMissing where there are none.
        """
        return _shipped(language) if folder is None else cls(_read(folder, language))

    def of(self, nation: str) -> "Wording":
        """Return the texts as they read in a nation.

        Its own, which stand in a group of its name, take the place of the shared ones.
        """
        found = self._of_nations.get(nation)
        if found is None:
            start = f"{nation}."
            own = {key.removeprefix(start): key for key in self if key.startswith(start)}
            shared = {key: key for key in self if not key.startswith(start)}
            texts = {key: self._texts[source] for key, source in (shared | own).items()}
            found = self._of_nations[nation] = Wording(texts) if own else self
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield every key."""
        return iter(self._texts)

    def has(self, key: str) -> bool:
        """Say whether there is a text of this key."""
        return key in self._texts

    def below(self, key: str) -> Mapping[str, object]:
        """Return the texts below a key, by the rest of their keys; none where there are none."""
        return self._below.get(key, {})

    @cached_property
    def _below(self) -> Mapping[str, dict[str, object]]:
        below: dict[str, dict[str, object]] = {}
        for key, text in self._texts.items():
            for dot in (place for place, sign in enumerate(key) if sign == "."):
                below.setdefault(key[:dot], {})[key[dot + 1 :]] = text
        return below

    def text(self, key: str) -> object:
        """Return what stands under a key as it is: a text, or a list. Raises TextMissing."""
        try:
            return self._texts[key]
        except KeyError:
            raise TextMissing(f"there is no text '{key}'") from None

    def say(self, key: str, **values: object) -> str:
        """Return the text of a key with its placeholders filled.

        Raises TextMissing for an unknown key and for a placeholder without a value.
        """
        text = self.text(key)
        if not isinstance(text, str):
            raise TextMissing(f"'{key}' is not one text")
        return self.fill(text, values)

    def each(self, key: str, **values: object) -> tuple[str, ...]:
        """Return every text of a list, filled. Raises TextMissing as `say` does."""
        texts = self.text(key)
        if not isinstance(texts, list):
            raise TextMissing(f"'{key}' is not a list of texts")
        return tuple(self.fill(str(text), values) for text in texts)

    def fill(self, text: str, values: Mapping[str, object]) -> str:
        """Return a text with its placeholders filled. Raises TextMissing as `say` does."""
        first, rest = _taken_apart(text)
        if not rest:
            return text
        parts = [first]
        for name, form, following in rest:
            try:
                value = values[name]  # some are looked up only when they are asked for
            except KeyError:
                raise TextMissing(f"no value for '{name}' in '{text}'") from None
            parts += (self.show(value, form), following)
        return "".join(parts)

    def first_known(self, texts: Iterable[str], values: Mapping[str, object]) -> str | None:
        """Return the first text of which everything that it mentions is known, filled."""
        for text in texts:
            with suppress(TextMissing):
                return self.fill(text, values)
        return None

    def show(self, value: object, form: str = "") -> str:
        """Return a value as a reader sees it: Decimal as pounds, dates with the month in words."""
        if type(value) is str and not form:
            return value
        match form, value:
            case "first", _:
                return capitalised(self.show(value))
            case "month", Decimal():
                return self.pounds(a_month(value))
            case "number", Decimal() | int():
                return f"{Decimal(value).normalize():,f}"
            case _, Decimal():
                return self.pounds(value)
            case _, date():
                return self.day(value)
        return str(value)

    def pounds(self, amount: Decimal) -> str:
        """Return £35,092 or £2,191.50; pence only where there are any."""
        sign = "−" if amount < 0 else ""
        whole = amount == amount.to_integral_value()
        return f"{sign}£{abs(amount):,.0f}" if whole else f"{sign}£{abs(amount):,.2f}"

    def day(self, day: date) -> str:
        """Return 1 September 2026."""
        return f"{day.day} {self.say(f'months.{day.month}')} {day.year}"


@kept
def _taken_apart(text: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """Return what stands before the first placeholder; then each, its form, and what follows it."""
    first, *rest = PLACEHOLDER.split(text)
    names, forms, following = rest[0::3], rest[1::3], rest[2::3]
    return first, tuple(zip(names, (form or "" for form in forms), following, strict=True))


def capitalised(text: str) -> str:
    """Return a text with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]


def _flat(start: str, texts: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, text in texts.items():
        if isinstance(text, dict):
            yield from _flat(f"{start}{key}.", text)
        else:
            yield f"{start}{key}", text


@cache
def _shipped(language: str) -> Wording:
    installed = _PACKAGE / "data" / "resources"
    resources = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return Wording(_read(resources / "wording", language))


def _read(folder: Path, language: str) -> dict[str, object]:
    """Merge the files of a language, text by text. One that stands in two files is a fault."""
    texts: dict[str, object] = {}
    for file in sorted((folder / language).glob("*.json")):
        held = dict(_flat("", json.loads(file.read_text(encoding="utf-8"))))
        twice = texts.keys() & held.keys()
        if twice:
            raise ValueError(f"{file.name} repeats {', '.join(sorted(twice))}")
        texts |= held
    if not texts:
        raise TextMissing(f"there are no texts for the language '{language}'")
    return texts
