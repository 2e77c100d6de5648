"""ONNX read without the onnx package, against what the package reads; and its traps."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from explorer.errors import FileDamaged, FileMissing, FileRefused
from explorer.formats import Port, read
from explorer.formats.onnx import MAX_IR, MAX_OPSET

VALUES = np.arange(6, dtype=np.float32).reshape(2, 3)


def model(
    nodes: list[Any] | None = None, initializers: list[Any] | None = None, opset: int = 17,
    **settings: Any,
) -> onnx.ModelProto:  # fmt: skip
    """x (batch, 2) times a weight (2, 3)."""
    graph = helper.make_graph(
        nodes or [helper.make_node("MatMul", ["x", "w"], ["y"])],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", 3])],
        initializers or [numpy_helper.from_array(VALUES, "w")],
    )
    settings.setdefault("opset_imports", [helper.make_opsetid("", opset)])
    made = helper.make_model(graph, producer_name="test", **settings)
    made.ir_version = 8
    return made


def write(path: Path, made: onnx.ModelProto) -> Path:
    path.write_bytes(made.SerializeToString())
    return path


def test_ports_weights_operators_and_facts(tmp_path: Path) -> None:
    made = model()
    helper.set_model_props(made, {"trained": "here"})
    contents = read(write(tmp_path / "m.bin", made))
    assert contents.format == "onnx"
    assert contents.inputs == (Port("x", "float32", ("batch", 2)),)
    assert contents.outputs == (Port("y", "float32", ("batch", 3)),)
    np.testing.assert_array_equal(contents.tensors["w"].load(), VALUES)
    assert contents.operators == {"MatMul": 1}
    assert contents.metadata["opsets"] == {"": 17}
    assert contents.metadata["properties"] == {"trained": "here"}
    assert contents.metadata["producer"] == "test"


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize(
    "kind", ["FLOAT", "DOUBLE", "INT64", "INT32", "UINT8", "INT8", "UINT16", "INT16", "UINT32",
             "UINT64", "BOOL", "FLOAT16", "BFLOAT16"],
)  # fmt: skip
def test_every_number_type_in_both_spellings(tmp_path: Path, kind: str, raw: bool) -> None:
    number = getattr(TensorProto, kind)
    dtype = helper.tensor_dtype_to_np_dtype(number)
    values = np.array([0, 1, 1, 0, 1, 1]).astype(dtype)
    if kind.startswith("INT"):
        values = -values
    data: Any = values.tobytes() if raw else values
    tensor = helper.make_tensor("w", number, (2, 3), data, raw=raw)
    node = helper.make_node("Identity", ["w"], ["y"])
    found = read(write(tmp_path / "m.onnx", model([node], [tensor]))).tensors["w"]
    assert found.load().tobytes() == values.tobytes()
    np.testing.assert_array_equal(found.float32().ravel(), values.astype(np.float32))


def test_inputs_that_are_weights_are_not_inputs(tmp_path: Path) -> None:
    """Before IR 4 every weight was listed as an input too."""
    made = model()
    made.graph.input.append(helper.make_tensor_value_info("w", TensorProto.FLOAT, [2, 3]))
    assert [p.name for p in read(write(tmp_path / "m.onnx", made)).inputs] == ["x"]


def external(path: Path, location: str, **more: str) -> onnx.ModelProto:
    """A model whose weight lies in `location`."""
    tensor = TensorProto(name="w", dims=[2, 3], data_type=TensorProto.FLOAT)
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in {"location": location, **more}.items():
        tensor.external_data.add(key=key, value=value)
    made = model(initializers=[tensor])
    write(path, made)
    return made


def test_weights_in_a_file_beside_the_model(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    onnx.save_model(
        model(), path, save_as_external_data=True, location="m.data", size_threshold=0
    )  # fmt: skip
    contents = read(path)
    np.testing.assert_array_equal(contents.tensors["w"].load(), VALUES)
    assert contents.files == (path, tmp_path / "m.data")


def test_weights_in_a_folder_below_with_offset(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "w.bin").write_bytes(b"\0" * 16 + VALUES.tobytes() + b"\0" * 5)
    external(tmp_path / "m.onnx", "data/w.bin", offset="16", length="24")
    np.testing.assert_array_equal(read(tmp_path / "m.onnx").tensors["w"].load(), VALUES)


@pytest.mark.parametrize(
    "location", ["../w.bin", "a/../../w.bin", "/etc/passwd", "..\\w.bin", "C:\\w.bin", "C:w", ""]
)
def test_weights_elsewhere_are_refused(tmp_path: Path, location: str) -> None:
    (tmp_path / "w.bin").write_bytes(VALUES.tobytes())
    (tmp_path / "sub").mkdir()
    external(tmp_path / "sub" / "m.onnx", location)
    with pytest.raises(FileRefused, match="outside its folder"):
        read(tmp_path / "sub" / "m.onnx")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("kind", ["symlink", "folder", "hard"])
def test_weights_through_links_are_refused(tmp_path: Path, kind: str) -> None:
    """ONNX Runtime follows a hard link to any file that its user may read."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "w.bin").write_bytes(VALUES.tobytes())
    folder = tmp_path / "model"
    folder.mkdir()
    if kind == "symlink":
        (folder / "w.bin").symlink_to(secret / "w.bin")
    elif kind == "folder":
        (folder / "in").symlink_to(secret)
    else:
        (folder / "w.bin").hardlink_to(secret / "w.bin")
    external(folder / "m.onnx", "in/w.bin" if kind == "folder" else "w.bin")
    with pytest.raises(FileRefused, match="link"):
        read(folder / "m.onnx")


