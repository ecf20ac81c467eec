"""The one place where the window looks at the clock."""

from datetime import date


def today() -> date:
    """Return the day where the user is."""
    return date.today()  # noqa: DTZ011  # not the day of some other place on earth
