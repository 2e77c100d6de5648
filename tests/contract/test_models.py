"""What every model promises, whatever its family: run over tiny, bundled and foreign ones alike.

The linear family stands for one that somebody adds: a file and an entry in the tuple, and all of
this must hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer import library
from explorer.assets import models_dir
from explorer.errors import BadValue, ExplorerError, NotSupported, UnknownName
from explorer.families import BRANCHES, FAMILIES, Model, StageSettings
from explorer.families.base import CAPABILITIES
from explorer.library import open_model
from explorer.runtimes.onnx import OnnxNetwork
from explorer.runtimes.torch_network import open_module
from tests.support import tiny
from tests.support.linear_family import LINEAR, make_linear

GREY_LEVEL = 1 / 255
MAKERS: dict[str, Callable[[Path], Path]] = {
    "vae": tiny.make_vae,
    "autoencoder": tiny.make_autoencoder,
    "gan": tiny.make_gan,
    "infogan": tiny.make_infogan,
    "classical": tiny.make_classical,
    "diffusion": tiny.make_ddpm,
    "told a text": tiny.make_prompted,
    "flow": tiny.make_flow,
    "autoregressive": tiny.make_autoregressive,
    "energy": tiny.make_energy,
    "linear": make_linear,
    "translator": tiny.make_translator,
    "told translator": tiny.make_told_translator,
    "shared-latent": tiny.make_shared_latent,
    "style-transfer": tiny.make_style_transfer,
}
BUNDLED = sorted(file.parent.name for file in models_dir().glob("*/model.toml"))


@dataclass(frozen=True)
class Case:
    """A model under test, and how many of its pictures can be had quickly."""

    model: Model
    folder: Path
    count: int


@pytest.fixture(scope="module", autouse=True)
def _with_a_family_more() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "FAMILIES", (*FAMILIES, LINEAR))
        yield


@pytest.fixture(scope="module", params=[*MAKERS, *BUNDLED])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    name = request.param
    maker = MAKERS.get(name)
    folder = maker(tmp_path_factory.mktemp("contract")) if maker else models_dir() / name
    model = open_model(folder, "cpu")
    return Case(model, folder, 2 if "step" in model.spec.capabilities else 5)


@pytest.fixture
def model(case: Case) -> Model:
    return case.model


def test_every_family_has_a_tiny_model() -> None:
    """So that whatever is listed is tested."""
    assert {family.name for family in FAMILIES} <= set(MAKERS)


def test_families_have_names_roles_and_titles_of_their_own() -> None:
    names = [family.name for family in FAMILIES]
    assert len(set(names)) == len(names)
    for family in FAMILIES:
        assert family.roles and family.title
        assert family.branch in BRANCHES, "the library groups by it"
        assert not set(family.roles) & set(family.optional)


def test_the_spec_says_what_the_manifest_says(case: Case) -> None:
    spec, manifest = case.model.spec, case.model.manifest
    assert spec.name == manifest.name and spec.latent == manifest.latent == case.model.latent
    assert spec.capabilities <= set(CAPABILITIES)
    assert spec.capabilities, "a model that can do nothing"
    assert manifest.folder == case.folder.resolve() or manifest.folder == case.folder


def test_capabilities_are_what_works(case: Case) -> None:
    """Each that is declared works; each that is not says so, and says it in full."""
    model = case.model
    size = model.spec.image
    images = np.full((1, size.height, size.width, size.channels), 0.5, np.float32)
    probes: dict[str, Callable[[], Any]] = {
        "generate": lambda: model.generate(model.latent.sample(1, 0), **chosen(model)),
        "encode": lambda: model.encode(images),
        "score": lambda: model.score(images),
        "translate": lambda: model.translate(images),
        "restyle": lambda: model.restyle(images, images),
        "step": lambda: model.denoise(seed=0, steps=2, **chosen(model)),
        "read": lambda: model.read(images),
        "stages": lambda: model.stages(StageSettings(steps=1)).advance(),
        "likelihood": lambda: model.likelihood(images),
    }
    assert set(probes) == set(CAPABILITIES)
    for name, probe in probes.items():
        if name in model.spec.capabilities:
            probe()
        else:
            with pytest.raises(NotSupported) as caught:
                probe()
            assert caught.value.subject == model.spec.name and caught.value.remedy


def chosen(model: Model) -> dict[str, int]:
    """The last class of each condition."""
    return {c.name: len(c.names) - 1 for c in model.spec.conditions}


def test_pictures_have_the_declared_shape_type_and_range(case: Case) -> None:
    model, size = case.model, case.model.spec.image
    images = model.generate(model.latent.sample(case.count, 0), **chosen(model))
    assert images.shape == (case.count, size.height, size.width, size.channels)
    assert images.dtype == np.float32 and images.flags.owndata and images.flags.c_contiguous
    assert images.min() >= 0 and images.max() <= 1
    assert images.std() > 0.02, "flat pictures"
    assert np.abs(images[0] - images[1]).max() > 5 * GREY_LEVEL, "every latent the same picture"
    assert model.generate(model.latent.sample(0, 0), **chosen(model)).shape == (
        0,
        *images.shape[1:],
    )


def test_pictures_are_the_same_to_the_bit_every_time(case: Case) -> None:
    latents = case.model.latent.sample(case.count, 1)
    kept = latents.copy()
    first = case.model.generate(latents, **chosen(case.model))
    again = open_model(case.folder, "cpu").generate(latents, **chosen(case.model))
    assert np.array_equal(first, again)
    assert np.array_equal(latents, kept), "the latents were written to"


def test_pictures_do_not_depend_on_their_batch(case: Case) -> None:
    model, latents = case.model, case.model.latent.sample(case.count, 2)
    together = model.generate(latents, **chosen(model))
    alone = np.concatenate([model.generate(row[None], **chosen(model)) for row in latents])
    assert np.abs(together - alone).max() <= GREY_LEVEL
    backwards = model.generate(latents[::-1], **chosen(model))[::-1]
    assert np.abs(together - backwards).max() <= GREY_LEVEL


def test_every_dimension_of_a_flat_latent_changes_the_picture(case: Case) -> None:
    """Or its measured importance says that it does not."""
    model = case.model
    if not model.latent.flat:
        pytest.skip("no sliders")
    base = model.latent.sample(1, 3)
    importance = model.latent.importance or (1.0,) * model.latent.size
    largest = max(importance)
    for dimension in model.latent.order()[:12]:
        moved = np.repeat(base, 2, axis=0)
        moved[:, dimension] = (-2, 2)
        low, high = model.generate(moved)
        if importance[dimension] > 0.2 * largest:
            assert np.abs(low - high).max() > GREY_LEVEL, model.latent.names[dimension]


def test_encoded_pictures_come_back_in_the_latents_shape(case: Case) -> None:
    model = case.model
    if "encode" not in model.spec.capabilities:
        pytest.skip("no encoder")
    images = model.generate(model.latent.sample(case.count, 4), **chosen(model))
    mean, std = model.encode(images)
    assert mean.shape == std.shape == (case.count, *model.latent.shape)
    assert mean.dtype == std.dtype == np.float32
    assert np.isfinite(mean).all() and (std >= 0).all() and np.isfinite(std).all()
    again, _ = model.encode(images)
    assert np.array_equal(mean, again)
    rebuilt = model.generate(mean, **chosen(model))
    assert rebuilt.shape == images.shape
    if case.folder.parent == models_dir():
        # A code that domains share is learned in noise as large as the code's own unit.
        bound = 0.04 if "translate" in model.spec.capabilities else 0.03
        assert np.abs(rebuilt - images).mean() < bound, "it does not know its own pictures"


def test_scores_are_one_finite_number_a_picture(case: Case) -> None:
    model = case.model
    if "score" not in model.spec.capabilities:
        pytest.skip("no critic")
    images = model.generate(model.latent.sample(case.count, 5), **chosen(model))
    scores = model.score(images)
    assert scores.shape == (case.count,) and scores.dtype == np.float32
    assert np.isfinite(scores).all()
    alone = np.concatenate([model.score(row[None]) for row in images])
    assert np.abs(scores - alone).max() <= 1e-3 * max(1, np.abs(scores).max())


def test_codes_read_off_pictures_are_shares_and_numbers(case: Case) -> None:
    """As many shares as the condition has classes, and the latent's own first dimensions."""
    model = case.model
    if "read" not in model.spec.capabilities:
        pytest.skip("no recognition head")
    images = model.generate(model.latent.sample(case.count, 5), **chosen(model))
    reading = model.read(images)
    condition = next(c for c in model.spec.conditions if c.name == reading.condition)
    assert reading.shares.shape == (case.count, len(condition.names))
    assert np.allclose(reading.shares.sum(1), 1, atol=1e-4) and (reading.shares >= 0).all()
    assert reading.codes.shape[0] == case.count and reading.codes.shape[1] <= model.latent.size
    assert np.isfinite(reading.codes).all()