@pytest.mark.parametrize(
    "more", [{"offset": "8"}, {"length": "25"}, {"offset": "9" * 18}, {"offset": "24"}]
)
def test_an_offset_past_the_end_is_damage(tmp_path: Path, more: dict[str, str]) -> None:
    (tmp_path / "w.bin").write_bytes(VALUES.tobytes())
    external(tmp_path / "m.onnx", "w.bin", **more)
    with pytest.raises(FileDamaged, match="beyond its end"):
        read(tmp_path / "m.onnx")


@pytest.mark.parametrize("more", [{"offset": "-1"}, {"length": "x"}, {"offset": "9" * 40}])
def test_an_offset_that_is_no_number_is_refused(tmp_path: Path, more: dict[str, str]) -> None:
    (tmp_path / "w.bin").write_bytes(VALUES.tobytes())
    external(tmp_path / "m.onnx", "w.bin", **more)
    with pytest.raises(FileRefused, match="no number"):
        read(tmp_path / "m.onnx")


def test_missing_weights_name_the_file(tmp_path: Path) -> None:
    external(tmp_path / "m.onnx", "w.bin")
    with pytest.raises(FileMissing) as caught:
        read(tmp_path / "m.onnx")
    assert caught.value.subject == str(tmp_path / "w.bin")


def test_weights_elsewhere_are_found_in_constants_and_branches(tmp_path: Path) -> None:
    tensor = TensorProto(name="w", dims=[2, 3], data_type=TensorProto.FLOAT)
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../etc/passwd")
    constant = helper.make_node("Constant", [], ["c"], value=tensor)
    out = [helper.make_tensor_value_info("c", TensorProto.FLOAT, [2, 3])]
    branch = helper.make_graph([constant], "b", [], out)
    chosen = helper.make_node("If", ["x"], ["y"], then_branch=branch, else_branch=branch)
    for node in (constant, chosen):
        with pytest.raises(FileRefused, match="outside"):
            read(write(tmp_path / "m.onnx", model([node])))


def test_a_foreign_operator_is_refused(tmp_path: Path) -> None:
    node = helper.make_node("PyOp", ["x"], ["y"], domain="ai.onnx.contrib")
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.contrib", 1)]
    with pytest.raises(FileRefused, match=r"'PyOp' is of 'ai.onnx.contrib'"):
        read(write(tmp_path / "m.onnx", model([node], opset_imports=opsets)))


def test_a_compiled_program_of_the_runtime_is_refused(tmp_path: Path) -> None:
    node = helper.make_node("EPContext", ["x"], ["y"], domain="com.microsoft")
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    with pytest.raises(FileRefused, match="compiled program"):
        read(write(tmp_path / "m.onnx", model([node], opset_imports=opsets)))


def function(name: str, calls: list[str]) -> Any:
    nodes = [helper.make_node(call, ["x"], ["y"], domain="own") for call in calls]
    opsets = [helper.make_opsetid("own", 1)]
    return helper.make_function("own", name, ["x"], ["y"], nodes, opsets)


def with_functions(*functions: Any) -> onnx.ModelProto:
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("own", 1)]
    node = helper.make_node("F0", ["x"], ["y"], domain="own")
    return model([node], opset_imports=opsets, functions=list(functions))


def test_functions_of_the_model_itself_are_fine(tmp_path: Path) -> None:
    nodes = [helper.make_node("Relu", ["x"], ["y"])]
    own = helper.make_function("own", "F0", ["x"], ["y"], nodes, [helper.make_opsetid("", 17)])
    contents = read(write(tmp_path / "m.onnx", with_functions(own)))
    assert contents.operators == {"F0": 1, "Relu": 1}


