"""Random pickles that are well formed: calls of everything the machine knows, with any arguments.

Flipping bits of a good file rarely gets past the first opcode; these get into every handler, with
arguments of kinds that no honest file has.
"""

from __future__ import annotations

import random

from tests.formats.making import FLOATS, NO_HOOKS, REBUILD, integer, tensor, text

CALLS = [
    b"ctorch._utils\n_rebuild_tensor_v2\n", b"ctorch._utils\n_rebuild_tensor_v3\n",
    b"ctorch._utils\n_rebuild_parameter\n", b"ctorch._tensor\n_rebuild_from_type_v2\n",
    b"ctorch._utils\n_rebuild_qtensor\n", b"ctorch.nn.parameter\nParameter\n",
    b"ctorch.storage\n_load_from_bytes\n", b"ctorch\nSize\n", b"ctorch\ndevice\n",
    b"ctorch\nfloat32\n", b"ctorch.jit._pickle\nrestore_type_tag\n",
    b"ctorch_utils.persistence\n_reconstruct_persistent_obj\n",
    b"cnumpy.core.multiarray\n_reconstruct\n", b"cnumpy.core.multiarray\nscalar\n",
    b"cnumpy\ndtype\n", b"cnumpy._core.numeric\n_frombuffer\n",
    b"ccollections\nOrderedDict\n", b"ccollections\ndefaultdict\n", b"ccollections\ndeque\n",
    b"cbuiltins\nset\n", b"cbuiltins\nbytearray\n", b"cbuiltins\ntuple\n", b"c_codecs\nencode\n",
    b"ccopyreg\n_reconstructor\n", b"ccopyreg\n__newobj__\n", b"cpathlib\nPath\n", b"cx\ny\n",
]  # fmt: skip
_TEXTS = (
    "f4", "<", ">", "a", "latin1", "_modules", "_parameters", "_buffers", "state", "class_name",
    "module_src", "storage", "module", "0", "b1", "V2", "O", "__torch__.x",
)  # fmt: skip
_NUMBERS = (0, 1, 2, 3, 6, -1, 1 << 40, 1 << 62)
_PLAIN = (
    b"N", b"\x88", b"\x89", b"}", b"]", b")", b"C\4abcd", b"B\0\0\0\0",
    b"G\x7f\xf8\0\0\0\0\0\0",
)  # fmt: skip
_CONTAINERS = ((b"(", b"t"), (b"](", b"e"), (b"}(", b"u"))


def value(dice: random.Random, depth: int) -> bytes:
    """The opcodes that push one random value."""
    kind = dice.randrange(14)
    if depth <= 0 or kind < 5:
        leaves = (*_PLAIN, integer(dice.choice(_NUMBERS)), text(dice.choice(_TEXTS)))
        return dice.choice(leaves)
    if kind < 8:
        count = dice.randrange(4) * (2 if kind == 7 else 1)
        inside = b"".join(value(dice, depth - 1) for _ in range(count))
        begin, end = _CONTAINERS[kind - 5]
        return begin + inside + end
    if kind == 8:
        return dice.choice(CALLS)
    if kind == 9:
        storage = dice.choice((FLOATS, b"ctorch\nLongStorage\n", b"cx\ny\n", b"N"))
        key, length = value(dice, 0), integer(dice.choice(_NUMBERS))
        return b"(" + text("storage") + storage + key + text("cpu") + length + b"tQ"
    if kind == 10:
        parts = value(dice, depth - 1) + integer(0) + value(dice, depth - 1)
        return REBUILD + b"(" + parts + value(dice, depth - 1) + b"\x89" + NO_HOOKS + b"tR"
    return _called(dice, depth)


def _called(dice: random.Random, depth: int) -> bytes:
    args = b"".join(value(dice, depth - 1) for _ in range(dice.randrange(5)))
    out = dice.choice(CALLS) + b"(" + args + b"t" + dice.choice((b"R", b"\x81"))
    if dice.random() < 0.4:
        out += value(dice, depth - 1) + b"b"
    if dice.random() < 0.2:
        out += b"(" + value(dice, depth - 1) + value(dice, depth - 1) + b"u"
    if dice.random() < 0.2:
        out += b"(" + value(dice, depth - 1) + b"e"
    return out


def body(seed: int) -> bytes:
    """A table of a good tensor and one or two random values, without the pickle's head and end."""
    dice = random.Random(seed)
    parts = b"".join(text(f"k{n}") + value(dice, 4) for n in range(dice.randrange(1, 3)))
    return b"}(" + parts + text("w") + tensor("0", 6, (2, 3), (3, 1)) + b"u"
