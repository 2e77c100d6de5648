"""Bad files through the engine: a typed error that names the file, nothing run, the model kept."""

from __future__ import annotations

import json
import pickle
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from explorer.errors import ExplorerError
from explorer.families import DenoiseSettings
from explorer.formats import read
from explorer.latent import Seed
from explorer.sampling import Engine
from explorer.sampling.file_requests import Look, Try
from explorer.sampling.requests import Denoise, Generate, Open
from tests.formats.making import evil_pickle, floats, table, tensor, torch_zip
from tests.opening import exports
from tests.opening.test_hub import labelled
from tests.support.fakes import Receiver


def _header(path: Path, header: object, data: bytes = b"") -> None:
    raw = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(raw)) + raw + data)


def _folder(path: Path) -> None:
    path.mkdir()


def _loop(path: Path) -> None:
    """What begins as a graph does and holds none."""
    path.write_bytes(b"\x08\x08\x12\x04loop" + b"\x00" * 40)


BAD: dict[str, Callable[[Path, Path], object]] = {
    "empty.pt": lambda p, _: p.write_bytes(b""),
    "garbage.onnx": lambda p, _: p.write_bytes(bytes(range(256)) * 40),
    "folder.safetensors": lambda p, _: _folder(p),
    "pickle.SAFETENSORS": lambda p, canary: p.write_bytes(evil_pickle(canary)),
    "evil.pt": lambda p, canary: p.write_bytes(evil_pickle(canary)),
    "huge_header.safetensors": lambda p, _: p.write_bytes(struct.pack("<Q", 1 << 62) + b"{}"),
    "deep.safetensors": lambda p, _: p.write_bytes(
        struct.pack("<Q", 200_000) + b"[" * 100_000 + b"]" * 100_000
    ),
    "short.safetensors": lambda p, _: _header(
        p, {"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}, b"\x00" * 8
    ),
    "beyond.pt": lambda p, _: torch_zip(
        p, table(w=tensor("0", 4, (8, 8), (8, 1))), {"0": floats(4)}
    ),
    "monster.pt": lambda p, _: torch_zip(
        p, table(w=tensor("0", 4, (10**8, 10**7), (0, 0))), {"0": floats(4)}
    ),
    "bytes.pkl": lambda p, _: p.write_bytes(
        b"\x80\x04cbuiltins\nbytearray\nJ\x00\x94\x35\x77\x85R."
    ),
    "cut.onnx": lambda p, _: _loop(p),
    "numbers.pkl": lambda p, _: p.write_bytes(pickle.dumps([1, 2, 3])),
    "page.ckpt": lambda p, _: p.write_bytes(b"<!doctype html><title>404</title>"),
    "vector.pth": lambda p, _: torch.save({"w": torch.zeros(3)}, p),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_sentence_and_the_open_model_stays(
    name: str, tiny_models: Path, tmp_path: Path
) -> None:
    canary, path = tmp_path / "canary", tmp_path / name
    BAD[name](path, canary)
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    good = Generate(str(tiny_models / "tiny-gan"), (Seed(0),))
    engine.submit(good, "image")
    before = receiver.wait(1)[0].frame
    engine.submit(Open(str(path)), "open")
    engine.submit(Look(str(path)), "look")
    failed = [r for r in receiver.wait(3)[1:] if r.slot == "open"]
    engine.submit(good, "image")
    results = receiver.wait(len(receiver.wait(3)) + 1)
    engine.close()
    error = failed[0].error
    assert isinstance(error, ExplorerError) and name in error.subject
    assert error.cause and error.remedy.endswith(".")
    after = results[-1].frame
    assert before is not None and after is not None
    np.testing.assert_array_equal(before.images["image"], after.images["image"])
    assert not canary.exists()


def test_a_try_that_fails_is_a_sentence_too(tiny_models: Path, tmp_path: Path) -> None:
    from explorer.opening.answers import of

    path = tmp_path / "x.onnx"
    path.write_bytes((tiny_models / "tiny-gan" / "critic.onnx").read_bytes())
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    engine.submit(Try(str(path), of(inputs={"image": "latent"})), "try")
    result = receiver.wait(1)[0]
    engine.close()
    assert isinstance(result.error, ExplorerError) and "x.onnx" in result.error.subject


def test_a_class_that_is_missing_is_a_sentence_and_the_open_model_stays(
    tiny_models: Path, tmp_path: Path
) -> None:
    """A network of classes that knows no "none" is asked without one, and with a wrong one."""
    labelled(tmp_path, 4)
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    good = Generate(str(tiny_models / "tiny-gan"), (Seed(0),))
    engine.submit(good, "image")
    before = receiver.wait(1)[0].frame
    for number, conditions in enumerate(((), (("label", 7),), (("mood", 1),))):
        settings = DenoiseSettings(steps=2, conditions=conditions)
        engine.submit(Denoise(str(tmp_path), settings), f"run{number}")
        error = receiver.wait(2 + number)[-1].error
        assert isinstance(error, ExplorerError) and error.cause and error.remedy.endswith(".")
        assert conditions[0][0] in error.subject if conditions else "label" in error.subject
    engine.submit(good, "again")
    after = receiver.wait(5)[-1].frame
    engine.close()
    assert before is not None and after is not None
    np.testing.assert_array_equal(before.images["image"], after.images["image"])


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_weights_that_are_no_numbers_are_named_and_drawn_neutral(
    wrong: float, tmp_path: Path
) -> None:
    """The file opens, says which tensors they are, and its picture is one grey."""
    state, path = exports.generator().state_dict(), tmp_path / "wrong.pth"
    state["up1.weight"].fill_(wrong)
    torch.save(state, path)
    assert read(path).not_finite() == ("up1.weight",)
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    engine.submit(Generate(str(path), (Seed(0),)), "image")
    frame = receiver.wait(1)[0].frame
    engine.close()
    assert frame is not None and frame.values["finite"] is False
    assert len(np.unique(frame.images["image"])) == 1
