"""A picture's latent found by search, where a model has no encoder."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from explorer.errors import NotSupported
from explorer.families.fitting import ROUNDS, fit
from explorer.formats.picture import Picture, to_bytes
from explorer.library import open_model
from explorer.sampling.cache import Cache
from explorer.sampling.fitting_requests import Fit
from explorer.sampling.requests import Context
from tests.support import tiny


def test_a_models_own_picture_is_found_again(tmp_path: Path) -> None:
    """The error falls from round to round, and to a hundredth of what the best draw has."""
    model = open_model(tiny.make_gan(tmp_path), "cpu")
    wanted = model.generate(model.latent.sample(1, 123))[0]
    found = list(fit(model, wanted, {}))
    errors = [one.mse for one in found]
    assert all(later <= earlier + 1e-9 for earlier, later in itertools.pairwise(errors))
    assert errors[-1] < errors[0] / 100
    assert found[-1].last and not any(one.last for one in found[:-1])
    assert [one.done for one in found] == list(range(len(found))) and len(found) <= ROUNDS + 1
    again = model.generate(found[-1].latent[None])[0]
    assert np.abs(again - found[-1].image).max() < 1 / 255


def test_codes_that_can_be_read_begin_the_search_and_stay_in_their_range(tmp_path: Path) -> None:
    model = open_model(tiny.make_infogan(tmp_path), "cpu")
    wanted = model.generate(model.latent.sample(1, 5), category=2)[0]
    read = int(model.read(wanted[None]).shares[0].argmax())
    *_, last = fit(model, wanted, {"category": 0})
    assert last.conditions == {"category": read}
    assert np.abs(last.latent[:2]).max() <= 1
    other = (read + 1) % 3
    *_, last = fit(model, wanted, {"category": other}, told=True)
    assert last.conditions == {"category": other}


def test_a_latent_that_is_a_picture_is_not_searched_for(tmp_path: Path) -> None:
    model = open_model(tiny.make_ddpm(tmp_path), "cpu")
    with pytest.raises(NotSupported, match="too large"):
        next(fit(model, np.zeros((16, 16, 1), np.float32), {}))


def test_the_request_tells_how_far_it_is_and_can_be_cancelled(tmp_path: Path) -> None:
    folder = tiny.make_gan(tmp_path)
    model = open_model(folder, "cpu")
    picture = Picture.of(to_bytes(model.generate(model.latent.sample(1, 9))[0]), "mine.png")
    frames = list(Fit(str(folder), picture).frames(Context("cpu", Cache(1 << 20), lambda: None)))
    assert frames[-1].values["last"] and frames[-1].index == frames[-1].total - 1
    assert frames[0].values["psnr"] < frames[-1].values["psnr"]
    assert frames[0].images["reconstruction"].shape == (1, 16, 16, 1)

    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough

    with pytest.raises(Enough):
        list(Fit(str(folder), picture).frames(Context("cpu", Cache(1 << 20), stop)))
