"""Numbers that an ONNX tensor writes one by one (`float_data`, `int32_data`, ...), as bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from explorer.errors import FileRefused
from explorer.formats.dtypes import CARRIERS
from explorer.formats.protobuf import Field, Message, signed
from explorer.formats.source import Inline

_CODES = {
    "bool": "B", "uint8": "B", "int8": "b", "uint16": "H", "int16": "h", "uint32": "I",
    "int32": "i", "uint64": "Q", "int64": "q", "float16": "H",
}  # fmt: skip
_FIXED = {4, 10}  # float_data, double_data: already bytes


def inline_numbers(message: Message, packed: list[Field], dtype: str, limit: int) -> Inline:
    """The numbers of a tensor in the bytes of `dtype`; half precision is written as its bits.

    Raises:
        FileDamaged: a number does not fit the type. FileRefused: more than `limit` bytes.
    """
    parts: list[bytes] = []
    left = limit
    for field in packed:
        for part in _parts(message, field, dtype):
            left -= len(part)
            if left < 0:
                raise FileRefused(
                    message.subject, "it writes too many numbers one by one", "Export it again."
                )
            parts.append(part)
    return Inline(b"".join(parts))


def _parts(message: Message, field: Field, dtype: str) -> Iterator[bytes]:
    if field.number in _FIXED:
        yield message.bytes(field.begin, field.end)
        return
    letter = _CODES.get(CARRIERS.get(dtype, dtype))
    if letter is None:
        raise message.damaged()
    code = struct.Struct("<" + letter)
    for value in message.varints(field):
        number = value if field.number == 11 else signed(value)
        try:
            yield code.pack(number)
        except struct.error as error:
            raise message.damaged() from error
