"""Sentences that are made once: most of them stay as they were when one answer changes."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

MOST_KEPT = 5_000

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


def kept(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """Keep what a function makes of values that cannot change; its types stay as they are."""
    return cast("Callable[Asked, Made]", lru_cache(maxsize=MOST_KEPT)(make))
