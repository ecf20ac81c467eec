"""How long the report of a case as a PDF takes, beside the one-page sheet for a rep.

Run it with `make bench`, or `python benchmarks/pdf.py` from the top of a checkout.
"""

import os
import statistics
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from payapp.check import check
from payapp.files.case_files import read_case
from payapp.files.schedules import open_library
from payapp.gui.printing import drawing_application, pdf_of
from payapp.report.printed import Printed, printed_report
from payapp.report.rep_sheet import rep_sheet
from payapp.report.wording import Wording

ROUNDS = 9
WANTED_PAGES = 4
WANTED_SECONDS = 0.1
CASE = ROOT / "resources" / "examples" / "england-special-school-without-allowance.json"


def timed(paper: Printed) -> tuple[float, int, int]:
    """Return the CPU seconds that one PDF takes, its pages and its size in bytes."""
    start = time.process_time()
    pdf = pdf_of(paper)
    return time.process_time() - start, pdf.count(b"/Type /Page\n"), len(pdf)


def main() -> int:
    """Print the medians; exit 1 where four pages take longer than promised."""
    application = drawing_application()
    library, wording = open_library(), Wording.load()
    assessment = check(read_case(CASE), library)
    held = (assessment, library, wording, date(2026, 9, 1))
    papers = {"report": printed_report(*held), "rep's sheet": rep_sheet(*held)}
    rounds = [{name: timed(paper) for name, paper in papers.items()} for _ in range(ROUNDS)]
    for name in papers:
        seconds = statistics.median(each[name][0] for each in rounds)
        _, pages, size = rounds[-1][name]
        print(f"{name:12} {pages} pages, {size / 1000:.0f} kB: {seconds:.3f} s of CPU, median")
    took = statistics.median(each["report"][0] / each["report"][1] for each in rounds)
    four = took * WANTED_PAGES
    print(f"four pages of a report: {four:.3f} s  (wanted: {WANTED_SECONDS} s)")
    del application
    return 0 if four <= WANTED_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
