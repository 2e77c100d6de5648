"""The command line as a user meets it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer import open_model
from explorer.cli import COMMANDS, main
from explorer.export import KEYWORD, recipe_in
from explorer.latent import Seed, changes, unevenness
from explorer.session.finding import seek
from explorer.session.plan import is_measured
from explorer.session.plan import path as way
from explorer.session.share import read_recipe
from tests.support.tiny import make_prompted

pytestmark = pytest.mark.usefixtures("bundled_tiny")


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image)


def test_models_lists_every_bundled_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["name", "tiny-vae", "tiny-gan", "tiny-ddpm"]
    assert "16 x 16 RGB" in lines[1]


def test_inspect_shows_the_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "tiny-vae"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("tiny-vae: Tiny scenes")
    assert "encode, generate" in out
    assert "conv-decoder" in out


def test_inspect_json_is_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "tiny-gan", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["latent"]["shape"] == [8]
    assert facts["capabilities"] == ["generate", "score"]
    assert facts["networks"]["generator"]["parameters"] > 1000


def test_sample_writes_a_grid_that_depends_on_the_seed(tmp_path: Path) -> None:
    """The i-th picture is the same in a small grid and a large one."""
    small, large = tmp_path / "small.png", tmp_path / "large.png"
    assert main(["sample", "tiny-vae", "--count", "4", "--seed", "5", "-o", str(small)]) == 0
    assert main(["sample", "tiny-vae", "--count", "36", "--seed", "5", "-o", str(large)]) == 0
    assert pixels(small).shape == (2 * 17 - 1, 2 * 17 - 1, 3)
    assert pixels(large).shape == (6 * 17 - 1, 6 * 17 - 1, 3)
    difference = pixels(small)[:16].astype(int) - pixels(large)[:16, :33]
    assert np.abs(difference).max() <= 1


def test_sample_of_a_diffusion_model_is_its_denoised_class(tmp_path: Path) -> None:
    """The tiny denoiser's runs end in the picture of the class, here by name."""
    from tests.support.tiny import class_mean

    path = tmp_path / "crosses.png"
    words = ["sample", "tiny-ddpm", "--count", "2", "--label", "cross", "--guidance", "1"]
    assert main([*words, "-o", str(path)]) == 0
    wanted = (class_mean(1)[0] + 1) / 2 * 255
    assert np.abs(pixels(path)[:, :16] - wanted).mean() < 30


def test_sample_with_a_number_for_a_label_is_that_class(tmp_path: Path) -> None:
    by_name, by_number = tmp_path / "a.png", tmp_path / "b.png"
    for path, label in ((by_name, "cross"), (by_number, "1")):
        words = ["sample", "tiny-ddpm", "--count", "1", "--label", label, "--steps", "5"]
        assert main([*words, "-o", str(path)]) == 0
    assert np.array_equal(pixels(by_name), pixels(by_number))


def test_interpolate_starts_and_ends_at_its_keys(tmp_path: Path) -> None:
    strip, first = tmp_path / "strip.png", tmp_path / "first.png"
    words = ["interpolate", "tiny-vae", "--from", "3", "--to", "4", "--frames", "5"]
    assert main([*words, "-o", str(strip)]) == 0
    assert main(["sample", "tiny-vae", "--count", "1", "--seed", "3", "-o", str(first)]) == 0
    assert pixels(strip).shape == (16, 5 * 17 - 1, 3)
    assert np.abs(pixels(strip)[:, :16].astype(int) - pixels(first)).max() <= 1


def test_interpolate_takes_pictures_where_the_model_encodes(tmp_path: Path) -> None:
    photo, strip = tmp_path / "photo.png", tmp_path / "strip.webp"
    Image.new("RGB", (40, 30), (200, 40, 40)).save(photo)
    words = ["interpolate", "tiny-vae", "--from", str(photo), "--to", "4", "--frames", "4"]
    assert main([*words, "-o", str(strip)]) == 0
    with Image.open(strip) as film:
        assert getattr(film, "n_frames", 1) == 4


