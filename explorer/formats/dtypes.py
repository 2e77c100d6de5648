"""Number types by one set of names, whatever a format calls them, with their sizes in bytes.

numpy has no bfloat16 and no 8-bit floats: their arrays hold the raw bits (`CARRIERS`), and
`widen` makes them float32.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIZES: dict[str, int] = {
    "bool": 1, "uint8": 1, "int8": 1, "uint16": 2, "int16": 2, "uint32": 4, "int32": 4,
    "uint64": 8, "int64": 8, "float16": 2, "bfloat16": 2, "float32": 4, "float64": 8,
    "complex64": 8, "complex128": 16, "float8_e4m3fn": 1, "float8_e5m2": 1,
}  # fmt: skip
"""Bytes of one element, by name."""

CARRIERS = {"bfloat16": "uint16", "float8_e4m3fn": "uint8", "float8_e5m2": "uint8"}
"""The numpy type that carries the bits of a type numpy lacks."""

FROM_SAFETENSORS = {
    "BOOL": "bool", "U8": "uint8", "I8": "int8", "U16": "uint16", "I16": "int16", "U32": "uint32",
    "I32": "int32", "U64": "uint64", "I64": "int64", "F16": "float16", "BF16": "bfloat16",
    "F32": "float32", "F64": "float64", "F8_E4M3": "float8_e4m3fn", "F8_E5M2": "float8_e5m2",
}  # fmt: skip

FROM_TORCH_STORAGE = {
    "FloatStorage": "float32", "DoubleStorage": "float64", "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16", "LongStorage": "int64", "IntStorage": "int32",
    "ShortStorage": "int16", "CharStorage": "int8", "ByteStorage": "uint8",
    "BoolStorage": "bool", "ComplexFloatStorage": "complex64",
    "ComplexDoubleStorage": "complex128", "UntypedStorage": "uint8",
}  # fmt: skip

FROM_TORCH = {
    "float": "float32", "double": "float64", "half": "float16", "long": "int64", "int": "int32",
    "short": "int16", "cfloat": "complex64", "cdouble": "complex128",
}  # fmt: skip
"""torch's second names; its first ones are ours (`torch.float32`)."""

FROM_ONNX = {
    1: "float32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64",
    9: "bool", 10: "float16", 11: "float64", 12: "uint32", 13: "uint64", 14: "complex64",
    15: "complex128", 16: "bfloat16", 17: "float8_e4m3fn", 19: "float8_e5m2",
}  # fmt: skip
"""TensorProto.DataType. 8 is text, which no picture network needs."""

FROM_EXPORT = {
    1: "uint8", 2: "int8", 3: "int16", 4: "int32", 5: "int64", 6: "float16", 7: "float32",
    8: "float64", 10: "complex64", 11: "complex128", 12: "bool", 13: "bfloat16", 28: "uint16",
    29: "float8_e4m3fn", 30: "float8_e5m2", 34: "uint32", 35: "uint64",
}  # fmt: skip
"""torch.export's ScalarType."""


def from_numpy(text: str) -> str | None:
    """Our name of a plain little-endian numpy type ("<f4", "f4", "|u1"), None for any other."""
    kinds = {"f": "float", "i": "int", "u": "uint", "c": "complex"}
    order, code = (text[:1], text[1:]) if text[:1] in "<>|=" else ("", text)
    if code in {"b1", "?"}:
        return "bool"
    name = f"{kinds.get(code[:1], '')}{int(code[1:]) * 8}" if code[1:].isdecimal() else ""
    if name not in SIZES or (order == ">" and SIZES[name] > 1):
        return None
    return name


def from_torch(name: str) -> str | None:
    """Our name of a torch dtype's name without `torch.`, None for those no program here reads."""
    name = FROM_TORCH.get(name, name)
    return name if name in SIZES else None


def carrier(name: str) -> np.dtype[Any]:
    """The little-endian numpy type that holds elements of `name`."""
    import numpy as np

    return np.dtype(CARRIERS.get(name, name)).newbyteorder("<")


def widen(array: NDArray[Any], name: str) -> NDArray[np.float32]:
    """An array of `name` (bits, where numpy lacks the type) as float32.

    bfloat16 is the upper half of a float32; float8_e5m2 the upper half of a float16;
    float8_e4m3fn has 4 exponent bits with bias 7 and no infinity (all ones is NaN).
    """
    import numpy as np

    if name == "bfloat16":
        return (array.astype(np.uint32) << 16).view(np.float32)
    if name == "float8_e5m2":
        return (array.astype(np.uint16) << 8).view(np.float16).astype(np.float32)
    if name == "float8_e4m3fn":
        wide: NDArray[np.float32] = _float8_table()[array]
        return wide
    if name.startswith("complex"):
        raise TypeError("complex numbers have no float32 form")
    return array.astype(np.float32, copy=False)  # a large weight is not to be held twice


def _float8_table() -> NDArray[np.float32]:
    import numpy as np

    bits = np.arange(256)
    exponent, fraction = (bits >> 3) & 15, (bits & 7) / 8
    size = np.where(exponent == 0, fraction * 2.0**-6, (1 + fraction) * 2.0 ** (exponent - 7))
    size[(bits & 127) == 127] = np.nan
    return np.where(bits & 128, -size, size).astype(np.float32)


def contiguous(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Strides in elements of a row-major array."""
    strides, step = [], 1
    for size in reversed(shape):
        strides.append(step)
        step *= max(1, size)
    return tuple(reversed(strides))
