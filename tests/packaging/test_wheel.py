"""What is built is whole: the wheel and the sdist carry what the program needs to run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def build(target: str, folder: Path) -> Path:
    """Build with the environment's own hatchling, so that no network is needed."""
    words = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where an installer would put it."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(code: str, unpacked: Path, folder: Path) -> str:
    """Run `code` with the unpacked wheel alone, from an empty folder."""
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}
    env.pop("LATENT_EXPLORER_MODELS", None)
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_wheel_holds_every_file_of_package_models_and_resources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    homes = {"explorer": "explorer", "models": "explorer/_bundled/models"}
    homes["resources"] = "explorer/_bundled/resources"
    for home, inside in homes.items():
        for file in tracked(home):
            assert f"{inside}/{file.relative_to(home).as_posix()}" in names


def tracked(folder: str) -> list[Path]:
    """The files under a folder, without what tools leave there."""
    files = (f.relative_to(ROOT) for f in (ROOT / folder).rglob("*") if f.is_file())
    return [f for f in files if "__pycache__" not in f.parts and not f.name.startswith(".")]


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, no caches; one package and its metadata."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].split("-")[0] for name in names} == {
        "explorer",
        "latent_explorer",
    }
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_wheel_says_what_it_needs_where(wheel: Path) -> None:
    """One ONNX Runtime on every platform; a licence; a console script."""
    archive = zipfile.ZipFile(wheel)
    (info,) = {name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name}
    metadata = archive.read(f"{info}/METADATA").decode()
    assert "License-Expression: MIT" in metadata
    assert f"{info}/licenses/LICENSE" in archive.namelist()
    assert "explorer.cli:main" in archive.read(f"{info}/entry_points.txt").decode()
    needs = [
        line for line in metadata.splitlines() if line.startswith("Requires-Dist: onnxruntime")
    ]
    assert len([line for line in needs if "extra ==" not in line]) == 2


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", "onnxruntime-gpu"),
        ("linux", "aarch64", "onnxruntime"),
        ("win32", "AMD64", "onnxruntime-gpu"),
        ("win32", "ARM64", "onnxruntime"),
        ("darwin", "arm64", "onnxruntime"),
        ("darwin", "x86_64", "onnxruntime"),
    ],
)
def test_each_platform_gets_one_onnx_runtime(system: str, machine: str, name: str) -> None:
    """Both at once share files and break each other."""
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    where = {"sys_platform": system, "platform_machine": machine}
    needs = [Requirement(text) for text in project["dependencies"]]
    kept = [n.name for n in needs if n.marker is None or n.marker.evaluate(where)]
    assert [n for n in kept if n.startswith("onnxruntime")] == [name]
    assert len(kept) == len(needs) - 1


def test_the_unpacked_wheel_finds_its_models_and_resources(unpacked: Path, tmp_path: Path) -> None:
    code = """
import json, explorer
from explorer.assets import models_dir, resources_dir
models = [entry.manifest.name for entry in explorer.bundled()]
print(json.dumps([models, str(models_dir()), str(resources_dir()), explorer.__file__]))
"""
    models, *places = json.loads(run(code, unpacked, tmp_path))
    assert models == sorted_as_bundled()
    for place in places:
        assert Path(place).is_relative_to(unpacked)
    assert (Path(places[1])).is_dir()


def sorted_as_bundled() -> list[str]:
    import explorer

    return [entry.manifest.name for entry in explorer.bundled()]


def test_the_unpacked_wheel_makes_pictures(unpacked: Path, tmp_path: Path) -> None:
    code = "from explorer.cli import main\nmain(['models'])"
    lines = run(code, unpacked, tmp_path).splitlines()
    assert len(lines) == 1 + len(sorted_as_bundled())
    for name in sorted_as_bundled():
        code = f"from explorer.cli import main\nmain(['sample', '{name}', '--count', '4'])"
        assert run(code, unpacked, tmp_path) == "grid.png\n"
        assert (tmp_path / "grid.png").stat().st_size > 500


def test_the_sdist_builds_the_same_wheel(tmp_path: Path, wheel: Path) -> None:
    """Whoever packages it for a distribution gets all that is needed."""
    sdist = build("sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (f for f in tmp_path.iterdir() if f.name.startswith("latent_explorer-"))
    assert (source / "tests" / "conftest.py").is_file()
    assert (source / "packaging" / "linux-libraries.sh").is_file()
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "w")]
    subprocess.run(words, cwd=source, check=True, capture_output=True)
    (again,) = (tmp_path / "w").iterdir()
    with zipfile.ZipFile(again) as one, zipfile.ZipFile(wheel) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
