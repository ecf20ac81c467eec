from collections.abc import Mapping
from decimal import Decimal

import pytest

from payapp.casework.survey_beside import Asked, band_of, survey_beside
from tests.worked import CLASS_TEACHER, SENCO, case, library


def beside(post: Mapping[str, object], nation: str = "england") -> dict[str, Asked]:
    found = survey_beside(case(post, nation=nation), library())
    return {asked.id: asked for asked in found}


def test_a_primary_senco_in_england_stands_beside_primary_sencos_in_england() -> None:
    found = beside({**SENCO, "phase": "primary"})
    assert {name: asked.group for name, asked in found.items()} == {
        "S1": "England and Wales SENCOs / ALNCOs",
        "S5": "Primary SENCOs in England",
        "S6": "Primary SENCOs in England",
        "S7": "All co-ordinators",
        "S8": "Primary SENCOs in England",
        "S9": "SENCOs in England",
        "S10": "Teachers in England with SEN objectives",
    }
    assert [answer.percent for answer in found["S1"].answers][:3] == ["33", "17", "15"]


def test_the_year_and_the_size_are_those_of_the_survey_asked() -> None:
    found = beside({**SENCO, "phase": "secondary"})
    assert (found["S1"].year, found["S1"].size) == (2018, 1615)
    assert (found["S5"].group, found["S5"].year, found["S5"].size) == (
        "Secondary SENCOs in England",
        2019,
        1178,
    )


@pytest.mark.parametrize(
    ("nation", "role", "group"),
    [
        ("wales", "alnco", "England and Wales SENCOs / ALNCOs"),
        ("northern-ireland", "senco", "Northern Ireland SENCOs"),
        ("scotland", "asn-coordinator", "Scotland ASN co-ordinators"),
    ],
)
def test_each_nation_has_its_own_answers_on_pay(nation: str, role: str, group: str) -> None:
    found = beside({"role": role}, nation)
    assert group in [asked.group for asked in found.values()]
    assert not [asked for asked in found.values() if asked.group.endswith("in England")]


def test_a_teacher_of_pupils_with_sen_stands_beside_teachers() -> None:
    found = beside({**CLASS_TEACHER, "role": "sen-teacher"})
    assert set(found) == {"S4", "S10"}


@pytest.mark.parametrize(
    ("share", "band"), [("0", "0 to 19%"), ("0.199", "0 to 19%"), ("1", "80 to 100%")]
)
def test_a_share_falls_in_a_band(share: str, band: str) -> None:
    found = band_of(Decimal(share), beside(SENCO)["S6"].answers)
    assert found is not None
    assert found.answer == band


def test_a_share_beyond_every_band_and_answers_that_are_no_bands_are_left() -> None:
    found = beside(SENCO)
    assert band_of(Decimal("1.5"), found["S6"].answers) is None
    assert band_of(Decimal("0.5"), found["S1"].answers) is None
