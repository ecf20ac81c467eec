from pathlib import Path

import pytest

from payapp.domain.refusals import Refused
from payapp.files.layout_files import forget_headings, remember, remembered


def test_nothing_is_remembered_at_first() -> None:
    assert remembered() == {}


def test_headings_are_remembered_by_name() -> None:
    remember("county", {"grade": ("point", "")})
    remember("trust", {"tlr": ("allowance_1_amount", "tlr2")})
    remember("county", {"grade": ("range", "")})
    assert remembered() == {
        "county": {"grade": ("range", "")},
        "trust": {"tlr": ("allowance_1_amount", "tlr2")},
    }


@pytest.mark.parametrize("content", ["[]", '{"a": 1}', '{"a": {"b": "c"}}', "{"])
def test_a_damaged_memory_is_refused_in_a_sentence(own_home: Path, content: str) -> None:
    folder = own_home / "payapp"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spot-check-headings.json").write_text(content)
    with pytest.raises(Refused, match=r"spot-check-headings\.json"):
        remembered()


def test_all_headings_can_be_forgotten_at_once(own_home: Path) -> None:
    remember("ours", {"Spine pt": ("point", "")})
    forget_headings()
    forget_headings()
    assert remembered() == {}
    assert list((own_home / "payapp").iterdir()) == []
