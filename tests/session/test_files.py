"""Session files: what was saved comes back; damage, foreign files and traps are typed errors."""

from __future__ import annotations

import json
import os
import stat
import struct
import sys
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from explorer.assets import models_dir
from explorer.errors import ExplorerError, FileDamaged, FileMissing, FileRefused, WriteFailed
from explorer.formats.picture import Picture
from explorer.latent import LatentSpace, Seed, Values
from explorer.session import container, files, models
from explorer.session.document import ModelFile, ModelRef, Session
from explorer.session.migrations import VERSION, migrate
from explorer.session.state import Exploring, Pin, State

EXAMPLE_0 = Path(__file__).parent / "session_0.json"


def session(model: str = "tiny-vae") -> Session:
    picture = Picture.of(np.arange(192, dtype=np.uint8).reshape(8, 8, 3), "p.png")
    point = Values.of(LatentSpace((512,)).draw(0))
    state = State(model, exploring=Exploring(point, picture=picture))
    past = (State(model), State("", "library"))
    pinned = replace(state, pins=(Pin("kept", State("tiny-gan")),))
    return Session(pinned, past, (), (("docks", "AAAA"),))


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "my session.lsx"
    stamp = files.save(path, session())
    opened, again = files.load(path)
    assert opened == session()
    assert again == stamp
    assert list(tmp_path.iterdir()) == [path]
    picture = opened.state.exploring.picture
    assert picture is not None
    assert picture.pixels == bytes(range(192))


def test_the_same_session_gives_the_same_bytes() -> None:
    assert files.to_bytes(session()) == files.to_bytes(session())


def test_a_file_is_a_zip_that_other_programs_can_read(tmp_path: Path) -> None:
    """JSON and safetensors, checked with the libraries' own readers."""
    from safetensors.numpy import load

    path = tmp_path / "s.lsx"
    files.save(path, session())
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        data = json.loads(archive.read("session.json"))
        arrays = load(archive.read("arrays.safetensors"))
    assert data["format"] == files.FORMAT
    assert data["version"] == VERSION
    assert sorted(a.shape for a in arrays.values()) == [(192,), (512,)]


def test_a_file_changed_elsewhere_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "s.lsx"
    stamp = files.save(path, session())
    other = files.save(path, replace(session(), layout=()))
    os.utime(path, ns=(0, 0))
    with pytest.raises(WriteFailed, match="changed it"):
        files.save(path, session(), expected=stamp)
    assert files.load(path)[0].layout == ()
    assert files.save(path, session(), expected=files.Stamp.of(path)) is not None
    assert other is not None


def test_a_disk_that_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.lsx"
    files.save(path, session())

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WriteFailed, match="disk is full"):
        files.save(path, Session())
    monkeypatch.undo()
    assert files.load(path)[0] == session()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_permissions_and_links_of_the_old_file_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.lsx", tmp_path / "link.lsx"
    files.save(real, Session())
    real.chmod(0o640)
    link.symlink_to(real)
    files.save(link, session())
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert files.load(real)[0] == session()


# -- damage ---------------------------------------------------------------------------------------


def test_every_cut_and_every_flipped_byte_is_a_typed_error_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "s.lsx"
    whole = files.to_bytes(session())
    rng = np.random.default_rng(0)
    for _ in range(300):
        data = bytearray(whole)
        if rng.random() < 0.4:
            del data[int(rng.integers(len(data))) :]
        else:
            for place in rng.integers(len(data), size=3):
                data[int(place)] ^= int(rng.integers(1, 256))
        path.write_bytes(bytes(data))
        try:
            opened, _ = files.load(path)
        except ExplorerError as error:
            assert error.subject == str(path)
        else:
            assert opened == session()


