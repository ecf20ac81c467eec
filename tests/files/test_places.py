import subprocess
import sys
from pathlib import Path

import pytest

from payapp.files import places

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_uses_the_folders_beside_the_package() -> None:
    assert places.schedules_folder() == ROOT / "schedules"
    assert places.resources_folder() == ROOT / "resources"


def test_an_installed_package_uses_the_folders_inside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "payapp" / "data" / "schedules").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "payapp")
    assert places.schedules_folder() == tmp_path / "payapp" / "data" / "schedules"


def test_the_frozen_program_uses_the_folders_it_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.schedules_folder() == tmp_path / "schedules"
    assert places.resources_folder() == tmp_path / "resources"


def test_payapp_home_overrides_the_user_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PAYAPP_HOME", str(tmp_path / "mine"))
    assert places.user_folder() == tmp_path / "mine"


def test_payapp_home_may_start_with_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PAYAPP_HOME", "~/mine")
    assert places.user_folder() == tmp_path / "mine"


def test_a_relative_payapp_home_is_made_absolute(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAYAPP_HOME", "mine")
    assert places.user_folder() == tmp_path / "mine"


@pytest.mark.skipif(sys.platform != "linux", reason="states the Linux folder")
@pytest.mark.parametrize("unset", [None, ""])
def test_without_payapp_home_the_system_names_the_user_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unset: str | None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if unset is None:
        monkeypatch.delenv("PAYAPP_HOME")
    else:
        monkeypatch.setenv("PAYAPP_HOME", unset)
    assert places.user_folder() == tmp_path / "payapp"


def test_asking_for_the_user_folder_does_not_make_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PAYAPP_HOME", str(tmp_path / "mine"))
    assert not places.user_folder().exists()


def test_the_shipped_folders_are_found_without_platformdirs() -> None:
    code = (
        "import sys; from payapp.files import places; places.schedules_folder();"
        "sys.exit('platformdirs' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
