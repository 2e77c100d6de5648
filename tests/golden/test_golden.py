"""Small pictures of every bundled model, kept: a change of weights, export or maths shows.

Tolerant of other processors' arithmetic, in grey levels. After a model was trained anew:
`python -m pytest tests/golden --regenerate`, and look at what changed.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from explorer.assets import models_dir
from explorer.families import Model
from explorer.families.diffusion import DiffusionModel
from explorer.formats.picture import to_bytes
from explorer.library import open_model

HERE = Path(__file__).parent
BUNDLED = sorted(file.parent.name for file in models_dir().glob("*/model.toml"))
# A last place differs from processor to processor; a run of many steps adds them up.
ONE_PASS, STEPS = 2, 8


def sheet(model: Model) -> NDArray[np.uint8]:
    """Four pictures in a row, (H, 4 W, C): seeds 0 to 3, or one run at four of its steps."""
    if "step" in model.spec.capabilities:
        chosen: dict[str, int | str] = {c.name: 3 for c in model.spec.conditions}
        if model.spec.words is not None:
            chosen["prompt"] = model.spec.example
        run = model.denoise(seed=0, steps=12, scheduler="ddim", guidance=2.0, **chosen)
        arrays = np.stack([run[3].x_t, run[3].x0, run[8].x0])
        assert isinstance(model, DiffusionModel)
        parts = [*model.decode(arrays), run.image]
    else:
        parts = list(model.generate(model.latent.sample(4, 0)))
    return to_bytes(np.concatenate(parts, axis=1))


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_models_draw_what_they_drew(name: str, request: pytest.FixtureRequest) -> None:
    model, file = open_model(name, "cpu"), HERE / f"{name}.png"
    got = sheet(model)
    if request.config.getoption("--regenerate"):
        Image.fromarray(got.squeeze()).save(file, optimize=True)
    kept = np.asarray(Image.open(file)).reshape(got.shape)
    apart = np.abs(got.astype(int) - kept.astype(int))
    allowed = STEPS if "step" in model.spec.capabilities else ONE_PASS
    assert apart.max() <= allowed, "trained anew? look, then run with --regenerate"


def test_every_picture_kept_is_of_a_model_that_is_bundled() -> None:
    assert {file.stem for file in HERE.glob("*.png")} <= set(BUNDLED)
