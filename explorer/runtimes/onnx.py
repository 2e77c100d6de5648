"""Networks run by ONNX Runtime: the fastest start, and on two cores mostly the fastest run."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import FileDamaged, FileMissing, RunFailed
from explorer.runtimes import threads as chosen
from explorer.runtimes.network import Arrays

_CUDA = "CUDAExecutionProvider"
_CPU = "CPUExecutionProvider"


class OnnxNetwork:
    """An ONNX graph in a session.

    Args:
        path: the file. device: "cpu" or "cuda". threads: None for as many as were chosen.
        seconds: after which a run is stopped (a stranger's graph may loop for ever).

    Raises:
        FileMissing: no readable file.
        FileDamaged: ONNX Runtime cannot load it.
    """

    def __init__(
        self,
        path: Path,
        device: str = "cpu",
        threads: int | None = None,
        seconds: float | None = None,
    ) -> None:
        import onnxruntime

        self._path, self._seconds = path, seconds
        if not path.is_file():
            raise FileMissing(str(path), "there is no such file", "Restore it, or export it again.")
        onnxruntime.set_default_logger_severity(4)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or chosen.count()
        # Spinning threads took 87 % of an idle CPU, and the cores that paint the window.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        providers = [_CUDA, _CPU] if device == "cuda" else [_CPU]
        try:
            self._session = onnxruntime.InferenceSession(
                str(path), sess_options=options, providers=providers
            )
        except Exception as error:
            reason = str(error).split("\n")[0][:160]
            raise FileDamaged(
                str(path), f"ONNX Runtime cannot load it ({reason})", "Export it again."
            ) from error
        self.inputs = {port.name: port.type for port in self._session.get_inputs()}
        self.outputs = [port.name for port in self._session.get_outputs()]

    @property
    def runtime(self) -> str:
        """How it runs; only the session itself knows whether CUDA was really taken."""
        on_gpu = _CUDA in self._session.get_providers()
        return f"ONNX Runtime, {'CUDA' if on_gpu else 'CPU'}"

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        """All outputs by name; inputs that the graph does not have are left out."""
        feed = {name: _contiguous(a) for name, a in inputs.items() if name in self.inputs}
        try:
            results = self._run(feed)
        except Exception as error:
            reason = str(error).split("\n")[0][:160]
            raise RunFailed(
                self._path.name, f"ONNX Runtime failed ({reason})", "Try a smaller batch."
            ) from error
        return dict(zip(self.outputs, results, strict=True))

    def _run(self, feed: dict[str, NDArray[Any]]) -> list[Any]:
        if self._seconds is None:
            found: list[Any] = self._session.run(self.outputs, feed)
            return found
        import onnxruntime

        options = onnxruntime.RunOptions()
        clock = threading.Timer(self._seconds, setattr, (options, "terminate", True))
        clock.daemon = True
        clock.start()
        try:
            found = self._session.run(self.outputs, feed, options)
        finally:
            clock.cancel()
        return found


def _contiguous(array: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(array)
