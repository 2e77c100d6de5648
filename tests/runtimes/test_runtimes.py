"""ONNX Runtime and torch on real files: agreement, ownership, faults, and the import of torch."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from explorer.errors import (
    BadValue,
    ExplorerError,
    FileDamaged,
    FileMissing,
    RunFailed,
    UnknownName,
)
from explorer.formats.manifest import NetworkEntry, read_manifest
from explorer.runtimes import device, torch_import
from explorer.runtimes.onnx import OnnxNetwork
from explorer.runtimes.torch_network import open_module


@pytest.fixture(scope="module")
def folder(tiny_models: Path) -> Path:
    return tiny_models / "tiny-vae"


@pytest.fixture(scope="module")
def entries(folder: Path) -> dict[str, NetworkEntry]:
    return dict(read_manifest(folder).networks)


LATENTS = np.random.default_rng(0).standard_normal((5, 6)).astype(np.float32)


def test_torch_and_onnx_agree(entries: dict[str, NetworkEntry]) -> None:
    entry = entries["decoder"]
    assert entry.onnx is not None
    graph, module = OnnxNetwork(entry.onnx), open_module(entry, "cpu", "float32")
    a, b = (network.run({"latent": LATENTS})["image"] for network in (graph, module))
    assert a.shape == b.shape == (5, 3, 16, 16) and a.dtype == b.dtype == np.float32
    assert np.abs(a - b).max() < 1e-5
    assert graph.runtime == "ONNX Runtime, CPU" and module.runtime == "torch float32, CPU"


@pytest.mark.parametrize("way", ["onnx", "float32", "bfloat16"])
def test_answers_own_their_memory_and_inputs_stay(
    entries: dict[str, NetworkEntry], way: str
) -> None:
    """The next run must not change what an earlier one returned; read-only input is fine."""
    entry = entries["decoder"]
    assert entry.onnx is not None
    network = OnnxNetwork(entry.onnx) if way == "onnx" else open_module(entry, "cpu", way)
    given = LATENTS.copy()
    given.setflags(write=False)
    first = network.run({"latent": given})["image"]
    kept = first.copy()
    second = network.run({"latent": given[::-1]})["image"]
    assert np.array_equal(first, kept) and not np.shares_memory(first, second)
    assert np.array_equal(given, LATENTS)
    assert first.dtype == np.float32


def test_torch_takes_the_encoders_two_outputs_by_name(entries: dict[str, NetworkEntry]) -> None:
    out = open_module(entries["encoder"], "cpu", "float32").run(
        {"image": np.zeros((2, 3, 16, 16), np.float32)}
    )
    assert {name: array.shape for name, array in out.items()} == {
        "mean": (2, 6), "log_variance": (2, 6),
    }  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"not a graph", b"\x08\x07" * 400])
def test_graphs_that_are_none_are_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "decoder.onnx"
    file.write_bytes(content)
    with pytest.raises(FileDamaged, match=r"decoder\.onnx"):
        OnnxNetwork(file)


def test_graphs_cut_short_are_refused(entries: dict[str, NetworkEntry], tmp_path: Path) -> None:
    entry = entries["decoder"]
    assert entry.onnx is not None
    raw, file = entry.onnx.read_bytes(), tmp_path / "decoder.onnx"
    for share in (0.1, 0.5, 0.9, 0.99):
        file.write_bytes(raw[: int(len(raw) * share)])
        with pytest.raises(FileDamaged, match=r"decoder\.onnx"):
            OnnxNetwork(file)


def test_files_that_are_not_there_are_named(
    entries: dict[str, NetworkEntry], tmp_path: Path
) -> None:
    with pytest.raises(FileMissing, match=r"gone\.onnx"):
        OnnxNetwork(tmp_path / "gone.onnx")
    entry = NetworkEntry("decoder", "conv-decoder", {"latent": 6}, tmp_path / "gone", None)
    with pytest.raises(FileMissing, match="gone"):
        open_module(entry, "cpu", "float32")


@pytest.mark.parametrize("way", ["onnx", "float32"])
def test_inputs_that_do_not_fit_are_failures_with_a_remedy(
    entries: dict[str, NetworkEntry], way: str
) -> None:
    entry = entries["decoder"]
    assert entry.onnx is not None
    network = OnnxNetwork(entry.onnx) if way == "onnx" else open_module(entry, "cpu", way)
    with pytest.raises(RunFailed) as caught:
        network.run({"latent": np.zeros((1, 7), np.float32)})
    assert caught.value.remedy


def other(entry: NetworkEntry, **changes: object) -> NetworkEntry:
    fields = vars(entry) | changes
    return NetworkEntry(**fields)


def test_architectures_and_settings_that_do_not_fit_are_refused(
    entries: dict[str, NetworkEntry],
) -> None:
    entry = entries["decoder"]
    cases: list[tuple[dict[str, object], type[ExplorerError], str]] = [
        ({"architecture": "transformer"}, UnknownName, "transformer"),
        ({"settings": {"latents": 6}}, BadValue, "conv-decoder"),
        ({"settings": {**entry.settings, "hidden": 99}}, FileDamaged, "decoder.safetensors"),
        ({"architecture": "conv-encoder"}, FileDamaged, "decoder.safetensors"),
    ]
    for changes, error, words in cases:
        with pytest.raises(error, match=words):
            open_module(other(entry, **changes), "cpu", "float32")


def test_unknown_devices_are_refused() -> None:
    with pytest.raises(BadValue, match="auto, cpu"):
        device.resolve("tpu")
    assert device.resolve("cpu") == "cpu"


def test_importing_torch_leaves_the_collector_as_it_was() -> None:
    """And runs in any thread; later calls give the same module."""
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(torch_import.load_torch()))
    thread.start()
    thread.join()
    assert found == [torch_import.load_torch()] and gc.isenabled()
    assert torch_import.is_loaded()


def test_the_collector_is_off_while_torch_is_imported_and_comes_back_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slow_module.py").write_text("import gc\nwas_on = gc.isenabled()\n")
    (tmp_path / "bad_module.py").write_text("raise RuntimeError('no')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert torch_import.load("slow_module").was_on is False
    assert gc.isenabled()
    with pytest.raises(RuntimeError, match="no"):
        torch_import.load("bad_module")
    assert gc.isenabled()


def test_the_first_import_works_in_a_thread_of_a_fresh_process() -> None:
    code = (
        "import threading\n"
        "from explorer.runtimes.torch_import import load_diffusers\n"
        "t = threading.Thread(target=load_diffusers); t.start(); t.join()\n"
        "import torch, diffusers\n"
        "print(float(torch.ones(2).sum()), diffusers.DDIMScheduler.__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2.0", "DDIMScheduler"]
