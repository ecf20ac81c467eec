"""What a post is paid: range, point, salary and allowances, and on which basis."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from payapp.domain.money import ZERO, Money
from payapp.domain.tests_over_facts import Fact


class Basis(StrEnum):
    """Whether an amount is for the whole post or what reaches the teacher.

    The full-time equivalent of an allowance is the annual value of the whole responsibility;
    received is after FTE or share, whichever applies on the date.
    """

    FULL_TIME_EQUIVALENT = "full-time-equivalent"
    RECEIVED = "received"


class AllowanceKind(StrEnum):
    """The kinds of payment beside a salary."""

    SEN_ALLOWANCE = "sen-allowance"
    TLR1 = "tlr1"
    TLR2 = "tlr2"
    TLR3 = "tlr3"
    TEACHING_ALLOWANCE_1 = "teaching-allowance-1"
    TEACHING_ALLOWANCE_2 = "teaching-allowance-2"
    TEACHING_ALLOWANCE_3 = "teaching-allowance-3"
    TEACHING_ALLOWANCE_4 = "teaching-allowance-4"
    TEACHING_ALLOWANCE_5 = "teaching-allowance-5"
    SEN1 = "sen1"
    SEN2 = "sen2"
    REMOTE_SCHOOLS = "remote-schools"
    DISTANT_ISLANDS = "distant-islands"
    RESIDENTIAL = "residential"
    RECRUITMENT_RETENTION = "recruitment-retention"
    ACTING = "acting"
    HONORARIUM = "honorarium"
    UNQUALIFIED_ALLOWANCE = "unqualified-allowance"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """One payment beside the salary, in pounds a year on its own basis.

    `safeguarded` left out means that the payment is what its kind says: a current award.
    """

    kind: AllowanceKind
    amount: Money
    basis: Basis | None = None
    from_: date | None = None
    until: date | None = None
    share: Decimal | None = None
    for_which_duty: str | None = None
    safeguarded: Fact = Fact.NO

    def is_paid_on(self, on: date) -> bool:
        """Say whether the payment runs on a day; one of nothing a year is never paid."""
        has_begun = self.from_ is None or self.from_ <= on
        return self.amount > ZERO and has_begun and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """The pay of a post; a salary is in pounds a year on its basis."""

    range: str | None = None
    point: str | None = None
    salary: Money | None = None
    basis: Basis | None = None
    salary_conserved: Fact = Fact.NOT_KNOWN
    allowances: tuple[Allowance, ...] = ()
