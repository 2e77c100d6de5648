"""Mutated files over all readers: `python -m tests.formats.fuzz 20000 [--seed N]`.

Small good files of every format are flipped, cut, spliced with each other and salted with numbers
that hurt (2^31, 2^63, -1); each result is read and its tensors are loaded. Whatever comes out, it
must be contents or a typed error, within two seconds, and memory must not grow. A file that
breaks a rule is kept, so that it can become a test.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import shutil
import sys
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from explorer.errors import ExplorerError
from explorer.formats import Budget, read
from tests.formats import stylegan_shaped
from tests.formats.making import first_layout, floats, table, tensor, text, torch_zip

SLOW = 2.0
BUDGET = Budget(weights=64 << 20, isolate=False)
_HURTFUL = [
    b"\xff" * 8, b"\xff\xff\xff\x7f", b"\0" * 8, b"\0\0\0\x80", b"\xff" * 4, b"\x7f" * 8, b"0",
    b"-1", b"../", b".", b"c", b"R", b"b", b"\x93", b"\x8a\xff", b"PK\5\6", b"999999999999",
]  # fmt: skip


@dataclass
class Outcome:
    """What a run found."""

    count: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    broken: list[str] = field(default_factory=list)


def seeds(folder: Path) -> dict[str, bytes]:
    """A small good file of every format that is one file; made by the libraries themselves."""
    import onnx
    import torch
    from onnx import TensorProto, helper, numpy_helper
    from PIL import Image
    from safetensors.torch import save_file
    from torch import nn

    warnings.simplefilter("ignore")
    module = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)).eval()
    state = module.state_dict()
    save_file(state, folder / "safetensors", {"a": "b"})
    torch.save({"state_dict": state, "lr": 0.1, "array": np.arange(3)}, folder / "zip")
    torch.save(module, folder / "module")
    torch.save(state, folder / "legacy", _use_new_zipfile_serialization=False)
    stylegan_shaped.write(folder / "stylegan", 2)
    body = table(w=tensor("0", 6, (2, 3), (3, 1)), x=text("y"))
    torch_zip(folder / "deflated", body, {"0": floats(6)}, zipfile.ZIP_DEFLATED)
    torch.jit.trace(module, torch.zeros(1, 3)).save(str(folder / "torchscript"))
    program = torch.export.export(module, (torch.zeros(1, 3),))
    torch.export.save(program, folder / "m.pt2")
    weight = numpy_helper.from_array(np.arange(6, dtype=np.float32).reshape(2, 3), "w")
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"])], "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 3])], [weight],
    )  # fmt: skip
    onnx.save(helper.make_model(graph), folder / "onnx")
    Image.new("RGB", (5, 4), "red").save(folder / "picture", "PNG")
    first_layout(folder / "tar", np.arange(6, dtype=np.float32).reshape(2, 3))
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def folders(files: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Small good folders of every format that is one, by the names of their files."""
    unet = {"_class_name": "UNet2DModel", "block_out_channels": [8], "sample_size": 8}
    index = {"_class_name": "DDPMPipeline", "unet": ["diffusers", "UNet2DModel"]}
    weights = {"weight_map": {"w": "part.safetensors"}}
    return {
        "diffusers": {
            "model_index.json": json.dumps(index).encode(),
            "unet/config.json": json.dumps(unet).encode(),
            "unet/diffusion_pytorch_model.safetensors": files["safetensors"],
        },
        "shards": {
            "config.json": json.dumps(unet).encode(),
            "diffusion_pytorch_model.safetensors.index.json": json.dumps(weights).encode(),
            "part.safetensors": files["safetensors"],
        },
        "pythae": {
            "model_config.json": json.dumps({"name": "VAEConfig", "latent_dim": 2}).encode(),
            "model.pt": files["zip"],
        },
    }