@pytest.mark.parametrize("suffix", [".mp4", ".webp", "-##.png"])
def test_interpolate_writes_films_that_open_as_their_path(tmp_path: Path, suffix: str) -> None:
    """Through several keys, evenly, and back; the recipe is the state that the window has."""
    path = tmp_path / f"film{suffix}"
    words = ["interpolate", "tiny-vae", "--from", "3", "--via", "5", "--to", "4", "--rate", "12"]
    more = ["--frames", "9", "--mode", "smooth", "--ease", "both", "--even", "--bounce"]
    assert main([*words, *more, "-o", str(path)]) == 0
    files = sorted(tmp_path.iterdir())
    assert len(files) == (16 if suffix == "-##.png" else 1)
    text = recipe_in(files[0])
    assert text is not None
    state = read_recipe(text, files[0].name).state
    view = state.interpolating
    assert (state.view, view.keys) == ("interpolate", (Seed(3), Seed(5), Seed(4)))
    assert (view.mode, view.eases, view.frames, view.rate) == ("smooth", ("both",) * 2, 9, 12)
    assert view.bounce and view.even and is_measured(state)
    model = open_model("tiny-vae")
    images = model.generate(way(state).latents(9, model.latent))
    assert unevenness(changes(images)) < 0.03
    if suffix == "-##.png":
        found = pixels(files[3]).astype(int)
        assert np.abs(found - np.round(images[3] * 255)).max() <= 1


def test_a_closed_path_ends_before_the_picture_it_begins_with(tmp_path: Path) -> None:
    words = ["interpolate", "tiny-gan", "--from", "3", "--to", "4", "--frames", "7", "--closed"]
    assert main([*words, "-o", str(tmp_path / "a-##.png")]) == 0
    assert len(list(tmp_path.iterdir())) == 6


def test_interpolate_searches_for_pictures_where_there_is_no_encoder(tmp_path: Path) -> None:
    """A model's own picture is found again; it begins the strip."""
    own, strip = tmp_path / "own.png", tmp_path / "strip.png"
    assert main(["sample", "tiny-gan", "--count", "1", "--seed", "3", "-o", str(own)]) == 0
    words = ["interpolate", "tiny-gan", "--from", str(own), "--to", "1", "--frames", "3"]
    assert main([*words, "-o", str(strip)]) == 0
    wanted = pixels(own).astype(int)
    assert np.abs(pixels(strip)[:, : wanted.shape[1]] - wanted).mean() < 4


def test_interpolate_of_pictures_is_refused_where_nothing_finds_their_latent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "photo.png"
    Image.new("L", (16, 16)).save(photo)
    words = ["interpolate", "tiny-ddpm", "--from", str(photo), "--to", "1"]
    assert main([*words, "-o", str(tmp_path / "no.png")]) == 1
    assert "too large to be searched for" in capsys.readouterr().err


def test_denoise_shows_three_rows_and_a_column_a_step(tmp_path: Path) -> None:
    path = tmp_path / "steps.png"
    words = ["denoise", "tiny-ddpm", "--steps", "6", "--label", "0", "--seed", "2"]
    assert main([*words, "-o", str(path)]) == 0
    assert pixels(path).shape == (3 * 17 - 1, 7 * 17 - 1)


def test_a_png_carries_its_recipe(tmp_path: Path) -> None:
    path = tmp_path / "steps.png"
    assert main(["denoise", "tiny-ddpm", "--steps", "4", "--seed", "9", "-o", str(path)]) == 0
    with Image.open(path) as image:
        recipe = json.loads(image.info[KEYWORD])
    (request,) = recipe["requests"]
    assert (request["is"], request["model"]) == ("Denoise", "tiny-ddpm")
    assert (request["settings"]["seed"], request["settings"]["steps"]) == (9, 4)


