"""The figures and rules as they ship, and the texts."""

import pytest

from payapp.domain.library import Library
from payapp.files.schedules import open_library
from payapp.report.wording import Wording


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording.load()
