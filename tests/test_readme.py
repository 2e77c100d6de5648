"""README says only what works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from explorer.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_example_runs_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """On the bundled models, shapes as its comments say."""
    (code,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    first, second = capsys.readouterr().out.splitlines()
    assert first == "vae (10,) ['encode', 'generate', 'likelihood']"
    assert second.startswith("10 ")
    assert second.endswith("(32, 32, 1)")


APART = {"tour", "bench", "convert"}


def command_lines() -> list[str]:
    lines = [
        line.partition("#")[0].strip() for block in blocks("sh") for line in block.splitlines()
    ]
    return [line for line in lines if line.startswith("latent-explorer ")]


def test_every_command_is_shown() -> None:
    shown = {line.split()[1] for line in command_lines()}
    assert {command.name for command in COMMANDS} <= shown


@pytest.mark.parametrize("line", [line for line in command_lines() if line.split()[1] not in APART])
def test_command_lines_run_as_they_stand(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those apart take long or need a stranger's file, and have tests of their own."""
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)[1:]
    assert main(words) == 0
    if "-o" in words:
        assert (tmp_path / words[words.index("-o") + 1]).stat().st_size > 200
