"""The wheel carries what the program reads, and the lock names nothing but versions and hashes."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_an_installed_wheel_finds_its_schedules_and_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", str(tmp_path)], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "from payapp.files.places import resources_folder, schedules_folder\n"
        "print(schedules_folder() / 'rules.csv', resources_folder())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    found = [Path(path) for path in answer.stdout.split()]
    data = installed / "payapp" / "data"
    assert found == [data / "schedules" / "rules.csv", data / "resources"]
    assert all(path.exists() for path in found)


def test_the_lock_pins_every_dependency_by_version_and_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        re.split(r"[<>=]", line)[0]
        for line in project["dependencies"] + project["optional-dependencies"]["dev"]
    }
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\\n    --hash=sha256:", lock, re.MULTILINE))
    assert wanted <= pinned.keys()
    assert len(pinned) == lock.count("==")


def test_the_lock_keeps_off_the_qt_that_loses_references() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.search(r"^pyside6-essentials==6\.(8|9|10|11)\.", lock, re.MULTILINE)