def test_a_picture_names_its_model_by_hash_and_is_found_from_anywhere(
    tmp_path: Path, tiny_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line takes a path as it is typed, which another folder does not understand."""
    shutil.copytree(tiny_models / "tiny-vae", tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    assert main(["sample", "mine", "-o", "out.png"]) == 0
    monkeypatch.chdir(tiny_models)
    session = read_recipe(recipe_in(tmp_path / "out.png") or "", "out.png")
    assert [ref.name for ref in session.models] == ["mine"] and session.models[0].files
    found = seek(session, tmp_path)
    assert found.session.state.model == str(tmp_path / "mine") and found.problems == ()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["inspect", "no-such-model"], "no such model. Bundled are: tiny-vae"),
        (["scenes-wae"], "no such model. Bundled are: tiny-vae"),
        (["inspect", "folder/that/is/not"], "there is no such file or folder"),
        (["sample", "tiny-vae", "--label", "3"], "lacks it"),
        (["sample", "tiny-ddpm", "--label", "circle"], "no such class. Use one of square"),
        (["denoise", "tiny-ddpm", "--scheduler", "plms"], "plms"),
        (["denoise", "tiny-vae"], "cannot denoise"),
        (["interpolate", "tiny-vae", "--from", "1", "--to", "gone.png"], "gone.png: "),
        (["interpolate", "tiny-vae", "--from", "1", "--to", "2", "--mode", "x"], "no such mode"),
        (["interpolate", "tiny-vae", "--from", "1", "--to", "2", "--ease", "x"], "no such ease"),
        (["interpolate", "tiny-ddpm", "--from", "1", "--to", "2", "--even"], "in one step"),
        (["sample", "tiny-vae", "-o", "picture.tga"], "Use .mp4, .gif, .webp"),
        (["sample", "tiny-vae", "-o", "no/such/folder/grid.png"], "its folder does not exist"),
        (["sample", "tiny-vae", "--device", "abacus"], "no such device"),
    ],
)
def test_a_failure_is_one_sentence_on_stderr_and_exit_code_1(
    words: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    out, err = capsys.readouterr()
    assert sentence in err
    assert err.startswith("latent-explorer: ")
    assert err.count("\n") == 1
    assert out == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["sample"],
        ["sample", "tiny-vae", "--count", "0"],
        ["sample", "tiny-vae", "--seed", "-1"],
        ["denoise", "tiny-ddpm", "--steps", "many"],
        ["tour", "folder", "--size", "10x10"],
        ["tour", "folder", "--size", "large"],
        ["--no-such-option"],
        ["tiny-vae", "tiny-gan"],
    ],
)
def test_wrong_usage_is_exit_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: latent-explorer" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], *([c.name] for c in COMMANDS)])
def test_help_has_examples(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "examples:\n  latent-explorer" in out
    if not words:
        assert all(f"\n    {command.name} " in out for command in COMMANDS)


def test_an_interrupt_is_exit_code_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("explorer.library.bundled", interrupted)
    assert main(["models"]) == 130
    assert capsys.readouterr().err == "latent-explorer: interrupted\n"


def test_a_reader_that_leaves_is_no_failure() -> None:
    """`latent-explorer inspect ... | head -0` ends quietly."""
    words = [sys.executable, "-m", "explorer", "inspect", "tiny-vae", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        errors = child.stderr.read()
        assert child.wait() == 0
    assert errors == b""


def test_prompts_are_told_and_strange_words_end_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = str(make_prompted(tmp_path)), tmp_path / "out.png"
    words = ["--prompt", "Red square", "--negative", "flat"]
    assert main(["denoise", folder, "--steps", "2", *words, "-o", str(out)]) == 0
    settings = read_recipe(recipe_in(out) or "", "out.png").state.denoising.settings
    assert settings.conditions == (("negative", "flat"), ("prompt", "Red square"))
    assert pixels(out).shape[2] == 3
    assert main(["sample", folder, "--prompt", "round", "--steps", "2", "-o", str(out)]) == 0
    capsys.readouterr()
    assert main(["denoise", folder, "--prompt", "green red", "-o", str(out)]) == 1
    assert "the model never learned 'green'." in capsys.readouterr().err
    assert main(["inspect", folder]) == 0
    assert "of 6 words, such as 'red square'" in capsys.readouterr().out