def test_no_file_a_folder_and_other_files(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        files.load(tmp_path / "none.lsx")
    with pytest.raises(FileMissing):
        files.load(tmp_path)
    foreign = tmp_path / "f.lsx"
    for data in (b"", b"\x89PNG....", b"PK\x05\x06" + bytes(18)):
        foreign.write_bytes(data)
        with pytest.raises((FileDamaged, FileRefused)):
            files.load(foreign)
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(FileRefused, match="no session"):
        files.load(foreign)


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_a_text_of_another_format_or_a_later_version(tmp_path: Path) -> None:
    path = tmp_path / "s.lsx"
    unlike: tuple[object, ...] = ({}, [], {"format": "something"}, {"format": files.FORMAT})
    for data in unlike:
        with pytest.raises((FileRefused, FileDamaged)):
            files.load(zipped(path, {"session.json": json.dumps(data).encode()}))
    later = {"format": files.FORMAT, "version": VERSION + 1, "session": {}}
    with pytest.raises(FileRefused, match="later version"):
        files.load(zipped(path, {"session.json": json.dumps(later).encode()}))


def test_a_small_zip_that_inflates_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "MAX_TEXT", 1 << 20)
    bomb = zipped(tmp_path / "bomb.lsx", {"session.json": b" " * (8 << 20)})
    assert bomb.stat().st_size < 1 << 14
    with pytest.raises(FileRefused, match="above 1 MB"):
        files.load(bomb)
    # the directory lies about the size: the cap counts what comes out
    data = bomb.read_bytes().replace(struct.pack("<L", 8 << 20), struct.pack("<L", 100))
    bomb.write_bytes(data)
    with pytest.raises((FileRefused, FileDamaged)):
        files.load(bomb)


def test_other_traps_of_zips(tmp_path: Path) -> None:
    path = tmp_path / "s.lsx"
    many = {f"{i}": b"" for i in range(100)} | {"session.json": b"{}"}
    with pytest.raises(FileRefused):
        files.load(zipped(path, many))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "w") as archive:
        archive.writestr("session.json", b"{}")
        archive.writestr("session.json", b"{}")
    with pytest.raises(FileDamaged, match="twice"):
        files.load(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("session.json", b"{}")
    with pytest.raises(FileRefused, match="packed"):
        files.load(path)
    data = bytearray(zipped(path, {"session.json": b"{}"}).read_bytes())
    data[6] |= 1  # the local header says: encrypted
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(FileRefused):
        files.load(path)


@pytest.mark.parametrize(
    "header",
    [
        b"",
        struct.pack("<Q", 1 << 62),
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 4) + b"{{{{",
        *(
            struct.pack("<Q", len(raw)) + raw + bytes(8)
            for raw in (
                b'{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,80]}}',
                b'{"a":{"dtype":"F32","shape":[99],"data_offsets":[0,8]}}',
                b'{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}',
                b'{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}',
                b'{"a":{"dtype":"U8","shape":[1,8],"data_offsets":[0,8]}}',
                b'{"a":7}',
            )
        ),
    ],
)
def test_malformed_arrays_are_damage(tmp_path: Path, header: bytes) -> None:
    parts = {"session.json": b"{}", "arrays.safetensors": header}
    path = zipped(tmp_path / "s.lsx", parts)
    with pytest.raises((FileDamaged, FileRefused)):
        files.load(path)


def test_a_packed_picture_that_unpacks_without_end_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import base64

    from explorer.session import recipe, typed

    monkeypatch.setattr(typed, "MAX_BYTES", 1 << 16)
    packed = base64.b64encode(zlib.compress(bytes(1 << 20))).decode()
    data = recipe.encode(Picture.of(np.zeros((2, 2, 1), np.uint8), "p"))
    data["pixels"] = {"zlib": packed}
    with pytest.raises(FileRefused, match="512 MB"):
        recipe.decode(Picture, data, "file", {})


# -- versions -------------------------------------------------------------------------------------


