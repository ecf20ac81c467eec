"""Reading and writing: schedules, case files, workbooks, and the text of documents."""

import os

# pydantic looks through every installed package for plugins unless told not to; payapp has none,
# and the search takes a tenth of the time in which a case is answered at the command line.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
