"""What an allowance comes to in a year, so that the amount of a month is asked about."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from payapp.domain.cases import Nation
from payapp.domain.library import Library
from payapp.domain.money import Money

MONTHS = 12
A_TENTH = Decimal("0.1")
"""As much as a value may lie apart from that of the year before, by which it may be paid still."""

Values = tuple[Money, Money]


class AllowanceValues:
    """The values of each allowance on a day, looked up once for all rows of a sheet."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._values: dict[tuple[Nation, date, str], Values | None] = {}

    def values(self, nation: Nation, on: date, kind: str) -> Values | None:
        """Return the least and the most of an allowance in pounds a year, or None for no figure."""
        key = (nation, on, kind)
        if key not in self._values:
            amounts = tuple(self._amounts(nation, on, kind))
            self._values[key] = (min(amounts), max(amounts)) if amounts else None
        return self._values[key]

    def is_of_a_month(
        self, nation: Nation, on: date, kind: str, amount: Money, part: Decimal | None
    ) -> bool:
        """Say whether an amount is far too low for a year, and twelve times it is not.

        `part` is the share of the full value that the person receives, as far as it is known.
        """
        values = self.values(nation, on, kind)
        if values is None or not amount:
            return False
        least, most = values
        shares = {Decimal(1), part or Decimal(1)}
        return amount < least * min(shares) / 2 and any(
            least * share * (1 - A_TENTH) <= amount * MONTHS <= most * share * (1 + A_TENTH)
            for share in shares
        )

    def _amounts(self, nation: Nation, on: date, kind: str) -> Iterator[Money]:
        """Yield every amount from which an allowance is paid on a day, in any pay area."""
        book = self._library.book(nation)
        terms = {(each.item, each.point) for each in self._library.allowances(nation, kind, on)}
        for figure in book.every():
            is_meant = (figure.item, figure.point) in terms or (figure.item, "") in terms
            if is_meant and book.find(on, figure.area, figure.item, figure.point) == figure:
                yield figure.amount
