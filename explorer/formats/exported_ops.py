"""What a .pt2 may compute: operators that picture networks are made of, and nothing else.

Loading a .pt2 looks each operator up by name, and some names read files (`aten.from_file`) or run
code of other packages. So an operator is allowed because it is here, never because nobody has
thought of it yet. To allow one more: see that it only computes from its arguments, and add it.
"""

from __future__ import annotations

import ast
import json

_ATEN = """
abs absolute acos add addbmm addcdiv addcmul addmm adaptive_avg_pool1d adaptive_avg_pool2d
adaptive_max_pool2d alias all amax amin any arange argmax argmin as_strided asin atan atan2
avg_pool1d avg_pool2d baddbmm batch_norm bitwise_and bitwise_not bitwise_or bmm broadcast_to
bucketize cat cdist ceil celu channel_shuffle chunk clamp clamp_max clamp_min clone col2im concat
constant_pad_nd contiguous conv1d conv2d conv3d conv_transpose1d conv_transpose2d
conv_transpose3d convolution copy cos cosh cumprod cumsum detach detach_ diag diagonal div dot
dropout dropout_ einsum elu embedding empty empty_like eq erf exp expand expand_as expm1 eye fill
flatten flip floor floor_divide fmod full full_like gather ge gelu glu grid_sampler_2d group_norm
gt hardsigmoid hardswish hardtanh im2col index index_put index_select instance_norm
isinf isnan item layer_norm le leaky_relu lerp lift_fresh_copy linalg_vector_norm
linear linspace log log10 log1p log2 log_sigmoid log_softmax logical_and logical_not logical_or
logit logsumexp lt masked_fill masked_select matmul max max_pool2d max_pool2d_with_indices
maximum mean meshgrid min minimum mish mm movedim mul multiply mv narrow native_batch_norm
native_dropout native_group_norm native_layer_norm ne neg new_empty new_full new_ones new_zeros
norm ones ones_like outer pad permute pixel_shuffle pixel_unshuffle pow prelu prod rand rand_like
randint randn randn_like reciprocal reflection_pad1d reflection_pad2d relu relu6 relu_ remainder
repeat repeat_interleave replication_pad2d reshape reshape_as resolve_conj resolve_neg rms_norm
roll round rsqrt rsub scalar_tensor scaled_dot_product_attention scatter scatter_add select selu
sigmoid sign silu silu_ sin sinh slice slice_scatter softmax softplus split split_with_sizes sqrt
square squeeze stack std std_mean sub subtract sum sym_numel sym_size sym_stride t tan tanh tanh_
tensor tile to topk transpose tril triu true_divide type_as unbind unflatten unfold unsafe_chunk
unsafe_split unsqueeze upsample_bicubic2d upsample_bilinear2d upsample_nearest1d
upsample_nearest2d var var_mean vdot view view_as where zero zeros zeros_like zeros_like
_adaptive_avg_pool2d _assert_async _assert_scalar _assert_tensor_metadata
_batch_norm_with_update _cdist_forward _conj _convolution _log_softmax
_native_batch_norm_legit _native_batch_norm_legit_no_training _safe_softmax
_scaled_dot_product_flash_attention_for_cpu _softmax _to_copy _unsafe_index _unsafe_view
_upsample_bicubic2d_aa _upsample_bilinear2d_aa _upsample_nearest_exact2d _weight_norm
_weight_norm_interface linalg_norm hardtanh_ leaky_relu_ elu_ add_ mul_ sub_ div_ clamp_ copy_
fill_ masked_fill_ zero_ sigmoid_ exponential bernoulli normal_functional sym_constrain_range
sym_constrain_range_for_size
"""
_PRIMS = "convert_element_type broadcast_in_dim iota sum amax amin div mul add sub"
_PYTHON = "add sub mul floordiv truediv mod pow neg eq ne lt le gt ge getitem and_ or_ not_"
_MATH = "ceil floor trunc sqrt"
_SYMBOLS = "sym_int sym_float sym_max sym_min sym_not sym_sqrt sym_sum"

ALLOWED: frozenset[str] = frozenset(
    [f"torch.ops.aten.{name}" for name in _ATEN.split()]
    + [f"torch.ops.prims.{name}" for name in _PRIMS.split()]
    + [f"_operator.{name}" for name in _PYTHON.split()]
    + [f"math.{name}" for name in _MATH.split()]
    + [f"torch.{name}" for name in _SYMBOLS.split()]
)
"""Operators without their overload (`torch.ops.aten.add` stands for `.Tensor`, `.Scalar`...)."""

