"""Opening models: by name or path, with every fault of a folder named; what was open stays."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

import explorer
from explorer.assets import MODELS_VARIABLE
from explorer.errors import (
    BadValue,
    ExplorerError,
    FileDamaged,
    FileMissing,
    ManifestError,
    UnknownName,
)
from explorer.latent import Seed
from explorer.library import bundled, find, open_model
from explorer.sampling import Engine
from explorer.sampling.requests import Generate, Open
from tests.support.fakes import Receiver


@pytest.fixture
def folder(tiny_models: Path, tmp_path: Path) -> Path:
    """A copy of tiny-vae that a test may break."""
    return Path(shutil.copytree(tiny_models / "tiny-vae", tmp_path / "broken"))


def edited(folder: Path, old: str, new: str) -> Path:
    file = folder / "model.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("bundled_tiny")
def test_bundled_models_are_listed_families_in_order_and_opened_by_name() -> None:
    entries = bundled()
    assert [entry.manifest.name for entry in entries] == ["tiny-vae", "tiny-gan", "tiny-ddpm"]
    for entry in entries:
        assert entry.preview.is_file() and entry.card.is_file() and entry.bytes > 1000
        assert explorer.open_model(entry.manifest.name).spec.name == entry.manifest.name


def test_a_broken_bundled_model_hides_no_other(
    tiny_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tiny-vae", "tiny-gan"):
        shutil.copytree(tiny_models / name, tmp_path / name)
    (tmp_path / "tiny-gan" / "model.toml").write_text("format = 9")
    (tmp_path / "notes.txt").write_text("no model")
    monkeypatch.setenv(MODELS_VARIABLE, str(tmp_path))
    assert [entry.manifest.name for entry in bundled()] == ["tiny-vae"]
    with pytest.raises(ManifestError, match="format"):
        open_model("tiny-gan")


def test_folders_and_their_manifests_open_by_path(tiny_models: Path) -> None:
    folder = tiny_models / "tiny-gan"
    for path in (folder, str(folder), folder / "model.toml"):
        assert find(path) == folder.resolve()


@pytest.mark.usefixtures("bundled_tiny")
@pytest.mark.parametrize(
    "name, error, words",
    [
        ("scenes", UnknownName, "tiny-vae, tiny-gan"),
        ("", UnknownName, "no such model"),
        ("no/such/folder", FileMissing, "no such file"),
        ("picture.png", FileMissing, "no such file"),
        ("..", FileMissing, "model.toml"),
    ],
)
def test_what_is_not_there_is_named(
    name: str, error: type[ExplorerError], words: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error, match=words):
        open_model(name)


def test_files_and_folders_that_are_no_model_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(b"x")
    with pytest.raises(FileDamaged, match=r"weights\.bin"):
        open_model(file)
    with pytest.raises(FileDamaged, match=r"weights\.bin"):
        open_model(tmp_path)  # the only file in it stands for it
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileMissing, match=r"model\.toml"):
        open_model(tmp_path / "empty")


def test_a_path_that_the_system_refuses_is_a_failure_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of another user, named by a session that came from them."""
    with pytest.raises(FileMissing, match="too long"):
        find("/x" * 3000)
    whole, closed = Path.stat, tmp_path / "closed"

    def refused(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if closed in self.parents:
            raise PermissionError(13, "Permission denied")
        return whole(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(FileMissing, match="permissions do not allow"):
        find(closed / "mine.onnx")


def test_unknown_devices_are_refused(tiny_models: Path) -> None:
    with pytest.raises(BadValue, match="tpu"):
        open_model(tiny_models / "tiny-vae", "tpu")


@pytest.mark.parametrize(
    "old, new, words",
    [
        ('family = "vae"', 'family = "sorcery"', "sorcery"),
        ("[networks.decoder]", "[networks.painter]", r"networks\.decoder"),
        ("[networks.encoder]", "[networks.decoder2]", r"networks\.decoder2"),
        ('family = "vae"', 'family = "gan"', r"networks\.generator"),
    ],
)
def test_networks_that_do_not_make_the_family_are_named(
    folder: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(ManifestError, match=words):
        open_model(edited(folder, old, new))


def test_a_network_too_many_is_named(folder: Path) -> None:
    file = folder / "model.toml"
    extra = '[networks.denoiser]\nonnx = "decoder.onnx"\n'
    file.write_text(file.read_text() + extra)
    with pytest.raises(ManifestError, match=r"networks\.denoiser"):
        open_model(folder)


@pytest.mark.parametrize("name", ["decoder.onnx", "decoder.safetensors", "encoder.onnx"])
def test_a_missing_weight_file_is_named_on_opening(folder: Path, name: str) -> None:
    """Also those that only torch would read, later."""
    (folder / name).unlink()
    with pytest.raises(FileMissing, match=name):
        open_model(folder)


@pytest.mark.parametrize("content", [b"", b"\x00" * 64, b"half"])
def test_a_damaged_graph_is_named_on_opening(folder: Path, content: bytes) -> None:
    (folder / "decoder.onnx").write_bytes(content)
    with pytest.raises(FileDamaged, match=r"decoder\.onnx"):
        open_model(folder)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999])
def test_damaged_weights_are_named_when_torch_reads_them(folder: Path, share: float) -> None:
    """Without a graph to run instead they are read on opening."""
    weights = folder / "decoder.safetensors"
    raw = weights.read_bytes()
    weights.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(FileDamaged, match=r"decoder\.safetensors"):
        open_model(edited(folder, 'onnx = "decoder.onnx"', ""))


def test_damaged_weights_beside_a_good_graph_only_lose_the_race(folder: Path) -> None:
    (folder / "decoder.safetensors").write_bytes(b"half")
    model = open_model(folder, "cpu")
    timings = model.measure()["decoder"]
    assert model.networks["decoder"].runtime == "ONNX Runtime, CPU"
    assert all("short" in t.note for t in timings if not t.runtime.startswith("ONNX"))


def test_weights_of_another_architecture_are_refused(folder: Path) -> None:
    edited(folder, 'onnx = "decoder.onnx"', "")
    (folder / "decoder.safetensors").write_bytes((folder / "encoder.safetensors").read_bytes())
    with pytest.raises(FileDamaged, match="architecture"):
        open_model(folder)


def test_models_open_from_torch_weights_alone_and_from_graphs_alone(
    tiny_models: Path, tmp_path: Path
) -> None:
    pictures = []
    for drop in ("onnx", "weights"):
        copy = Path(shutil.copytree(tiny_models / "tiny-vae", tmp_path / drop))
        file = copy / "model.toml"
        lines = file.read_text().splitlines()
        file.write_text("\n".join(line for line in lines if not line.startswith(drop)))
        model = open_model(copy, "cpu")
        pictures.append(model.generate(model.latent.sample(4, 0)))
    assert np.abs(pictures[0] - pictures[1]).max() < 1 / 255


@pytest.mark.parametrize("way", ["onnx", "torch"])
def test_weights_that_are_not_numbers_give_grey_and_say_so(folder: Path, way: str) -> None:
    """A frame still comes; what was open stays."""
    from safetensors.torch import load_file, save_file

    if way == "onnx":
        import onnx

        graph = onnx.load(folder / "decoder.onnx")
        table = graph.graph.initializer[0]
        nans = np.full_like(onnx.numpy_helper.to_array(table), np.nan)
        table.CopyFrom(onnx.numpy_helper.from_array(nans, table.name))
        onnx.save(graph, folder / "decoder.onnx")
    else:
        state = load_file(folder / "decoder.safetensors")
        state = {k: t.mul(float("nan")) if t.is_floating_point() else t for k, t in state.items()}
        save_file(state, folder / "decoder.safetensors")
        edited(folder, 'onnx = "decoder.onnx"', "")
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    engine.submit(Generate(str(folder), (Seed(0),)), "image")
    result = receiver.wait(1)[0]
    engine.close()
    assert result.error is None and result.frame is not None
    assert result.frame.values["finite"] is False
    assert (result.frame.images["image"] == 119).all()


def test_a_model_that_fails_to_open_leaves_the_open_one(
    folder: Path, tiny_models: Path, tmp_path: Path
) -> None:
    """Another path, and the same path read again after it was damaged."""
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    good = Generate(str(folder), (Seed(0),))
    engine.submit(Open(str(folder)), "open")
    engine.submit(good, "image")
    before = receiver.wait(2)[1].frame
    (folder / "decoder.onnx").write_bytes(b"half")
    engine.submit(Open(str(tmp_path / "gone")), "open")
    engine.submit(Open(str(folder), fresh=True), "again")
    engine.submit(Generate(str(folder), (Seed(0), Seed(1))), "image")
    results = receiver.wait(5)
    engine.close()
    failures = [type(r.error) for r in results if r.error is not None]
    assert failures == [FileMissing, FileDamaged]
    after = results[4].frame
    assert before is not None and after is not None
    assert np.abs(after.images["image"][0].astype(int) - before.images["image"][0]).max() <= 1


def test_the_catalogue_is_read_once_and_read_again_when_a_folder_changes(
    tiny_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening a model asks for it each time: reading every manifest held the window for 25 ms."""
    folder = Path(shutil.copytree(tiny_models / "tiny-vae", tmp_path / "tiny-vae"))
    monkeypatch.setenv(MODELS_VARIABLE, str(tmp_path))
    (first,) = bundled()
    assert bundled()[0] is first
    edited(folder, first.manifest.title, "Another title")
    os.utime(folder / "model.toml", ns=(1, 1))
    assert bundled()[0].manifest.title == "Another title"
