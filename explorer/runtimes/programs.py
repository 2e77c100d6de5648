"""Programs that torch saved, run with their arguments in order: torch.export's and TorchScript.

A .pt2 is rebuilt from the parts that were vetted, without its sample inputs, which are a pickle.
TorchScript is a program: whoever calls `open_script` has checked that the user trusts its bytes.
"""

from __future__ import annotations

import io
import tempfile
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import FileDamaged, RunFailed
from explorer.formats import exported
from explorer.formats.archive import Archive
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.formats.source import Stamp
from explorer.runtimes.network import Arrays
from explorer.runtimes.torch_import import load_torch

_SAMPLES = "data/sample_inputs/"


class Program:
    """A callable of torch whose arguments have an order and no names of ours.

    Args:
        call: takes tensors, gives a tensor, a sequence or a table of them.
        inputs, outputs: names, in order.
        title: how it runs, for people.
        device: "cpu", "cuda" or "mps".
    """

    def __init__(
        self, call: Any, inputs: Sequence[str], outputs: Sequence[str], title: str, device: str
    ) -> None:
        self._call, self._inputs, self._outputs = call, tuple(inputs), tuple(outputs)
        self._title, self._device = title, device

    @property
    def runtime(self) -> str:
        """How it runs, as shown to the user."""
        return f"{self._title}, {self._device.upper()}"

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        """All outputs by name, float32."""
        torch = load_torch()
        given = [self._tensor(inputs[name]) for name in self._inputs if name in inputs]
        try:
            with torch.inference_mode():
                result = list(_flat(self._call(*given)))
        except Exception as error:
            reason = str(error).strip().split("\n")[-1][:160]
            raise RunFailed(
                self._title, f"it failed ({reason})", "Check its inputs' roles and the latent."
            ) from error
        names = self._outputs if len(self._outputs) == len(result) else _numbered(len(result))
        pairs = zip(names, result, strict=True)
        return {name: tensor.float().cpu().numpy() for name, tensor in pairs}

    def _tensor(self, array: NDArray[Any]) -> Any:
        return load_torch().from_numpy(np.array(array, order="C")).to(self._device)


def _numbered(count: int) -> tuple[str, ...]:
    return tuple(f"output {n + 1}" for n in range(count))


def _flat(result: Any) -> Iterator[Any]:
    """The tensors in a result, however they are nested."""
    if isinstance(result, dict):
        result = tuple(result.values())
    if isinstance(result, list | tuple):
        for part in result:
            yield from _flat(part)
    elif hasattr(result, "float"):
        yield result


def open_exported(contents: Contents, device: str) -> Program:
    """A vetted torch.export program, ready to run.

    Raises:
        FileMissing, FileDamaged, FileRefused: it changed, or torch cannot read it.
    """
    torch = load_torch()
    path = contents.path
    stamp = Stamp.of(path)
    exported.FORMAT.read(path, Budget())  # vetted once more: the very bytes that are copied below
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "program.pt2"
        _copy_without_samples(path, copy)
        if Stamp.of(path) != stamp:
            raise FileDamaged(str(path), "it changed while it was opened", "Open it again.")
        try:
            with _quiet():
                program = torch.export.load(str(copy))
                call = program.module().to(device)
        except Exception as error:
            reason = str(error).strip().split("\n")[0][:160]
            raise FileDamaged(
                str(path), f"torch cannot load it ({reason})", "Export it again with this torch."
            ) from error
    names = [port.name for port in contents.inputs], [port.name for port in contents.outputs]
    return Program(call, *names, "torch.export", device)


def _copy_without_samples(path: Path, copy: Path) -> None:
    archive = Archive.of(path)
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as file:
        for name, entry in archive.entries.items():
            samples = _SAMPLES in name
            file.writestr(name, b"" if samples else archive.read(name, entry.size))


def open_script(raw: bytes, contents: Contents, device: str) -> Program:
    """A TorchScript program from bytes that the user trusts. Loading it runs it.

    Raises:
        FileDamaged: torch cannot load it.
    """
    torch = load_torch()
    try:
        with _quiet():
            call = torch.jit.load(io.BytesIO(raw), map_location=device).eval()
    except Exception as error:
        reason = str(error).strip().split("\n")[0][:160]
        raise FileDamaged(
            str(contents.path), f"torch cannot load it ({reason})", "Save it again with this torch."
        ) from error
    names = [port.name for port in contents.inputs], [port.name for port in contents.outputs]
    return Program(call, *names, "TorchScript", device)


@contextmanager
def _quiet() -> Iterator[None]:
    """torch says of its own formats that they will go; the user can do nothing about it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
