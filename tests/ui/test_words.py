"""What points and distances are called on the screen."""

from __future__ import annotations

from explorer.families import Lack
from explorer.latent import Edited, Mix, Seed, Shift, Values
from explorer.ui.words import lack_words, name_of, shell_distance


def test_points_are_named_by_where_they_come_from() -> None:
    assert name_of(Seed(42)) == "seed 42"
    assert name_of(Seed(42, 2)) == "seed 42 #3"
    assert name_of(Values((0.0,), "photo.png")) == "photo.png"
    assert name_of(Edited(Seed(1), ((0, 1.0),))) == "seed 1, edited"
    assert name_of(Shift(Values((0.0,)), (1.0,), 2.0)) == "values, shifted"
    assert name_of(Mix(Seed(1), Seed(2), 0.5)) == "mixture"


def test_distance_from_the_shell_has_a_side_and_a_unit() -> None:
    assert shell_distance(-1.24) == "1.2 σ inside the shell"
    assert shell_distance(0.4) == "0.4 σ outside the shell"
    assert shell_distance(0.01) == "on the shell"


def test_only_adversarial_models_are_said_to_have_collapsed_modes() -> None:
    """Others miss classes for other reasons: a PCA has no modes."""
    lack = Lack("missing_classes", "3, 7", "")
    assert lack_words(lack, "gan") == "Mode collapse: it hardly ever draws 3, 7."
    assert lack_words(lack, "linear") == "It hardly ever draws 3, 7."
