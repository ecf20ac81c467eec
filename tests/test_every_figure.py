"""Every figure of the reference is held unaltered and is what a look-up answers."""

import csv
import hashlib
import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from payapp.cli import main
from payapp.domain.figures import Figure
from payapp.files.places import schedules_folder
from tests.worked import library

# Made from the reference itself: how many figures, and the digests of their content and last days.
REFERENCE = {
    "england": (
        3631,
        "04c09a2b6f4e8230be01dc916158684c129b92dd3ad9289af1ae80e7b91f0205",
        "06f4e5e97b8b1842f4999d72dd4a1d01f4ccacc493e83d75f4b86a1b221ae3a3",
    ),
    "wales": (
        654,
        "3ea13fdb1b05485d9fb44a3f1f6bf2d9ec70441641adc99776a44d2656121a66",
        "99653db8e71926aaf8d64c4eb1fe44a00e5c2a118a590cae4fedc11c3580c2ba",
    ),
    "northern-ireland": (
        338,
        "8381f9bf0e80db40e459eec2bb6947b3effcd251e69d2376dd7a10170393a5b7",
        "8f8f3b0d2c729fadd2e8f233201555df96db59009fbbaf04fcc9c370b774686f",
    ),
    "scotland": (
        757,
        "937d64ec719aa8136f780c308c7711d229e2691515265d7d1fdb1a3533c3206f",
        "6a80fd960bedc382e1ff72d37d76271ec99dfea32296790abe640e419b814555",
    ),
}
CONTENT = (
    "nation",
    "area",
    "valid_from",
    "item",
    "point",
    "amount",
    "nature",
    "provenance",
    "sources",
    "confidence",
)


def shipped_rows(nation: str) -> list[dict[str, str]]:
    """Read the rows of a nation as text, by a way of their own."""
    paths = sorted((schedules_folder() / nation).glob("[0-9]*.csv"))
    lines = [path.read_text(encoding="utf-8").splitlines() for path in paths]
    return [row for text in lines for row in csv.DictReader(text)]


def digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


@pytest.mark.parametrize("nation", sorted(REFERENCE))
def test_the_shipped_rows_are_the_reference_unaltered(nation: str) -> None:
    rows = shipped_rows(nation)
    content = digest(["|".join(row[name] for name in CONTENT) for row in rows])
    assert (len(rows), content) == REFERENCE[nation][:2]


@pytest.mark.parametrize("nation", sorted(REFERENCE))
def test_every_figure_ends_on_the_day_that_the_reference_says(nation: str) -> None:
    book = library().book(nation)
    lines = [
        "|".join(
            (
                figure.nation,
                figure.area,
                figure.valid_from.isoformat(),
                end.isoformat() if (end := book.in_force_until(figure)) else "",
                figure.item,
                figure.point,
            )
        )
        for figure in book.every()
    ]
    assert digest(lines) == REFERENCE[nation][2]


@pytest.mark.parametrize("nation", sorted(REFERENCE))
def test_a_look_up_answers_every_row_on_its_first_and_last_day(nation: str) -> None:
    book = library().book(nation)
    for row in shipped_rows(nation):
        first = date.fromisoformat(row["valid_from"])
        key = (row["area"], row["item"], row["point"])
        figure = book.find(first, *key)
        assert isinstance(figure, Figure), row
        assert (figure.amount, figure.valid_from) == (Decimal(row["amount"]), first)
        last = book.in_force_until(figure) or first + timedelta(days=365)
        assert book.find(last, *key) is figure


@pytest.mark.parametrize("nation", sorted(REFERENCE))
def test_the_command_line_answers_every_fiftieth_row(
    nation: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for row in shipped_rows(nation)[::50]:
        asked = [nation, row["item"], row["point"], "--on", row["valid_from"]]
        assert main(["figure", *asked, "--area", row["area"], "--json"]) == 0
        answered = json.loads(capsys.readouterr().out)
        assert answered["amount"] == float(row["amount"])
        assert answered["nature"] == row["nature"]
        assert answered["provenance"] == row["provenance"]
        assert answered["confidence"] == int(row["confidence"])
        assert answered["sources"] == row["sources"].split(";")
