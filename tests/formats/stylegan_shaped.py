"""A pickle shaped as the official StyleGAN2 pickles are, without a line of theirs.

Those are made by classes that pickle themselves as a call of
`torch_utils.persistence._reconstruct_persistent_obj` with a table: the source of their module,
the class's name, and the object's state. The modules of those names exist only while the pickle
is made.
"""

from __future__ import annotations

import pickle
import sys
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import torch
from torch import nn

SOURCE = "raise SystemExit('the source in the pickle was run')\n"


class _Persistent(nn.Module):
    """Pickles as the official classes do."""

    def __init__(self, **settings: Any) -> None:
        super().__init__()
        self._init_args = ()
        self._init_kwargs = settings

    def __reduce__(self) -> Any:
        easy = sys.modules["dnnlib.util"].EasyDict
        meta = easy(
            type="class", version=6, module_src=SOURCE, class_name=type(self).__name__,
            state=dict(self.__dict__),
        )  # fmt: skip
        rebuild = sys.modules["torch_utils.persistence"]._reconstruct_persistent_obj
        return rebuild, (meta,)


class SynthesisLayer(_Persistent):
    """A modulated convolution's weights."""

    def __init__(self, channels: int) -> None:
        super().__init__(channels=channels)
        self.weight = nn.Parameter(torch.randn(channels, channels, 3, 3))
        self.register_buffer("noise_const", torch.randn(4, 4))


class Generator(_Persistent):
    """A mapping layer, one layer of synthesis and the mean of w."""

    def __init__(self, z_dim: int) -> None:
        super().__init__(z_dim=z_dim, w_dim=z_dim, img_resolution=4, img_channels=3)
        self.z_dim = z_dim
        self.mapping = nn.Linear(z_dim, z_dim)
        self.synthesis = SynthesisLayer(z_dim)
        self.register_buffer("w_avg", torch.randn(z_dim))


def _reconstruct_persistent_obj(meta: Any) -> Any:
    raise AssertionError("the loader of the original was called")


def nested(state: Mapping[str, torch.Tensor], **settings: Any) -> nn.Module:
    """Modules within modules that hold these tensors under their dotted names."""
    top = _Persistent(**settings)
    for name, value in state.items():
        *path, last = name.split(".")
        place: nn.Module = top
        for step in path:
            if step not in dict(place.named_children()):
                place.add_module(step, _Persistent())
            place = place.get_submodule(step)
        place.register_buffer(last, value)
    return top


def write(path: Path, z_dim: int = 8) -> Generator:
    """The pickle {G, D, G_ema, training_set_kwargs, augment_pipe} at `path`; returns its G_ema."""
    torch.manual_seed(1)
    made = Generator(z_dim)
    write_networks(path, Generator(z_dim), made)
    return made


def write_networks(path: Path, raw: nn.Module, averaged: nn.Module) -> None:
    """The same with generators of one's own."""
    persistence = types.ModuleType("torch_utils.persistence")
    util = types.ModuleType("dnnlib.util")
    easy = type("EasyDict", (dict,), {"__module__": "dnnlib.util"})
    util.EasyDict = easy  # type: ignore[attr-defined]  # a module made up for this pickle
    _reconstruct_persistent_obj.__module__ = "torch_utils.persistence"
    persistence._reconstruct_persistent_obj = _reconstruct_persistent_obj  # type: ignore[attr-defined]  # the same
    modules = {
        "torch_utils": types.ModuleType("torch_utils"), "torch_utils.persistence": persistence,
        "dnnlib": types.ModuleType("dnnlib"), "dnnlib.util": util,
    }  # fmt: skip
    with mock.patch.dict(sys.modules, modules):
        data = {
            "G": raw, "D": None, "G_ema": averaged, "augment_pipe": None,
            "training_set_kwargs": easy(class_name="training.dataset.ImageFolderDataset"),
        }  # fmt: skip
        path.write_bytes(pickle.dumps(data, 4))
