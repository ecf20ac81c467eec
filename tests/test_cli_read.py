"""The command that reads a job description."""

from pathlib import Path

import pytest

from tests.command_line import Captured, answer, json_answer, refusal

POST = """SENCO
Primary school
Contract: permanent, 0.6 FTE

Duties
- Coach colleagues in their teaching.
"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_text(POST, encoding="utf-8")
    return path


def test_each_fact_is_told_with_the_sentence_that_shows_it(post: Path, capsys: Captured) -> None:
    told = answer(capsys, "read", post)
    assert told.startswith("What post.txt says of the post\n")
    assert "- Designated SENCO\n    “SENCO”\n" in told
    assert "- Leads the teaching of others\n    “Coach colleagues in their teaching.”\n" in told


def test_json_holds_every_fact_and_where_its_sentence_stands(post: Path, capsys: Captured) -> None:
    facts = json_answer(capsys, "read", post, "--json")["facts"]
    assert len(facts) == 24
    assert facts["part_time"] == {
        "answer": "yes",
        "evidence": [{"sentence": "Contract: permanent, 0.6 FTE", "start": 21, "end": 49}],
    }
    assert facts["in_special_school"] == {"answer": "not-known", "evidence": []}


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    tmp_path: Path, capsys: Captured
) -> None:
    assert refusal(capsys, "read", tmp_path / "no.txt") == (
        "no.txt: there is no such file; check its name and folder.\n"
    )