_FUNCTIONS = frozenset({
    "Abs", "Add", "And", "CeilDiv", "CeilToInt", "CleanDiv", "Eq", "Float", "FloatTrueDiv",
    "FloorDiv", "FloorToInt", "Ge", "Gt", "Identity", "IntTrueDiv", "Integer", "Le", "Lt", "Max",
    "Min", "Mod", "ModularIndexing", "Mul", "Ne", "Not", "Or", "Pow", "PythonMod", "Rational",
    "RoundToInt", "Symbol", "ToFloat", "TruncToInt",
})  # fmt: skip
_STRUCTURES = (None, "builtins.tuple", "builtins.list", "builtins.dict", "collections.OrderedDict")
_KEYWORDS = frozenset({"integer", "positive", "nonnegative", "nonzero", "real", "negative"})
_MAX_EXPRESSION = 4_000
_PLAIN = (
    ast.Expression, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.operator, ast.unaryop,
    ast.boolop, ast.cmpop, ast.Load, ast.keyword,
)  # fmt: skip


def allowed(target: str) -> bool:
    """Whether an operator, as a .pt2 names it, may be computed."""
    base, _, overload = target.rpartition(".")
    return target in ALLOWED or (base in ALLOWED and overload.isidentifier())


def plain_expression(text: str) -> bool:
    """Whether a size expression is arithmetic on symbols and numbers.

    torch hands such texts to sympy, which evaluates them as Python.
    """
    tree = _parsed(text)
    return tree is not None and all(_is_plain(node) for node in ast.walk(tree))


def plain_guard(text: str) -> bool:
    """Whether a guard only compares sizes of inputs: `L['latent'].size()[0] <= 8`.

    torch compiles guards as Python.
    """
    tree = _parsed(text)
    return tree is not None and all(
        _is_plain(node) or _is_size(node) or isinstance(node, ast.Subscript | ast.Attribute)
        for node in ast.walk(tree)
    ) and _only_sizes(tree)  # fmt: skip


def plain_structure(value: object) -> bool:
    """Whether a structure of arguments is tuples, lists and tables of tensors.

    torch's reader imports the module that an enumeration or default table in it names.
    """
    if value is None or value == "":
        return True
    try:
        waiting = json.loads(value)[1:] if isinstance(value, str) else [None]
    except (ValueError, RecursionError, TypeError):
        return False
    while waiting:
        here = waiting.pop()
        if not isinstance(here, dict) or here.get("type") not in _STRUCTURES:
            return False
        children = here.get("children_spec")
        if not isinstance(children, list):
            return False
        if not _plain_context(here.get("context")):
            return False
        waiting += children
    return True


def _plain_context(value: object) -> bool:
    """Nothing, or a list of names (the keys of a table), as JSON."""
    if value is None:
        return True
    try:
        keys = json.loads(value) if isinstance(value, str) else False
    except (ValueError, RecursionError):
        return False
    return keys is None or (
        isinstance(keys, list) and all(isinstance(key, str | int) for key in keys)
    )


def _parsed(text: str) -> ast.AST | None:
    if len(text) > _MAX_EXPRESSION:
        return None
    try:
        return ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _is_plain(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return (
            isinstance(node.func, ast.Name)
            and node.func.id in _FUNCTIONS
            and all(k.arg in _KEYWORDS for k in node.keywords)
        )
    if isinstance(node, ast.Name):
        return node.id in _FUNCTIONS or _is_symbol(node.id)
    if isinstance(node, ast.Constant):
        number = isinstance(node.value, int | float) and abs(node.value) < 1 << 63
        return number or (isinstance(node.value, str) and node.value.isidentifier())
    return isinstance(node, _PLAIN)


def _is_symbol(name: str) -> bool:
    """torch's own names: s0, u3, zf1, and the like."""
    return name.lstrip("suzf").isdecimal()


def _is_size(node: ast.AST) -> bool:
    """`L['name'].size()` or the `L` in it."""
    if isinstance(node, ast.Name):
        return node.id == "L"
    return (
        isinstance(node, ast.Call)
        and not node.args
        and not node.keywords
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "size"
        and isinstance(node.func.value, ast.Subscript)
    )


def _only_sizes(tree: ast.AST) -> bool:
    """Attributes are only `.size`, of an input; subscripts only constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr != "size":
            return False
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Constant):
            return False
        if isinstance(node, ast.Subscript) and not _of_input(node.value):
            return False
    return True


def _of_input(node: ast.AST) -> bool:
    """What may be subscripted: `L`, `L[...]` (a nested input) or a size."""
    if isinstance(node, ast.Subscript):
        return _of_input(node.value)
    return _is_size(node)
