"""Sentences that are kept: made once of equal values, and never of others."""

from payapp.report.keeping import kept


def test_what_was_made_of_equal_values_is_not_made_again() -> None:
    made: list[tuple[str, int]] = []

    @kept
    def sentence(rule: str, year: int) -> str:
        made.append((rule, year))
        return f"{rule} of {year}"

    told = [sentence("SEN-01", 2026), sentence("SEN-01", 2025), sentence("SEN-01", 2026)]
    assert told == ["SEN-01 of 2026", "SEN-01 of 2025", "SEN-01 of 2026"]
    assert made == [("SEN-01", 2026), ("SEN-01", 2025)]
