"""A class of the user's own, in a Python file: run only when that exact file is trusted.

`architecture = "net.py:Generator"` in the manifest names it. It is code, the one kind that this
program runs from outside, so its SHA-256 must have been trusted, and the bytes that were hashed are
the bytes that are run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from explorer.errors import BadValue, FileDamaged, ManifestError
from explorer.formats.contents import Contents
from explorer.opening import sidecar, trust
from explorer.opening.answers import Answers
from explorer.opening.base import Piece, Size, Understanding
from explorer.phrases import Phrase
from explorer.recognition.scopes import scopes, without_optimisers
from explorer.recognition.weights import Weight, tidy
from explorer.runtimes.network import Network
from explorer.runtimes.torch_import import load_torch

_NAME = re.compile(r"([\w.-]+\.py):([A-Za-z_]\w*)")
_INPUTS = {"generator": "latent", "decoder": "latent", "encoder": "image", "critic": "image"}


def understand_own(contents: Contents, answers: Answers, trusted: frozenset[str]) -> Understanding:
    """The model that a trusted class makes of the file's weights.

    Raises:
        ManifestError: the architecture is not "file.py:Class", or the role is none.
        NotTrusted: the file's SHA-256 is not in `trusted`.
        FileMissing: the file is not beside the weights.
    """
    file, name = _named(contents.path, answers)
    role = answers.role or "generator"
    if role not in _INPUTS:
        raise ManifestError(
            str(contents.path), f"role {role!r} is none", f"Use one of {', '.join(_INPUTS)}."
        )
    raw = trust.require(file, trusted)
    weights = without_optimisers(tidy(contents.tensors))
    settings = dict(answers.settings)
    piece = Piece(
        role, f"{file.name}:{name}", partial(_open, raw, file, name, role, settings, weights)
    )
    size = None
    if answers.size:
        size = Size(answers.size[0], answers.size[1], answers.channels or 3)
    return Understanding(
        contents,
        title=answers.title or f"{contents.path.stem}, {name}",
        how="declared",
        family=answers.family or ("gan" if role == "generator" else "vae"),
        pieces=(piece,),
        because=(Phrase(f"Its manifest names {file.name}:{name}, which you trust."),),
        size=size,
        span=(float(answers.span[0]), float(answers.span[1])) if answers.span else None,
        latent=answers.latent or None,
        missing=("decoder",) if role in {"encoder", "critic"} else (),
        runs=Phrase(f"{file.name}, which you trust"),
    )


def _named(path: Path, answers: Answers) -> tuple[Path, str]:
    found = _NAME.fullmatch(answers.architecture)
    if found is None:
        subject = str(sidecar.beside(path))
        cause = f"architecture {answers.architecture[:80]!r} is not a class in a file"
        raise ManifestError(subject, cause, 'Write architecture = "net.py:Generator".')
    folder = path if path.is_dir() else path.parent
    return folder / found[1], found[2]


def _open(
    raw: bytes, file: Path, name: str, role: str, settings: Mapping[str, Any],
    weights: Mapping[str, Weight], device: str, precision: str,
) -> Network:  # fmt: skip
    from explorer.runtimes.torch_network import TorchNetwork, outputs_of

    torch = load_torch()
    module = ModuleType(f"explorer_user_{file.stem}")
    module.__file__ = str(file)
    try:
        exec(compile(raw, str(file), "exec"), module.__dict__)  # trusted by its hash
        network = getattr(module, name)(**settings)
    except Exception as error:
        cause = f"{name} cannot be made ({type(error).__name__}: {error})"
        raise BadValue(str(file), cause, "Correct it, or its settings in the manifest.") from error
    if not isinstance(network, torch.nn.Module):
        raise BadValue(str(file), f"{name} is no torch.nn.Module", "Name the network's class.")
    _load(network, weights, file)
    names = outputs_of(role, network)
    return TorchNetwork(_Renamed(network, _INPUTS[role]), names, device, precision)


def _load(network: Any, weights: Mapping[str, Weight], file: Path) -> None:
    """The file's weights under whichever prefix has just the names of the network."""
    torch = load_torch()
    wanted = {n for n in network.state_dict() if not n.endswith("num_batches_tracked")}
    fits = [scope for scope in scopes(weights) if wanted <= scope.weights.keys()]
    if not fits:
        some = ", ".join(sorted(wanted)[:4])
        cause = f"the file has no weights named as the class's own ({some}, ...)"
        raise FileDamaged(str(file), cause, "Name the class that these weights were saved from.")
    state = {n: torch.from_numpy(fits[0].weights[n].float32()) for n in wanted}
    try:
        network.load_state_dict(state, strict=False)
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:240]
        raise FileDamaged(
            str(file), f"the weights do not fit ({reason})", "Correct the settings."
        ) from error


def _Renamed(network: Any, name: str) -> Any:  # noqa: N802  (a class, made once torch is there)
    """The user's network, whose one argument may be called anything, taking `name`."""
    torch = load_torch()

    class Renamed(torch.nn.Module):  # type: ignore[misc,name-defined]  # torch comes late
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, **inputs: Any) -> Any:
            return self.network(inputs[name])

    return Renamed()
