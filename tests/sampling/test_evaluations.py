"""How far each evaluation moved, of pixels and of latents; what is decoded for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.families import DenoiseSettings
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import Picture
from explorer.sampling import Cache
from explorer.sampling.denoise_requests import Evaluation, Invert, Rest
from explorer.sampling.frames import Frame
from explorer.sampling.requests import Context, Denoise
from tests.support import tiny

STEPS = 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.make_prompted(tmp_path_factory.mktemp("latents"))


@pytest.fixture
def context() -> Context:
    return Context("cpu", Cache(1 << 24), lambda: None)


def run(folder: Path) -> Denoise:
    settings = DenoiseSettings(seed=2, steps=STEPS).changed(prompt="red square")
    return Denoise(str(folder), settings)


def rms(new: NDArray[np.float32], old: NDArray[np.float32]) -> float:
    return 255 * float(np.sqrt(np.mean((new.astype(np.float64) - old) ** 2)))


def test_latents_are_decoded_once_a_step_and_move_as_pictures_do(
    folder: Path, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Grey levels are of pictures: the latents' own numbers have another scale."""
    model = context.model(str(folder))
    assert isinstance(model, DiffusionModel)
    network, asked = model.networks["decoder"], list[int]()
    real = network.run

    def counted(inputs: Mapping[str, NDArray[np.float32]]) -> Mapping[str, NDArray[np.float32]]:
        asked.append(len(inputs["latent"]))
        return real(inputs)

    monkeypatch.setattr(network, "run", counted)
    *frames, _ = run(folder).frames(context)
    assert asked == [2] * STEPS + [1]  # x_t and x0 each, and the finished picture
    whole = model.denoise(**vars(run(folder).settings))
    shown = [model.decode(np.stack([step.x_t, step.x0])) for step in whole]
    assert np.isnan([frames[0].values["change"], frames[0].values["change_x"]]).all()
    for new, old, frame in zip(shown[1:], shown, frames[1:], strict=False):
        assert frame.values["change_x"] == pytest.approx(rms(new[0], old[0]), rel=1e-3)
        assert frame.values["change"] == pytest.approx(rms(new[1], old[1]), rel=1e-3)


def test_the_rest_of_a_run_is_what_its_frames_are(folder: Path, context: Context) -> None:
    whole = list(run(folder).frames(context))
    rest = list(Rest(run(folder), 3).frames(context))
    assert [f.index for f in rest] == [3, 4, 5]
    for mine, right in zip(rest, whole[3:], strict=True):
        same(mine, right)
        assert mine.values == pytest.approx(dict(right.values), rel=1e-5)
    (again,) = Evaluation(run(folder), 2).frames(context)
    same(again, whole[2])
    assert again.values["sigma"] == whole[2].values["sigma"]
    assert np.isnan(again.values["change"])  # it was told when it first came


def test_an_inversion_in_latents_tells_the_error_of_the_latents_alone(
    folder: Path, context: Context
) -> None:
    """What is lost by encoding and decoding is no fault of the inversion."""
    model = context.model(str(folder))
    assert isinstance(model, DiffusionModel)
    size = model.spec.image
    shape = (size.height, size.width, size.channels)
    image = np.linspace(0, 1, int(np.prod(shape)), dtype=np.float32).reshape(shape)
    request = Invert(str(folder), Picture.of(image, "ramp"), run(folder).settings.changed(steps=3))
    *_, last = request.frames(context)
    fitted = request.picture.fitted(*shape)
    coded = model.decode(model.to_samples(fitted[None]))[0]
    wanted = -10 * np.log10(np.mean((coded.astype(np.float64) - fitted) ** 2))
    assert last.values["coded_psnr"] == pytest.approx(wanted, abs=1e-3)


def same(mine: Frame, right: Frame) -> None:
    assert list(mine.images) == list(right.images)
    for name, image in mine.images.items():
        assert np.array_equal(image, right.images[name])