def mutate(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """One of the ways a file is wrong, or several."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 4, 16))):
        at = dice.randrange(len(out)) if out else 0
        way = dice.randrange(7)
        if way == 0 and out:
            out[at] ^= 1 << dice.randrange(8)
        elif way == 1 and out:
            out[at] = dice.randrange(256)
        elif way == 2:
            hurt = dice.choice(_HURTFUL)
            out[at : at + len(hurt)] = hurt
        elif way == 3:
            out[at:at] = dice.choice(_HURTFUL)
        elif way == 4:
            del out[at : at + dice.choice((1, 2, 8, 64, 1024))]
        elif way == 5:
            other = dice.choice(others)
            begin = dice.randrange(len(other))
            out[at : at + 64] = other[begin : begin + dice.choice((4, 64, 512))]
        elif dice.random() < 0.3:
            del out[at:]
    return bytes(out)


def mutate_inside(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """A zip whose checksums and sizes are right, but one of whose parts is mutated."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [n for n in old.namelist() if n.endswith((".pkl", ".json", ".py"))]
        chosen = dice.choice(names)
        for name in old.namelist():
            raw = old.read(name)
            new.writestr(name, mutate(raw, others, dice) if name == chosen else raw)
    return out.getvalue()


def attempt(path: Path, outcome: Outcome) -> None:
    """Read one file and load its tensors; note what came of it."""
    start = time.perf_counter()
    try:
        contents = read(path, BUDGET)
        for each in list(contents.all_tensors())[:20]:
            each.load()
        json.dumps(contents.summary())
        kind = "read"
    except ExplorerError as error:
        kind = type(error).__name__
        if not (error.subject and error.cause and error.remedy):
            outcome.broken.append(f"{path}: an error without cause or remedy")
    except Exception:  # noqa: BLE001  # what the run is looking for
        kind = "crash"
        outcome.broken.append(f"{path}: {traceback.format_exc()}")
    took = time.perf_counter() - start
    outcome.slowest = max(outcome.slowest, took)
    if took > SLOW:
        outcome.broken.append(f"{path}: took {took:.1f} s")
    outcome.count += 1
    outcome.kinds[kind] += 1


def run(
    folder: Path, count: int, seed: int, tell: Callable[[int], None] = lambda _: None
) -> Outcome:
    """`count` mutated files; those that break a rule stay in `folder`."""
    made = folder / "seeds"
    made.mkdir(parents=True, exist_ok=True)
    files = seeds(made)
    whole = folders(files)
    others = list(files.values())
    outcome = Outcome()
    for number in range(count):
        dice = random.Random(f"{seed}-{number}")
        name = dice.choice([*files, *whole])
        path = folder / f"{number}-{name}"
        if name in whole:
            _write_folder(path, whole[name], others, dice)
        else:
            inside = files[name].startswith(b"PK") and dice.random() < 0.5
            path.write_bytes((mutate_inside if inside else mutate)(files[name], others, dice))
        before = len(outcome.broken)
        attempt(path, outcome)
        if len(outcome.broken) == before:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        tell(number)
    return outcome


def _write_folder(
    path: Path, parts: dict[str, bytes], others: list[bytes], dice: random.Random
) -> None:
    """A folder with one of its files mutated."""
    chosen = dice.choice(list(parts))
    for name, data in parts.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(mutate(data, others, dice) if name == chosen else data)


def _memory() -> int:
    """Bytes that this process holds at most so far; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main() -> int:
    """Run from the command line; exit status 1 when a rule was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-kept"))
    given = parser.parse_args()
    marks: list[int] = []

    def tell(number: int) -> None:
        if number in {given.count // 10, given.count - 1}:
            marks.append(_memory())

    start = time.perf_counter()
    outcome = run(given.keep, given.count, given.seed, tell)
    took = time.perf_counter() - start
    print(f"{outcome.count:,} files in {took:.0f} s, slowest {outcome.slowest:.2f} s")
    print(", ".join(f"{kind} {number:,}" for kind, number in outcome.kinds.most_common()))
    if len(marks) == 2:
        print(f"peak memory grew by {(marks[1] - marks[0]) / 2**20:.1f} MiB after the first tenth")
    print("\n".join(outcome.broken) or "no rule was broken")
    return 1 if outcome.broken else 0


if __name__ == "__main__":
    sys.exit(main())
