"""torch.export's .pt2 read without torch; each route by which loading one would run code."""

from __future__ import annotations

import json
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from explorer.errors import FileDamaged, FileRefused
from explorer.formats import Port, read
from explorer.formats.exported_ops import (
    allowed,
    plain_expression,
    plain_guard,
    plain_structure,
)  # fmt: skip
from tests.formats.making import evil_pickle

Edit = Callable[[dict[str, Any]], None]


class Decoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fit = nn.Linear(4, 12)
        self.up = nn.ConvTranspose2d(3, 3, 4, 2, 1)
        self.kind = nn.Embedding(3, 4)
        self.scale = torch.full((1, 3, 1, 1), 2.0)

    def forward(self, latent: torch.Tensor, label: torch.Tensor) -> torch.Tensor:
        hidden = self.fit(latent + self.kind(label)).reshape(latent.shape[0], 3, 2, 2)
        return torch.tanh(self.up(hidden) * self.scale)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Decoder]:
    torch.manual_seed(0)
    module = Decoder().eval()
    batch = torch.export.Dim.AUTO
    example = (torch.zeros(2, 4), torch.zeros(2, dtype=torch.int64))
    program = torch.export.export(module, example, dynamic_shapes=({0: batch}, {0: batch}))
    path = tmp_path_factory.mktemp("pt2") / "decoder.pt2"
    torch.export.save(program, path)
    return path, module


