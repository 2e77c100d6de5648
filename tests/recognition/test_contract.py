"""What holds for every recogniser: named, quick, and never a crash, whatever a file's names are."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from explorer.formats.contents import Contents, Shape, Tensor
from explorer.formats.dtypes import contiguous
from explorer.formats.source import Inline
from explorer.networks import build
from explorer.recognition import RECOGNISERS, Recognition, recognise
from explorer.recognition.scopes import scopes
from explorer.recognition.weights import tidy
from tests.recognition import test_burgess as burgess
from tests.recognition import test_dcgan as dcgan
from tests.recognition import test_lucidrains as lucidrains
from tests.recognition import test_papers_unet as papers
from tests.recognition import test_phlippe as phlippe
from tests.recognition import test_rosinality_glow as glow
from tests.recognition import test_stylegan2 as stylegan2
from tests.recognition import test_taesd as taesd
from tests.recognition import test_translators as translators
from tests.recognition.making import State, under

Shapes = dict[str, Shape]


def _phlippe() -> State:
    linear, net = phlippe.decoder(5, 3, 4)
    state = under("encoder.net.", phlippe.encoder(5, 3, 4).state_dict())
    state |= under("decoder.net.", net.state_dict())
    return state | under("decoder.linear.", linear.state_dict())


def _residual() -> State:
    network = translators.residual(4, 2, True, True, True, (3, 3))
    return under("model.", network.state_dict())


LAYOUTS: dict[str, Callable[[], State]] = {
    "burgess-vae": lambda: burgess.burgess(4, 64, 3),
    "phlippe-autoencoder": _phlippe,
    "papers-unet": lambda: papers.unet(12, 1, (2, 4, 4), 20, 8),
    "lucidrains-unet": lambda: lucidrains.Unet("third", 3, (False, True), False, False).s,
    "taesd": lambda: taesd.encoder(32),
    "dcgan": lambda: dcgan.main(dcgan.generator(5, 4, 1, 32)),
    "stylegan2": lambda: stylegan2.Made(8, 6, 2, [5, 4, 3], 3).official(),
    "rosinality-glow": lambda: glow.Made(1, 2, 2).state,
    "cyclegan-residual": _residual,
    "pix2pix-unet": lambda: under("model.", translators.unet(2, 5, True, (3, 3)).state_dict()),
}
"""A state dict of each, by the recogniser's name."""
ROUNDS = 60


def shapes_of(name: str) -> Shapes:
    return {n: tuple(v.shape) for n, v in LAYOUTS[name]().items() if "num_batches" not in n}


def contents_of(shapes: Shapes) -> Contents:
    nothing = Inline(b"")
    tensors = {n: Tensor(n, "float32", s, contiguous(s), 0, nothing) for n, s in shapes.items()}
    return Contents(Path("m.pt"), "torch-zip", "PyTorch checkpoint", tensors=tensors)


def test_every_recogniser_has_a_layout_here_and_says_where_it_comes_from() -> None:
    names = [recogniser.name for recogniser in RECOGNISERS]
    assert sorted(names) == sorted(LAYOUTS)
    for recogniser in RECOGNISERS:
        assert recogniser.title and ";" in recogniser.source, "the paper; the project"


@pytest.mark.parametrize("name", LAYOUTS)
def test_its_own_layout_is_its_own(name: str) -> None:
    """No other recogniser claims it, and every tensor it takes fits our module to the last name."""
    found = recognise(contents_of(shapes_of(name)))
    assert found is not None and found.recogniser.name == name
    check_fit(found)
    assert found.finding.because and all(s.endswith(".") for s in found.finding.because)


@pytest.mark.parametrize("name", LAYOUTS)
def test_spoiled_layouts_are_refused_and_never_a_crash(name: str) -> None:
    """A layer missing, one more, another rank, another size: whatever is said to fit, fits."""
    draw = random.Random(name)
    whole = shapes_of(name)
    for _ in range(ROUNDS):
        shapes, victim = dict(whole), draw.choice(list(whole))
        kind = draw.randrange(4)
        if kind == 0:
            del shapes[victim]
        elif kind == 1:
            shapes[victim + "x"] = (3,)
        else:
            rank = draw.randrange(6) if kind == 2 else len(whole[victim])
            shapes[victim] = tuple(draw.choice((0, 1, 2, 3, 7, 4096, 1 << 40)) for _ in range(rank))
        found = recognise(contents_of(shapes))
        if found is not None:
            check_fit(found)


@pytest.mark.parametrize("name", LAYOUTS)
def test_networks_of_no_size_are_no_networks(name: str) -> None:
    assert recognise(contents_of({n: (0,) * len(s) for n, s in shapes_of(name).items()})) is None


def test_places_to_look_at_do_not_explode() -> None:
    """Ten thousand names, as in the largest checkpoints, and deeper than any layer."""
    names = [f"a.b.c.{n}.d.{k}.e.f.g.h.weight" for n in range(500) for k in range(20)]
    places = scopes(tidy(contents_of(dict.fromkeys(names, (8, 8))).tensors))
    assert len(places) <= 2000
    assert recognise(contents_of(dict.fromkeys(names, (8, 8)))) is None


def check_fit(found: Recognition) -> None:
    """Every tensor of our modules has one of the file, of as many numbers."""
    for role, part in found.finding.networks.items():
        with torch.device("meta"):
            state = build(part.architecture, part.settings).state_dict()
        wanted = {n: t.numel() for n, t in state.items() if "num_batches" not in n}
        assert {n: math.prod(w.shape) for n, w in found.weights[role].items()} == wanted