def test_draws_lie_in_the_range_worth_exploring(case: Case) -> None:
    """Nearly all of them, dimension by dimension."""
    latent = case.model.latent
    if not latent.limits:
        pytest.skip("normal in every dimension")
    low, high = np.array(latent.limits).T
    drawn = latent.sample(200, 8)
    assert ((drawn >= low) & (drawn <= high)).mean(0).min() > 0.95


def test_every_way_to_run_a_network_agrees(case: Case) -> None:
    """ONNX and torch, on inputs that the model makes itself."""
    compared = 0
    for role, entry in case.model.manifest.networks.items():
        if entry.onnx is None or entry.weights is None:
            continue
        inputs = case.model.example(role, 4)
        ours = OnnxNetwork(entry.onnx).run(inputs)
        theirs = open_module(entry, "cpu", "float32").run(inputs)
        assert ours.keys() == theirs.keys()
        for name, array in ours.items():
            span = max(1.0, float(np.ptp(array)))
            assert np.abs(array - theirs[name]).max() <= GREY_LEVEL * span, f"{role}.{name}"
        compared += 1
    if case.folder.parent == models_dir() and not case.model.manifest.pipeline:
        assert compared, "a bundled model without both"


def test_measuring_keeps_the_pictures(case: Case) -> None:
    model = open_model(case.folder, "cpu")
    latents = model.latent.sample(1, 6)
    before = model.generate(latents, **chosen(model))
    timings = model.measure()
    assert timings.keys() == model.networks.keys()
    for role, rows in timings.items():
        assert sum(row.chosen for row in rows) == 1
        assert next(r for r in rows if r.chosen).runtime == model.networks[role].runtime
    assert np.abs(model.generate(latents, **chosen(model)) - before).max() <= 4 * GREY_LEVEL


