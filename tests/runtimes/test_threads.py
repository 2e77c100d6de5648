"""How many threads networks run on: what is opened after a choice uses that many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import onnxruntime
import pytest
import torch

from explorer.runtimes import threads
from explorer.runtimes.onnx import OnnxNetwork
from explorer.runtimes.torch_network import TorchNetwork


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    own = torch.get_num_threads()
    yield
    threads.choose(0)
    torch.set_num_threads(own)


def of_onnx(path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The threads that a session is made with."""
    made: list[int] = []
    session = onnxruntime.InferenceSession

    def note(*args: object, sess_options: onnxruntime.SessionOptions, **rest: object) -> object:
        made.append(sess_options.intra_op_num_threads)
        return session(*args, sess_options=sess_options, **rest)

    with monkeypatch.context() as patch:
        patch.setattr(onnxruntime, "InferenceSession", note)
        OnnxNetwork(path)
    return made[0]


def test_both_runtimes_use_what_is_chosen_and_all_again(
    tiny_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = next(tiny_models.glob("tiny-vae/*.onnx"))
    own = torch.get_num_threads()
    for chosen, onnx, ours in ((0, 3, own), (2, 2, 2), (1, 1, 1), (0, 3, own), (99, 3, 3)):
        threads.choose(chosen)
        assert threads.count() == onnx == of_onnx(graph, monkeypatch)
        TorchNetwork(torch.nn.Identity(), ("image",))
        assert torch.get_num_threads() == ours
