import subprocess
import sys
from pathlib import Path

import pytest

from payapp.domain.cases import Nation
from payapp.domain.posts import Employer, Role
from payapp.nations.rooms import NATIONS, accepted_in, room_of

ROOT = Path(__file__).resolve().parents[2]


def test_every_nation_has_a_room_of_its_own() -> None:
    assert set(NATIONS) == set(Nation)
    assert len({room_of(nation) for nation in NATIONS}) == len(NATIONS)


@pytest.mark.parametrize(
    ("nation", "role"),
    [
        (Nation.ENGLAND, Role.SENCO),
        (Nation.WALES, Role.ALNCO),
        (Nation.NORTHERN_IRELAND, Role.LSC),
        (Nation.SCOTLAND, Role.ASN_COORDINATOR),
    ],
)
def test_a_nation_knows_its_own_co_ordinator(nation: Nation, role: Role) -> None:
    knows = [each for each in NATIONS if role in accepted_in(each).roles]
    assert nation in knows
    assert len(knows) < len(NATIONS)


def test_grant_aided_schools_are_known_in_scotland_and_not_in_england() -> None:
    assert Employer.GRANT_AIDED in accepted_in(Nation.SCOTLAND).employers
    assert Employer.GRANT_AIDED not in accepted_in(Nation.ENGLAND).employers


def test_a_room_that_is_not_asked_for_is_not_imported() -> None:
    code = (
        "import sys\n"
        "from payapp.domain.cases import Nation\n"
        "from payapp.nations.rooms import room_of\n"
        "room_of(Nation.SCOTLAND)\n"
        "rooms = {'england', 'wales', 'northern_ireland', 'scotland'}\n"
        "held = {room for room in rooms if f'payapp.nations.{room}' in sys.modules}\n"
        "sys.exit(held != {'scotland'})\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