def test_classes_go_by_name_or_number_and_others_are_refused(case: Case) -> None:
    model = case.model
    latents = model.latent.sample(1, 7)
    for condition in model.spec.conditions:
        last = len(condition.names) - 1
        by_number = model.generate(latents, **{condition.name: last})
        by_name = model.generate(latents, **{condition.name: condition.names[last]})
        assert np.array_equal(by_number, by_name)
        for wrong in (-1, last + 1, "no such class", 0.5):
            with pytest.raises(UnknownName, match=condition.name):
                model.generate(latents, **{condition.name: wrong})
    with pytest.raises(UnknownName, match="mood"):
        model.generate(latents, mood=1)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda z: z[0],
        lambda z: z[:, :-1],
        lambda z: np.where(z > 0, np.nan, z),
        lambda z: np.where(z > 0, np.inf, z),
        lambda _: "latents",
    ],
)
def test_latents_that_do_not_fit_are_refused(model: Model, spoil: Callable[[Any], Any]) -> None:
    with pytest.raises(BadValue, match="latents"):
        model.generate(spoil(model.latent.sample(2, 0)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda x: x[0],
        lambda x: x[:, :-1],
        lambda x: x[..., :0],
        lambda x: x * np.nan,
        lambda x: (x * 255).astype(np.uint8),
        lambda x: x - 0.5,
        lambda _: "images",
    ],
)
def test_pictures_that_do_not_fit_are_refused(model: Model, spoil: Callable[[Any], Any]) -> None:
    """Bytes too, which would be white to a network."""
    size = model.spec.image
    shape = (2, size.height, size.width, size.channels)
    images = np.random.default_rng(0).random(shape, np.float32)
    for name in {"encode", "score", "translate"} & model.spec.capabilities:
        with pytest.raises(BadValue, match="images"):
            getattr(model, name)(spoil(images))


def test_failures_are_sentences(model: Model) -> None:
    with pytest.raises(ExplorerError) as caught:
        model.generate(np.zeros((1, 999), np.float32))
    error = caught.value
    assert str(error) == f"{error.subject}: {error.cause}. {error.remedy}"
    assert error.remedy.endswith(".")