def test_a_function_that_calls_itself_is_refused(tmp_path: Path) -> None:
    made = with_functions(function("F0", ["F1"]), function("F1", ["F0"]))
    with pytest.raises(FileRefused, match="calls itself"):
        read(write(tmp_path / "m.onnx", made))


def test_functions_that_double_each_other_are_refused(tmp_path: Path) -> None:
    """Thirty functions that call the next one twice write out to 2^30 nodes."""
    made = with_functions(*(function(f"F{n}", [f"F{n + 1}"] * 2) for n in range(30)))
    with pytest.raises(FileRefused, match="million"):
        read(write(tmp_path / "m.onnx", made))


def test_versions_from_the_future_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="operator set 999"):
        read(write(tmp_path / "m.onnx", model(opset=999)))
    made = model()
    made.ir_version = 99
    with pytest.raises(FileRefused, match="version is 99"):
        read(write(tmp_path / "m.onnx", made))


def test_the_limits_are_not_above_those_of_the_newest_runtime(tmp_path: Path) -> None:
    """The newest operator set we let pass is the newest that the onnx package defines."""
    assert onnx.defs.onnx_opset_version() >= MAX_OPSET
    assert int(onnx.IR_VERSION) >= MAX_IR
    made = model(opset=17)
    onnxruntime.InferenceSession(made.SerializeToString(), providers=["CPUExecutionProvider"])
    assert read(write(tmp_path / "m.onnx", made)).tensors


def test_loops_are_pointed_out(tmp_path: Path) -> None:
    body = helper.make_graph(
        [helper.make_node("Identity", ["c"], ["d"]), helper.make_node("Identity", ["v"], ["w"])],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("c", TensorProto.BOOL, []),
            helper.make_tensor_value_info("v", TensorProto.FLOAT, [2]),
        ],
        [
            helper.make_tensor_value_info("d", TensorProto.BOOL, []),
            helper.make_tensor_value_info("w", TensorProto.FLOAT, [2]),
        ],
    )
    loop = helper.make_node("Loop", ["", "t", "x"], ["y"], body=body)
    contents = read(write(tmp_path / "m.onnx", model([loop])))
    assert "Loop" in contents.notes[0]
    assert "time limit" in contents.notes[0]


def test_graphs_nested_without_end_are_refused(tmp_path: Path) -> None:
    graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", [], [])
    for _ in range(20):
        node = helper.make_node("If", ["x"], ["y"], then_branch=graph)
        graph = helper.make_graph([node], "g", [], [])
    with pytest.raises(FileRefused, match="nested"):
        read(write(tmp_path / "m.onnx", model([node])))


@pytest.mark.parametrize("dims", [[-1], [1 << 50], [1] * 40, [2, 2]])
def test_weights_of_another_size_than_their_shape_are_an_error(
    tmp_path: Path, dims: list[int]
) -> None:
    tensor = numpy_helper.from_array(VALUES, "w")
    del tensor.dims[:]
    tensor.dims.extend(dims)
    with pytest.raises((FileDamaged, FileRefused)):
        read(write(tmp_path / "m.onnx", model(initializers=[tensor])))


def test_two_weights_of_one_name_are_refused(tmp_path: Path) -> None:
    tensor = numpy_helper.from_array(VALUES, "w")
    with pytest.raises(FileRefused, match="two of its tensors"):
        read(write(tmp_path / "m.onnx", model(initializers=[tensor, tensor])))


@pytest.mark.parametrize("keep", [20, 60, -1, -10])
def test_a_model_cut_short_is_damage(tmp_path: Path, keep: int) -> None:
    path = write(tmp_path / "m.onnx", model())
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(FileDamaged):
        read(path)


def test_another_protocol_buffer_is_not_taken_for_a_model(tmp_path: Path) -> None:
    path = tmp_path / "t.pb"
    path.write_bytes(numpy_helper.from_array(VALUES, "only-a-tensor").SerializeToString())
    with pytest.raises(FileDamaged, match=r"no known format|no graph"):
        read(path)


def test_a_real_export_opens_as_the_package_reads_it(tiny_models: Path) -> None:
    path = tiny_models / "tiny-vae" / "decoder.onnx"
    contents, made = read(path), onnx.load(path)
    wanted = {t.name: numpy_helper.to_array(t) for t in made.graph.initializer}
    assert list(contents.tensors) == list(wanted)
    for name, array in wanted.items():
        np.testing.assert_array_equal(contents.tensors[name].load(), array)
    assert [p.name for p in contents.inputs] == ["latent"]
    assert contents.inputs[0].shape is not None
    assert contents.inputs[0].shape[0] == "batch"
    counts: dict[str, int] = {}
    for node in made.graph.node:
        counts[node.op_type] = counts.get(node.op_type, 0) + 1
    assert contents.operators == counts