def test_a_session_of_version_0_opens(tmp_path: Path) -> None:
    text = EXAMPLE_0.read_bytes()
    path = zipped(tmp_path / "old.lsx", {"session.json": text})
    opened, _ = files.load(path)
    state = opened.state
    assert state.model == "digits-ddpm"
    assert state.exploring.point.resolve(LatentSpace((10,)))[3] == np.float32(-0.42)
    assert state.exploring.locked == frozenset({2, 5})
    assert len(state.interpolating.keys) == 3
    assert state.interpolating.path.mode == "linear"
    assert state.denoising.settings.conditions == (("label", "7"),)
    assert state.denoising.settings.start == Seed(11, 2)
    assert [ref.name for ref in opened.models] == ["digits-ddpm"]
    files.save(path, opened)
    assert files.load(path)[0] == opened


@pytest.mark.parametrize("wrong", [None, {}, {"state": 3}, {"state": {"model": 1}}, []])
def test_what_is_unlike_its_version_is_damage(wrong: object) -> None:
    with pytest.raises(FileDamaged, match="unlike version 0"):
        migrate(0, wrong, "old.lsx")
    for version in (-1, "1", None, True, 1.0):
        with pytest.raises(FileDamaged):
            migrate(version, {}, "old.lsx")


# -- models ---------------------------------------------------------------------------------------


def test_a_session_knows_when_its_model_is_another(tmp_path: Path, bundled_tiny: Path) -> None:
    import shutil

    own = tmp_path / "own"
    shutil.copytree(bundled_tiny / "tiny-vae", own)
    kept = files.gather(State(str(own)), (State("tiny-gan"), State("")))
    assert [ref.name for ref in kept.models] == sorted([str(own), "tiny-gan"])
    names = {file.name for ref in kept.models for file in ref.files}
    assert "decoder.onnx" in names
    assert "decoder.safetensors" in names
    assert files.problems(kept) == ()

    data = bytearray((own / "decoder.safetensors").read_bytes())
    data[-1] ^= 1
    (own / "decoder.safetensors").write_bytes(bytes(data))
    (sentence,) = files.problems(kept)
    assert "other weights" in sentence
    assert "decoder.safetensors" in sentence
    shutil.rmtree(own)
    (sentence,) = files.problems(kept)
    assert "is needed" in sentence
    assert [ref.name for ref in files.lacking(kept)] == [str(own)]


@pytest.mark.usefixtures("bundled_tiny")
def test_a_model_that_lost_a_file_is_noticed() -> None:
    here = models.identify("tiny-gan")
    more = ModelRef(here.name, here.title, (*here.files, ModelFile("extra.onnx", "0" * 64)))
    assert models.difference(here) is None
    assert "extra.onnx" in str(models.difference(more))
    assert models.identify_all(["gone"]) == (ModelRef("gone", "gone"),)


@pytest.mark.usefixtures("bundled_tiny")
def test_the_same_weights_in_another_graph_are_the_same_model() -> None:
    """A later version may pack its ONNX forms otherwise; without plain weights they are all."""
    here = models.identify("tiny-vae")
    other = tuple(
        replace(file, sha256="0" * 64) if file.name.endswith(".onnx") else file
        for file in here.files
    )
    assert other != here.files
    assert models.difference(replace(here, files=other)) is None
    graphs = tuple(file for file in other if file.name.endswith(".onnx"))
    assert "other weights" in str(models.difference(replace(here, files=graphs)))


def test_parts_of_a_folder_are_told_apart_and_its_prior_counts(tmp_path: Path) -> None:
    """Two parts of a pipeline are called alike; a mixture's file decides what a seed draws."""
    import shutil

    own = tmp_path / "own"
    shutil.copytree(models_dir() / "emoji-latent-diffusion", own)
    kept = models.identify(str(own))
    named = {file.name for file in kept.files}
    assert {f"{part}/diffusion_pytorch_model.safetensors" for part in ("unet", "vae")} <= named
    assert models.difference(kept) is None
    weights = own / "vae" / "diffusion_pytorch_model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(bytes(data))
    assert "vae/diffusion" in str(models.difference(kept))
    assert "prior.safetensors" in {file.name for file in models.identify("digits-gmm").files}
