"""StyleGAN's pickles: weights and settings of each network, the source in them left alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from explorer.errors import FileDamaged
from explorer.formats import Budget, read
from tests.formats import stylegan_shaped


def test_weights_settings_and_classes(tmp_path: Path) -> None:
    path = tmp_path / "network-snapshot.pkl"
    made = stylegan_shaped.write(path)
    contents = read(path)
    assert contents.format == "stylegan-pickle"
    found = contents.under("G_ema.")
    assert list(found) == list(made.state_dict())
    for name, wanted in made.state_dict().items():
        np.testing.assert_array_equal(found[name].load(), wanted.numpy())
    assert contents.under("G.").keys() == found.keys()
    layer = next(module for module in contents.modules if module.name == "G_ema")
    assert layer.kind == "persistent.Generator"
    assert layer.settings["_init_kwargs"]["img_resolution"] == 4
    assert layer.settings["z_dim"] == 8
    assert contents.metadata["training_set_kwargs"]["class_name"].startswith("training.")


def test_the_source_in_it_is_measured_and_not_run(tmp_path: Path) -> None:
    path = tmp_path / "m.pkl"
    stylegan_shaped.write(path)
    notes = read(path, Budget(isolate=False)).notes
    assert f"{len(stylegan_shaped.SOURCE)} characters of program, which is not run" in notes[0]


@pytest.mark.parametrize("keep", [100, 3000, -1])
def test_one_cut_short_is_damage(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "m.pkl"
    stylegan_shaped.write(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(FileDamaged):
        read(path, Budget(isolate=False))
