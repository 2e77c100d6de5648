"""`models` and `inspect`: what there is, and what a model says about itself."""

from __future__ import annotations

import argparse
import json
import math
from typing import TYPE_CHECKING, Any

from explorer.cli.answers import add_answers, answers_of
from explorer.cli.base import OK, Command, add_model

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.formats.manifest import NetworkEntry


def _models(_: argparse.Namespace) -> int:
    from explorer.library import bundled

    rows = [("name", "family", "pictures", "latent", "size", "title")]
    for entry in bundled():
        manifest = entry.manifest
        rows.append(
            (
                manifest.name,
                manifest.family,
                _pictures(manifest.image.height, manifest.image.width, manifest.image.channels),
                " x ".join(map(str, manifest.latent.shape)),
                f"{entry.bytes / 1e6:.1f} MB",
                manifest.title,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip())
    return OK


def _pictures(height: int, width: int, channels: int) -> str:
    return f"{width} x {height} {('', 'grey', '', 'RGB', 'RGBA')[channels]}".rstrip()


def _inspect(args: argparse.Namespace) -> int:
    from explorer.library import find, is_ours

    place = find(args.model)
    if is_ours(place):
        facts = describe(args.model)
        print(json.dumps(facts, indent=2) if args.json else "\n".join(_lines(facts)))
        return OK
    from explorer.opening.card import look

    card, contents = look(place, answers_of(args), frozenset(args.trust))
    summary = card.summary()
    if args.hash:
        summary["sha256"] = contents.sha256
    if args.json:
        print(json.dumps(summary | {"contents": contents.summary()}, indent=2))
    else:
        print("\n".join(_card_lines(summary)))
    return OK


def _card_lines(facts: dict[str, Any]) -> list[str]:
    """A stranger's file, as the window's card says it."""
    by = " x ".join
    rows = {
        "format": facts["format"],
        "recognised": facts["recognised"] and f"{facts['recognised']} ({facts['how']})",
        "family": facts["family"],
        "networks": ", ".join(f"{k}: {v}" for k, v in facts["networks"].items()),
        "pictures": facts["image"] and _pictures(*facts["image"]),
        "range": facts["range"] and f"{facts['range'][0]:g} to {facts['range'][1]:g}",
        "latent": facts["latent"] and by(map(str, facts["latent"])),
        "parameters": f"{facts['parameters']:,}",
        "size": f"{facts['bytes'] / 1e6:,.1f} MB",
        "SHA-256": facts.get("sha256"),
        "runs": f"opening it runs {facts['runs_on_opening']}",
        "guessed": ", ".join(facts["guesses"]),
        "missing": ", ".join(facts["missing"]),
        "beside it": facts["partner"],
        "trouble": facts["trouble"],
    }
    width = max(map(len, rows))
    lines = [facts["path"], ""]
    lines += [f"{name:<{width}}  {value}" for name, value in rows.items() if value]
    lines += [f"{'because' if n == 0 else '':<{width}}  {why}"
              for n, why in enumerate((*facts["because"], *facts["notes"]))]  # fmt: skip
    return lines


def describe(name_or_path: str) -> dict[str, Any]:
    """A model's facts as plain JSON. Its networks are opened, so that a broken file is found."""
    from explorer.library import open_model

    model = open_model(name_or_path, device="cpu")
    spec, manifest = model.spec, model.manifest
    return {
        "name": spec.name,
        "title": spec.title,
        "family": spec.family,
        "summary": spec.summary,
        "licence": spec.licence,
        "folder": str(manifest.folder),
        "bytes": sum(f.stat().st_size for f in manifest.folder.rglob("*") if f.is_file()),
        "image": {
            "height": spec.image.height,
            "width": spec.image.width,
            "channels": spec.image.channels,
            "range": [spec.image.low, spec.image.high],
        },
        "latent": {
            "shape": list(spec.latent.shape),
            "prior": spec.latent.prior.title,
            "names": list(spec.latent.names),
            "importance": list(spec.latent.importance),
            "importance_kind": spec.latent.importance_kind,
        },
        "conditions": {c.name: list(c.names) for c in spec.conditions},
        "prompt": {"words": len(spec.words.known), "example": spec.example} if spec.words else {},
        "capabilities": sorted(spec.capabilities),
        "networks": {
            role: _network(entry) | {"runs_with": model.networks[role].runtime}
            for role, entry in manifest.networks.items()
        },
        "training": dict(manifest.training),
    }


def _network(entry: NetworkEntry) -> dict[str, Any]:
    files = [path.name for path in (entry.weights, entry.onnx) if path is not None]
    return {
        "architecture": entry.architecture,
        "parameters": _parameters(entry.weights),
        "files": files,
    }


def _parameters(weights: Path | None) -> int | None:
    """How many numbers a weight file holds, by its header alone."""
    from explorer.formats.safetensors import read_header

    if weights is None:
        return None
    header = read_header(weights)
    shapes = (entry["shape"] for name, entry in header.items() if name != "__metadata__")
    return int(sum(map(math.prod, shapes)))


def _lines(facts: dict[str, Any]) -> list[str]:
    image, latent = facts["image"], facts["latent"]
    rows = {
        "family": facts["family"],
        "pictures": _pictures(image["height"], image["width"], image["channels"]),
        "latent": f"{' x '.join(map(str, latent['shape']))}, {latent['prior']} prior",
        "can": ", ".join(facts["capabilities"]),
        "licence": facts["licence"],
        "folder": f"{facts['folder']} ({facts['bytes'] / 1e6:.1f} MB)",
    }
    rows |= {name: ", ".join(classes) for name, classes in facts["conditions"].items()}
    if facts["prompt"]:
        example = f", such as {facts['prompt']['example']!r}" if facts["prompt"]["example"] else ""
        rows["prompt"] = f"of {facts['prompt']['words']:,} words{example}"
    for role, network in facts["networks"].items():
        count = network["parameters"]
        size = "" if count is None else f", {count:,} parameters"
        rows[role] = f"{network['architecture'] or 'ONNX'}{size}, runs with {network['runs_with']}"
    rows |= {f"training {name}": str(value) for name, value in facts["training"].items()}
    width = max(map(len, rows))
    head = [f"{facts['name']}: {facts['title']}", facts["summary"], ""]
    return head + [f"{name:<{width}}  {value}" for name, value in rows.items()]


def _inspect_arguments(parser: argparse.ArgumentParser) -> None:
    add_model(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.add_argument("--hash", action="store_true", help="with its SHA-256: reads all of it")
    add_answers(parser)


MODELS = Command(
    "models",
    "List the bundled models.",
    ("models",),
    lambda _: None,
    _models,
)
INSPECT = Command(
    "inspect",
    "Show what a model is, and how it was trained.",
    ("inspect scenes-vae", "inspect ./my-model --json", "inspect epoch=99.ckpt"),
    _inspect_arguments,
    _inspect,
)
