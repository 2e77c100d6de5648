"""`python -m explorer.training`: train, ship and measure the bundled models.

    python -m explorer.training list
    python -m explorer.training train scenes-vae --minutes 15
    python -m explorer.training train digits-dcgan --data FOLDER_OF_DIGITS_NPZ
    python -m explorer.training ship scenes-vae
    python -m explorer.training evaluate scenes-vae

`train` works in training-runs/NAME (or --out) and may be stopped and started again at any time;
at its end it writes the finished model to its folder `model`. `ship` writes the model of the last
checkpoint into models/, and `evaluate` measures what is there and writes the card's figures.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.assets import models_dir, resources_dir
from explorer.errors import ExplorerError, FileMissing, NotSupported
from explorer.training.recipes import RECIPES, recipe_class

if TYPE_CHECKING:
    import torch

    from explorer.training.loop import Trainer
    from explorer.training.recipe import Recipe

_RUNS = Path("training-runs")


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; 0 when it worked, 1 when it failed with a message, 130 when interrupted."""
    options = _parser().parse_args(arguments)
    try:
        _VERBS[options.verb](options)
    except ExplorerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; start it again to go on from the last checkpoint", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m explorer.training", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="what can be trained")
    for verb, text in (
        ("train", "train a model, or go on with one"),
        ("ship", "write the model of the last checkpoint"),
        ("evaluate", "measure a finished model and write its card's figures"),
    ):
        one = verbs.add_parser(verb, help=text)
        one.add_argument("name", metavar="NAME", help=", ".join(RECIPES))
        one.add_argument("--data", type=Path, metavar="DIR", help="folder of digits.npz")
        one.add_argument("--cache", type=Path, default=_RUNS / "cache", help="for drawn scenes")
        one.add_argument("--device", default="cpu", help="cpu (the default), cuda or mps")
        one.add_argument("--threads", type=int, default=0, help="CPU threads (default: all)")
        if verb == "evaluate":
            one.add_argument("--model", type=Path, metavar="DIR", help="default: the bundled one")
            continue
        one.add_argument("--seed", type=int, default=0)
        one.add_argument("--out", type=Path, metavar="DIR", help=f"default: {_RUNS}/NAME")
        if verb == "train":
            one.add_argument("--minutes", type=float, help="wall-clock budget")
            one.add_argument("--steps", type=int, help="budget in steps, which repeats exactly")
            one.add_argument("--precision", choices=("auto", "float32", "bfloat16"), default="auto")
        else:
            one.add_argument("--model", type=Path, metavar="DIR", help="default: the bundled one")
    return parser


def _list(_options: argparse.Namespace) -> None:
    for name in RECIPES:
        recipe = recipe_class(name)
        print(f"{name:18} {recipe.minutes:4.0f} min  {recipe.describes}")


def _recipe(options: argparse.Namespace, seed: int = 0) -> Recipe:
    import torch

    if options.threads:
        torch.set_num_threads(options.threads)
    return recipe_class(options.name)(data=options.data, cache=options.cache, seed=seed)


def _trainer(options: argparse.Namespace) -> Trainer:
    from explorer.training.loop import Budget, Trainer

    recipe = _recipe(options, options.seed)
    minutes = getattr(options, "minutes", None) or recipe.minutes
    budget = Budget(minutes, getattr(options, "steps", None))
    precision = {"auto": None, "float32": False, "bfloat16": True}
    return Trainer(
        recipe, options.out or _RUNS / options.name, budget, _device(options.device),
        precision[getattr(options, "precision", "auto")],
    )  # fmt: skip


def _device(name: str) -> torch.device:
    import torch

    present = {
        "cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()
    }  # fmt: skip
    if not present.get(name, False):
        known = ", ".join(kind for kind, there in present.items() if there)
        raise NotSupported(f"device {name}", "it is not here", f"Choose from {known}.")
    return torch.device(name)


def _train(options: argparse.Namespace) -> None:
    trainer = _trainer(options)
    trainer.run()
    _write(trainer, trainer.folder / "model")


def _ship(options: argparse.Namespace) -> None:
    trainer = _trainer(options)
    if not trainer.resume():
        raise FileMissing(
            str(trainer.folder / "checkpoint.pt"), "there is no checkpoint",
            f"Run train {options.name} first.",
        )  # fmt: skip
    _write(trainer, options.model or _bundled(trainer.recipe))


def _write(trainer: Trainer, folder: Path) -> None:
    from explorer.training.shipping import ship

    history: dict[str, Any] = {
        "steps": trainer.step,
        "minutes": round(trainer.seconds / 60, 1),
        "hardware": trainer.hardware,
    }
    ship(trainer.recipe, folder, history)
    print(f"written to {folder}", file=sys.stderr)


def _bundled(recipe: Recipe) -> Path:
    home = models_dir() if recipe.is_model else resources_dir() / "metrics"
    return home / recipe.name


def _evaluate(options: argparse.Namespace) -> None:
    from explorer.training.card import write_figures
    from explorer.training.shipping import load_shipped

    recipe = _recipe(options)
    folder = options.model or _bundled(recipe)
    load_shipped(recipe, folder)
    recipe.device = _device(options.device)
    for network in recipe.networks.values():
        network.to(recipe.device)
    figures = recipe.figures()
    write_figures(recipe, folder, figures)
    for figure in figures:
        print(f"{figure.label}: {figure.value} {figure.unit}".rstrip())


_VERBS = {"list": _list, "train": _train, "ship": _ship, "evaluate": _evaluate}

if __name__ == "__main__":
    sys.exit(main())