def edited(
    source: Path, target: Path, edit: Edit | None = None, *, part: str = "models/model.json",
    extra: dict[str, bytes] | None = None,
) -> Path:  # fmt: skip
    """A copy of a .pt2 with one of its JSON parts changed, and further entries."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if edit is not None and name.endswith(part):
                table = json.loads(raw)
                edit(table)
                raw = json.dumps(table).encode()
            new.writestr(name, raw)
        for name, raw in (extra or {}).items():
            new.writestr(name, raw)
    return target


def test_weights_ports_operators_and_layers(exported: tuple[Path, Decoder]) -> None:
    path, module = exported
    contents = read(path)
    assert contents.format == "pt2"
    for name, wanted in {**module.state_dict(), "scale": module.scale}.items():
        np.testing.assert_array_equal(contents.tensors[name].load(), wanted.numpy())
    latent, label = contents.inputs
    assert latent.name == "latent" and latent.dtype == "float32"
    assert latent.shape is not None and latent.shape[1] == 4 and isinstance(latent.shape[0], str)
    assert label.name == "label" and label.dtype == "int64"
    (image,) = contents.outputs
    assert image.shape is not None and image.shape[1:] == (3, 4, 4)
    assert contents.operators["aten.conv_transpose2d.input"] == 1
    kinds = {layer.name: layer.kind for layer in contents.modules}
    assert kinds["up"] == "torch.nn.modules.conv.ConvTranspose2d"
    assert not contents.needs_trust
    assert isinstance(label, Port)


def test_sample_inputs_are_a_pickle_that_is_not_read(
    exported: tuple[Path, Decoder], tmp_path: Path, canary: Path
) -> None:
    evil = evil_pickle(canary)
    with zipfile.ZipFile(exported[0]) as old, zipfile.ZipFile(tmp_path / "m.pt2", "w") as new:
        for name in old.namelist():
            new.writestr(name, evil if "sample_inputs" in name else old.read(name))
    contents = read(tmp_path / "m.pt2")
    assert "not read" in contents.notes[0]


def set_guard(table: dict[str, Any]) -> None:
    table["guards_code"] = ["__import__('os').system('touch canary')"]


def set_expression(table: dict[str, Any]) -> None:
    sizes = table["graph_module"]["graph"]["tensor_values"]["latent"]["sizes"]
    sizes[0] = {"as_expr": {"expr_str": "__import__('os').system('id')", "hint": {"as_int": 2}}}


def set_operator(name: str) -> Edit:
    def edit(table: dict[str, Any]) -> None:
        table["graph_module"]["graph"]["nodes"][0]["target"] = name

    return edit


def set_structure(table: dict[str, Any]) -> None:
    spec = [1, {"type": "builtins.dict", "context": json.dumps([{"__enum__": True, "fqn": "os:x"}]),
                "children_spec": []}]  # fmt: skip
    table["graph_module"]["module_call_graph"][0]["signature"]["in_spec"] = json.dumps(spec)


def set_object(table: dict[str, Any]) -> None:
    table["graph_module"]["graph"]["custom_obj_values"] = {"x": {"class_fqn": "a.B"}}


def set_constant_input(table: dict[str, Any]) -> None:
    specs = table["graph_module"]["signature"]["input_specs"]
    specs.append({"custom_obj": {"arg": {"name": "x", "class_fqn": "a"}, "custom_obj_name": "x"}})


@pytest.mark.parametrize(
    ("edit", "match"),
    [
        (set_guard, "guard"),
        (set_expression, "size expression"),
        (set_operator("torch.ops.aten.from_file.default"), "aten.from_file"),
        (set_operator("torch.ops.aten.save.default"), "operator"),
        (set_operator("os.system"), "operator"),
        (set_operator("torch.ops.evil.op.default"), "operator"),
        (set_operator("torch.ops.higher_order.cond"), "operator"),
        (set_structure, "structure of its arguments"),
        (set_object, "opaque object"),
        (set_constant_input, "opaque object"),
        (lambda t: t.update(graph_module={}), "no graph"),
        (lambda t: t.update(guards_code="x"), "guards"),
        (lambda t: t["graph_module"].update(treespec_namedtuple_fields={"a": {}}), "foreign"),
    ],
)
def test_each_route_to_running_code_is_refused(
    exported: tuple[Path, Decoder], tmp_path: Path, edit: Edit, match: str
) -> None:
    path = edited(exported[0], tmp_path / "m.pt2", edit)
    with pytest.raises(FileRefused, match=match) as caught:
        read(path)
    assert caught.value.subject == str(path)


def test_a_pickled_weight_is_refused(
    exported: tuple[Path, Decoder], tmp_path: Path, canary: Path
) -> None:
    def edit(table: dict[str, Any]) -> None:
        table["config"]["fit.weight"]["use_pickle"] = True

    config = "data/weights/model_weights_config.json"
    path = edited(exported[0], tmp_path / "m.pt2", edit, part=config)
    with pytest.raises(FileRefused, match=r"'fit.weight' is a pickle"):
        read(path)
    assert not canary.exists()


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("decoder/data/weights/model.pt", "pickle"),
        ("decoder/data/constants/model.pt", "pickle"),
        ("decoder/data/aotinductor/model/run.so", "compiled"),
        ("decoder/models/other.json", "more than one"),
        ("other/models/model.json", "more than one"),
    ],
)
def test_parts_that_torch_would_load_otherwise_are_refused(
    exported: tuple[Path, Decoder], tmp_path: Path, name: str, match: str
) -> None:
    with zipfile.ZipFile(exported[0]) as file:
        root = file.namelist()[0].split("/")[0]
    extra = {name.replace("decoder", root): pickle.dumps(1)}
    with pytest.raises(FileRefused, match=match):
        read(edited(exported[0], tmp_path / "m.pt2", extra=extra))


@pytest.mark.parametrize(
    "change",
    [
        {"sizes": [{"as_int": 10**12}]},
        {"sizes": [{"as_int": -1}, {"as_int": 4}]},
        {"storage_offset": {"as_int": 10**9}},
        {"dtype": 99},
        {"sizes": "x"},
        {"strides": [{"as_int": 0}, {"as_expr": {}}]},
    ],
)
def test_weights_that_do_not_fit_their_bytes_are_an_error(
    exported: tuple[Path, Decoder], tmp_path: Path, change: dict[str, Any]
) -> None:
    config = "data/weights/model_weights_config.json"

    def edit(table: dict[str, Any]) -> None:
        table["config"]["fit.weight"]["tensor_meta"].update(change)

    with pytest.raises((FileDamaged, FileRefused)):
        read(edited(exported[0], tmp_path / "m.pt2", edit, part=config))


def test_the_layout_before_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "m.pt2"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("serialized_exported_program.json", "{}")
        file.writestr("serialized_state_dict.pt", b"x")
    with pytest.raises(FileRefused, match=r"before 2.8") as caught:
        read(path)
    assert "Export it again" in caught.value.remedy


@pytest.mark.parametrize(
    "text",
    ["Symbol('s81', positive=True, integer=True)", "2*s0 + 1", "FloorDiv(s0, 2)", "8", "(s0)//4",
     "Max(1, Symbol('u0', integer=True))"],
)  # fmt: skip
def test_expressions_that_torch_writes_pass(text: str) -> None:
    assert plain_expression(text)


@pytest.mark.parametrize(
    "text",
    ["__import__('os')", "open('x')", "().__class__", "s0.__class__", "lambda: 1", "[1]", "f'{1}'",
     "Symbol('a b')", "Symbol(__import__('os'))", "exec('1')", "x" * 5000, "(" * 300,
     "1 if s0 else 2", "Symbol('s', cls=1)", "a:=1", "9" * 30, "\0"],
)  # fmt: skip
def test_any_other_expression_does_not(text: str) -> None:
    assert not plain_expression(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("L['latent'].size()[0] == L['label'].size()[0]", True),
        ("L['args'][0].size()[1] <= 8 and 2*L['x'].size()[0] != 3", True),
        ("L['x'].__class__", False),
        ("L['x'].size(__import__('os'))", False),
        ("L[open('x')].size()[0] == 1", False),
        ("G['x'].size()[0] == 1", False),
        ("L['x'].size.__globals__['os']", False),
        ("s0[0] == 1", False),
    ],
)
def test_guards_compare_sizes_of_inputs_only(text: str, plain: bool) -> None:
    assert plain_guard(text) is plain


@pytest.mark.parametrize("value", ["x", "[1, 5]", '[1, {"type": "os.x", "children_spec": []}]', 3])
def test_other_structures_are_not_plain(value: object) -> None:
    assert not plain_structure(value)


def test_every_allowed_operator_exists_in_torch() -> None:
    """A misspelt name would be a hole that nobody sees, or a model that nobody can open."""
    from explorer.formats.exported_ops import ALLOWED

    missing = []
    for name in ALLOWED:
        if name.startswith("torch.ops."):
            space, _, operator = name.removeprefix("torch.ops.").partition(".")
            if not hasattr(getattr(torch.ops, space), operator):
                missing.append(name)
    assert not missing


def test_no_allowed_operator_touches_files() -> None:
    words = ("file", "save", "load", "open", "print", "dlopen", "call")
    from explorer.formats.exported_ops import ALLOWED

    assert not [name for name in ALLOWED for word in words if word in name.split(".")[-1]]
    assert not allowed("torch.ops.aten.from_file.default")
