"""The house rules, held by reading the program's own source."""

import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "payapp"
MODULES = sorted(PACKAGE.rglob("*.py"))

RULES_OF_PAY = {"nations", "domain"}
MAIN_JOB = {"check"} | RULES_OF_PAY
QUESTIONS = {"casework", "reading", "spot_check"}
FACES = {"payroll", "report", "files"} | QUESTIONS | MAIN_JOB
MAY_IMPORT = {
    "domain": set[str](),
    "nations": {"domain"},
    "check": RULES_OF_PAY,
    "casework": MAIN_JOB,
    "reading": MAIN_JOB,
    "spot_check": MAIN_JOB,
    "report": QUESTIONS | MAIN_JOB,
    "files": {"domain"},
    "payroll": {"report", "files"} | QUESTIONS | MAIN_JOB,
    "gui": FACES,
    "cli": FACES | {"gui"},
    "__main__": {"cli"},
    "__init__": set[str](),
}

ONLY_IN = {
    "PySide6": {"gui"},
    "shiboken6": {"gui"},
    "openpyxl": {"files"},
    "defusedxml": {"files"},
    "pydantic": {"files"},
    "pydantic_core": {"files"},
    "platformdirs": {"files"},
    "pypdf": {"files"},
}

NETWORK = {
    *("aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser"),
    *("websockets", "wsgiref", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"),
}

NATIONS = {"england", "wales", "northern_ireland", "scotland"}
ROOM_PICKERS = {PACKAGE / "nations" / "__init__.py", PACKAGE / "nations" / "rooms.py"}

LONGEST_FUNCTION = 60


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def short(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def names_imported(node: ast.AST, module: Path) -> list[str]:
    """Return the dotted names that this statement or call imports; empty for any other node."""
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=origin, names=names, level=level):
            above = module.relative_to(ROOT).with_suffix("").parts[:-level] if level else ()
            start = ".".join((*above, *([origin] if origin else [])))
            return [f"{start}.{name.name}" for name in names]
        case ast.Call(
            func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            return [name]
    return []


def imports_of(module: Path) -> list[tuple[int, str]]:
    return [
        (getattr(node, "lineno", 0), name)
        for node in ast.walk(tree_of(module))
        for name in names_imported(node, module)
    ]


def is_or_is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def imported_rooms(module: Path) -> Iterator[tuple[str, str]]:
    for line, name in imports_of(module):
        parts = name.split(".")
        if parts[0] == "payapp" and len(parts) > 1 and parts[1] in MAY_IMPORT:
            yield f"{short(module)}:{line}", parts[1]


def is_one_of_the_nations(node: ast.expr) -> bool:
    """Whether the expression names a nation outright: a text, a constant, or a group of them."""
    match node:
        case ast.Constant(value=str()):
            return True
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name.isupper()
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(is_one_of_the_nations(part) for part in parts)
    return False


def asks_for_the_nation(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "nation"
    return False


def decides_by_nation(node: ast.AST) -> bool:
    match node:
        case ast.Compare(left=left, comparators=others):
            sides = [left, *others]
            return any(map(asks_for_the_nation, sides)) and any(map(is_one_of_the_nations, sides))
        case ast.Match(subject=subject):
            return asks_for_the_nation(subject)
    return False


def functions_of(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


RULES_FILE = ROOT / "schedules" / "rules.csv"
LOOKS_LIKE_A_RULE = re.compile(r"(?!UTF-|ISO-)[A-Z]{1,4}(?:-[A-Z]{2,5})*-\d\d[a-z]?")


@cache
def rules_held() -> dict[str, dict[str, str]]:
    with RULES_FILE.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def families_of_rules() -> set[str]:
    return {rule.rpartition("-")[0] for rule in rules_held()}


def is_rule_id(text: str) -> bool:
    family, _, number = text.rpartition("-")
    of_a_family = family in families_of_rules() and bool(re.fullmatch(r"\d{1,2}[a-z]?", number))
    return of_a_family or bool(LOOKS_LIKE_A_RULE.fullmatch(text))


@cache
def rule_ids_in_code() -> dict[str, str]:
    """Return where each rule id that the program names stands first."""
    found: dict[str, str] = {}
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            match node:
                case ast.Constant(value=str(text)) if is_rule_id(text):
                    found.setdefault(text, f"{short(module)}:{node.lineno}")
    return found


def nation_has_a_room(nation: str) -> bool:
    return (PACKAGE / "nations" / (nation.replace("-", "_") + ".py")).exists()


@pytest.mark.parametrize(
    "statement",
    [
        "if post.nation == 'wales': pass",
        "x = nation in ('england', 'wales')",
        "x = Nation.WALES is not case.nation",
        "match case.nation:\n    case _: pass",
    ],
)
def test_a_decision_by_nation_is_seen(statement: str) -> None:
    assert any(map(decides_by_nation, ast.walk(ast.parse(statement))))


@pytest.mark.parametrize(
    "statement", ["row.nation == wanted", "nation in rule.nations", "x == 'wales'"]
)
def test_a_comparison_of_two_nations_is_no_decision_by_nation(statement: str) -> None:
    assert not any(map(decides_by_nation, ast.walk(ast.parse(statement))))


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("import socket", "socket"),
        ("from urllib import request", "urllib.request"),
        ("from payapp import gui", "payapp.gui"),
        ("from . import england", "payapp.nations.england"),
        ("from .england import check", "payapp.nations.england.check"),
        ("importlib.import_module('http.client')", "http.client"),
        ("__import__('ssl')", "ssl"),
    ],
)
def test_an_import_is_seen_however_it_is_written(statement: str, name: str) -> None:
    module = PACKAGE / "nations" / "wales.py"
    nodes = ast.walk(ast.parse(statement))
    assert [name] == [found for node in nodes for found in names_imported(node, module)]


@pytest.mark.parametrize("text", ["SEN-02", "TLR-04a", "NI-TA-01", "SC-JSB-PT-1", "SEN-99"])
def test_a_rule_id_is_seen(text: str) -> None:
    assert is_rule_id(text)


@pytest.mark.parametrize("text", ["UTF-16", "U-1", "M1", "england", "2026-09-01", "TLR-00 of 2020"])
def test_other_text_is_no_rule_id(text: str) -> None:
    assert not is_rule_id(text)


def test_imports_point_down_only() -> None:
    faults = [
        f"{where} imports payapp.{room}"
        for module in MODULES
        for where, room in imported_rooms(module)
        if room != room_of(module) and room not in MAY_IMPORT[room_of(module)]
    ]
    assert not faults


def test_every_module_stands_in_a_room_of_the_house() -> None:
    assert {room_of(module) for module in MODULES} <= MAY_IMPORT.keys()


@pytest.mark.parametrize(("library", "rooms"), ONLY_IN.items())
def test_a_library_stays_in_its_room(library: str, rooms: set[str]) -> None:
    faults = [
        f"{short(module)}:{line} imports {name}"
        for module in MODULES
        for line, name in imports_of(module)
        if is_or_is_in(name, library) and room_of(module) not in rooms
    ]
    assert not faults


def test_nothing_that_reaches_a_network_is_imported() -> None:
    faults = [
        f"{short(module)}:{line} imports {name}"
        for module in MODULES
        for line, name in imports_of(module)
        if any(is_or_is_in(name, banned) for banned in NETWORK)
    ]
    assert not faults


def test_nothing_that_reaches_a_network_comes_along_with_what_is_imported() -> None:
    names = [".".join(module.relative_to(ROOT).with_suffix("").parts) for module in MODULES]
    wanted = [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]
    program = f"import {', '.join(wanted)}, sys\nprint(sorted(set(sys.modules) & {NETWORK!r}))"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


def test_the_command_line_imports_the_window_only_inside_functions() -> None:
    at_the_top = [
        name
        for module in MODULES
        if room_of(module) == "cli"
        for node in tree_of(module).body
        for name in names_imported(node, module)
    ]
    assert not [name for name in at_the_top if is_or_is_in(name, "payapp.gui")]


def nation_of(name: str) -> str:
    """Return the nation that a module is about, such as that of `northern_ireland_allowances`."""
    return next((each for each in NATIONS if name == each or name.startswith(f"{each}_")), "")


def test_the_rooms_of_the_nations_share_only_what_england_and_wales_share() -> None:
    faults = [
        f"{short(module)}:{line} imports {name}"
        for module in MODULES
        if room_of(module) == "nations" and module.stem != "rooms"
        for line, name in imports_of(module)
        if name.startswith("payapp.nations.")
        if nation_of(name.split(".")[2]) not in ("", nation_of(module.stem))
    ]
    assert not faults


def test_only_the_picker_of_the_room_asks_which_nation() -> None:
    faults = [
        f"{short(module)}:{getattr(node, 'lineno', 0)}"
        for module in MODULES
        if module not in ROOM_PICKERS
        for node in ast.walk(tree_of(module))
        if decides_by_nation(node)
    ]
    assert not faults


def test_no_function_is_longer_than_sixty_lines() -> None:
    faults = [
        f"{short(module)}: {function.name} has {lines} lines"
        for module in MODULES
        for function in functions_of(module)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not faults


def test_every_rule_named_in_code_stands_in_the_data() -> None:
    assert not {
        rule: where for rule, where in rule_ids_in_code().items() if rule not in rules_held()
    }


def test_every_rule_that_is_a_test_is_applied_where_its_nation_has_a_room() -> None:
    unused = [
        rule
        for rule, row in rules_held().items()
        if row["kind"] == "test"
        and any(map(nation_has_a_room, row["nations"].split(";")))
        and rule not in rule_ids_in_code()
    ]
    assert not unused


# Written in pieces, so that this file does not hold what it forbids.
MACHINE_PATH = re.compile(
    r"(?:^|[^A-Za-z0-9._/-])/(?:" + "work|root|tmp|opt|Users|home/[a-z]+" + ")/", re.MULTILINE
)
REGISTRY = re.compile(
    "|".join(["py" + r"pi\.org", "python" + r"hosted\.org", "--(?:extra-)?" + "index-url"])
)
HIDDEN_AND_OURS = {".ci", ".gitignore"}
MADE_BY_TOOLS = {"build", "dist", "htmlcov", "__pycache__"}
WITHOUT_TEXT = {".png", ".ico", ".icns", ".xlsx", ".pdf", ".qm", ".pyc", ".zip"}


def text_files(folder: Path = ROOT) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        hidden = entry.name.startswith(".") and entry.name not in HIDDEN_AND_OURS
        if hidden or entry.name in MADE_BY_TOOLS:
            continue
        if entry.is_dir():
            yield from text_files(entry)
        elif entry.suffix not in WITHOUT_TEXT:
            yield entry


@pytest.mark.parametrize("forbidden", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_no_file_names_a_machine_or_a_registry(forbidden: re.Pattern[str]) -> None:
    faults = [
        f"{short(file)}: {found[0]}"
        for file in text_files()
        if (found := forbidden.search(file.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not faults


def test_the_installed_qt_gives_back_every_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 500
