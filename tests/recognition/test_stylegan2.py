"""StyleGAN2 in both layouts, against the paper's equations taken literally."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.cli import main
from explorer.errors import BadValue, UnknownName
from explorer.formats import read
from explorer.formats.manifest import Condition
from explorer.library import open_model
from explorer.opening.convert import convert
from explorer.opening.explain import understand
from explorer.recognition import recognise
from explorer.sampling.frames import pixels
from tests.formats import stylegan_shaped
from tests.recognition.making import Maker, State, recognised, under

TAPS = torch.tensor([1.0, 3.0, 3.0, 1.0])


class Made:
    """Random weights of a generator under names of nobody's, to be laid out in two ways."""

    def __init__(
        self, latent: int, style: int, depth: int, channels: list[int], colours: int,
        classes: int = 0,
    ) -> None:  # fmt: skip
        make = Maker(4)
        if classes:
            make.tensor("told.weight", style, classes)
            make.tensor("told.bias", style, scale=0.1)
        for n in range(depth):
            before = style if n else latent + (style if classes else 0)
            make.tensor(f"map{n}.weight", style, before, scale=100.0)
            make.tensor(f"map{n}.bias", style, scale=10.0)
        make.tensor("average", style, scale=0.5)
        make.tensor("constant", channels[0], 4, 4)
        for n in range(2 * len(channels) - 1):
            level = (n + 1) // 2
            before, after = channels[level - 1 if n % 2 else level], channels[level]
            make.tensor(f"layer{n}.weight", after, before, 3, 3)
            make.tensor(f"layer{n}.bias", after, scale=0.3)
            make.tensor(f"layer{n}.affine.weight", before, style)
            make.tensor(f"layer{n}.affine.bias", before, scale=0.1, mean=1.0)
            make.tensor(f"layer{n}.noise", 4 << level, 4 << level)
            make.tensor(f"layer{n}.strength", scale=0.3)
        for level, width in enumerate(channels):
            make.tensor(f"rgb{level}.weight", colours, width, 1, 1)
            make.tensor(f"rgb{level}.bias", colours, scale=0.1)
            make.tensor(f"rgb{level}.affine.weight", width, style)
            make.tensor(f"rgb{level}.affine.bias", width, scale=0.1, mean=1.0)
        self.state, self.depth, self.levels = make.state, depth, len(channels)

    def official(self) -> State:
        s = self.state
        made: State = {}
        taps = torch.outer(TAPS, TAPS) / 64
        for n in range(self.depth):
            made |= {f"mapping.fc{n}.{w}": s[f"map{n}.{w}"] for w in ("weight", "bias")}
        made |= {f"mapping.embed.{n[5:]}": v for n, v in s.items() if n.startswith("told.")}
        made |= {"mapping.w_avg": s["average"], "synthesis.b4.const": s["constant"]}
        names = {"weight": "weight", "bias": "bias", "affine.weight": "affine.weight",
                 "affine.bias": "affine.bias", "noise": "noise_const",
                 "strength": "noise_strength"}  # fmt: skip
        for n in range(2 * self.levels - 1):
            where = f"synthesis.b{4 << (n + 1) // 2}.conv{int(n % 2 == 0)}"
            made |= {f"{where}.{theirs}": s[f"layer{n}.{mine}"] for mine, theirs in names.items()}
            made[f"{where}.resample_filter"] = taps
        for level in range(self.levels):
            made[f"synthesis.b{4 << level}.resample_filter"] = taps
            for what in ("weight", "bias", "affine.weight", "affine.bias"):
                made[f"synthesis.b{4 << level}.torgb.{what}"] = s[f"rgb{level}.{what}"]
        return made

    def port(self) -> State:
        s = self.state
        made: State = {}
        taps = torch.outer(TAPS, TAPS) / 16
        for n in range(self.depth):
            made |= {f"style.{n + 1}.{w}": s[f"map{n}.{w}"] for w in ("weight", "bias")}
        made["input.input"] = s["constant"][None]
        for n in range(2 * self.levels - 1):
            where, mine = f"convs.{n - 1}" if n else "conv1", f"layer{n}"
            made[f"{where}.conv.weight"] = s[f"{mine}.weight"][None]
            made[f"{where}.activate.bias"] = s[f"{mine}.bias"]
            made[f"{where}.noise.weight"] = s[f"{mine}.strength"].reshape(1)
            made[f"noises.noise_{n}"] = s[f"{mine}.noise"][None, None]
            for what in ("weight", "bias"):
                made[f"{where}.conv.modulation.{what}"] = s[f"{mine}.affine.{what}"]
            if n % 2:
                made[f"{where}.conv.blur.kernel"] = taps
        for level in range(self.levels):
            where = f"to_rgbs.{level - 1}" if level else "to_rgb1"
            made[f"{where}.conv.weight"] = s[f"rgb{level}.weight"][None]
            made[f"{where}.bias"] = s[f"rgb{level}.bias"].reshape(1, -1, 1, 1)
            for what in ("weight", "bias"):
                made[f"{where}.conv.modulation.{what}"] = s[f"rgb{level}.affine.{what}"]
            if level:
                made[f"{where}.upsample.kernel"] = taps
        return made

    def w(self, z: torch.Tensor, label: int = 0) -> torch.Tensor:
        """z on the sphere of radius sqrt(n), then the layers at a hundredth of their weights."""
        x = z / z.norm(dim=1, keepdim=True) * math.sqrt(z.shape[1])
        if "told.weight" in self.state:
            weight = self.state["told.weight"]
            y = (weight[:, label] / math.sqrt(weight.shape[1]) + self.state["told.bias"])[None]
            y = y / y.norm(dim=1, keepdim=True) * math.sqrt(y.shape[1])
            x = torch.cat([x, y.expand(len(x), -1)], 1)
        for n in range(self.depth):
            weight, bias = self.state[f"map{n}.weight"], self.state[f"map{n}.bias"]
            x = x @ (0.01 * weight / math.sqrt(weight.shape[1])).T + 0.01 * bias
            x = torch.where(x > 0, x, 0.2 * x) * math.sqrt(2)
        mapped: torch.Tensor = x
        return mapped

    def image(self, w: torch.Tensor) -> torch.Tensor:
        """One picture of w (layers + 1, style), (1, C, H, H)."""
        s = self.state
        x = s["constant"][None]
        picture = torch.zeros(1, 1, 2, 2)
        for n in range(2 * self.levels - 1):
            level, up = (n + 1) // 2, n % 2 == 1
            weight = s[f"layer{n}.weight"] * self.style(f"layer{n}", w[n])[None, :, None, None]
            weight = weight / (weight.square().sum((1, 2, 3), keepdim=True) + 1e-8).sqrt()
            if up:  # zeros between the pixels, the kernel turned round, then the filter
                x = F.pad(between(x)[..., :-1, :-1], (2, 2, 2, 2))
                x = filtered(F.conv2d(x, weight.flip(2, 3)), 1, 1)
            else:
                x = F.conv2d(x, weight, padding=1)
            x = x + s[f"layer{n}.noise"] * s[f"layer{n}.strength"]
            x = x + s[f"layer{n}.bias"].reshape(1, -1, 1, 1)
            x = torch.where(x > 0, x, 0.2 * x) * math.sqrt(2)
            if not up:
                style = self.style(f"rgb{level}", w[n + 1]) / math.sqrt(x.shape[1])
                colour = F.conv2d(x, s[f"rgb{level}.weight"] * style[None, :, None, None])
                colour = colour + s[f"rgb{level}.bias"].reshape(1, -1, 1, 1)
                picture = colour + (filtered(between(picture), 2, 1) if level else 0)
        return picture

    def pictures(self, w: torch.Tensor) -> torch.Tensor:
        """Of w, the same in each layer."""
        with torch.inference_mode():
            return torch.cat([self.image(row.expand(2 * self.levels, -1)) for row in w])

    def style(self, name: str, w: torch.Tensor) -> torch.Tensor:
        weight, bias = self.state[f"{name}.affine.weight"], self.state[f"{name}.affine.bias"]
        return F.linear(w / math.sqrt(len(w)), weight, bias)


def between(x: torch.Tensor) -> torch.Tensor:
    """A zero after each pixel and each row."""
    wide = torch.zeros(*x.shape[:2], 2 * x.shape[2], 2 * x.shape[3])
    wide[..., ::2, ::2] = x
    return wide


def filtered(x: torch.Tensor, before: int, after: int) -> torch.Tensor:
    """[1 3 3 1] along both axes with a gain of 4."""
    x = F.pad(x, (before, after, before, after))
    for axis in (2, 3):
        length = x.shape[axis] - 3
        parts = [tap / 4 * x.narrow(axis, k, length) for k, tap in enumerate(TAPS)]
        x = torch.stack(parts).sum(0)
    return x


SIZES: list[Any] = [
    pytest.param(Made(8, 6, 2, [5, 4, 3], 3), id="16 pixels"),
    pytest.param(Made(6, 6, 8, [4, 4, 3, 2], 1), id="32 pixels, grey"),
]


@pytest.mark.parametrize("layout", ["official", "port"])
@pytest.mark.parametrize("made", SIZES)
def test_both_layouts_are_read_and_agree_with_the_paper(
    tmp_path: Path, made: Made, layout: str
) -> None:
    state = made.official() if layout == "official" else made.port()
    saved = {"G_ema": state, "D": None} if layout == "official" else {"g_ema": state, "g": state}
    found = recognised(tmp_path, saved)
    finding = found.finding
    latent = made.state["map0.weight"].shape[1]
    assert finding.latent is not None and finding.latent.shape == (latent,)
    assert finding.image.height == 2 << made.levels
    assert finding.image.channels == len(made.state["rgb0.bias"])
    assert any("averaged" in sentence for sentence in finding.because)
    z = torch.randn(3, latent, generator=torch.Generator().manual_seed(0))
    model = open_model(next(tmp_path.glob("*.pt")), "cpu")
    wanted = made.pictures(made.w(z))
    assert abs(model.draw(z.numpy()) - wanted.numpy()).max() < 1e-4
    assert wanted.std() > 0.3


def test_an_official_pickle_draws_without_running_what_it_brings(tmp_path: Path) -> None:
    """From the file itself, read as data: its averaged generator, to 1/255."""
    made = Made(8, 6, 2, [5, 4, 3], 3)
    raw = {name: value * 0.5 for name, value in made.official().items()}
    settings = {"z_dim": 8, "w_dim": 6, "img_resolution": 16, "img_channels": 3}
    averaged = stylegan_shaped.nested(made.official(), **settings)
    path = tmp_path / "network-snapshot.pkl"
    stylegan_shaped.write_networks(path, stylegan_shaped.nested(raw, **settings), averaged)
    contents = read(path)
    assert contents.format == "stylegan-pickle"
    found = recognise(contents)
    assert found is not None and len(found.others) == 0
    z = torch.randn(2, 8, generator=torch.Generator().manual_seed(0))
    wanted = made.pictures(made.w(z))
    pictures = open_model(path, "cpu").generate(z.numpy())
    shown = (wanted.clamp(-1, 1) + 1).permute(0, 2, 3, 1).numpy() / 2
    assert abs(pictures - shown).max() < 1 / 255


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Made, Path]:
    made = Made(8, 6, 2, [5, 4, 3], 3)
    torch.save({"G_ema": made.official()}, tmp_path / "faces.pt")
    return made, tmp_path / "faces.pt"


@pytest.mark.parametrize("truncation", [1.0, 0.5, 0.0])
def test_w_and_w_plus_are_spaces_too_and_truncation_draws_to_the_mean(
    saved: tuple[Made, Path], truncation: float
) -> None:
    made, path = saved
    model = open_model(path, "cpu")
    torch.manual_seed(1)
    z = torch.randn(2, 8)
    w = made.w(z)
    mixed = torch.stack([w[0] if n < 3 else w[1] for n in range(6)])[None]
    mean = made.state["average"]
    for space, given, styles in (
        ("Z", z, w[:, None].expand(-1, 6, -1)), ("W", w, w[:, None].expand(-1, 6, -1)),
        ("W+", mixed.reshape(1, -1), mixed),
    ):  # fmt: skip
        with torch.inference_mode():
            wanted = torch.cat([made.image(mean + truncation * (rows - mean)) for rows in styles])
        got = model.draw(given.numpy(), space=space, truncation=truncation)
        assert abs(got - wanted.numpy()).max() < 1e-4


def test_a_seed_gives_the_same_picture_in_each_of_the_three_spaces(
    saved: tuple[Made, Path],
) -> None:
    model = open_model(saved[1], "cpu")
    pictures = [
        model.generate(model.space(space=name).sample(3, 5), space=name)
        for name in ("Z", "W", "W+")
    ]
    assert model.space(space="W+").size == 6 * model.space(space="W").size == 6 * 6
    for other in pictures[1:]:
        assert abs(other - pictures[0]).max() < 1e-5
    assert np.array_equal(model.space(space=1).sample(1, 0), model.space(space="W").sample(1, 0))


def test_what_no_generator_can_be_told_is_refused(saved: tuple[Made, Path]) -> None:
    model = open_model(saved[1], "cpu")
    z = model.latent.sample(1, 0)
    with pytest.raises(BadValue, match="truncation"):
        model.generate(z, truncation=1.5)
    with pytest.raises(UnknownName, match="space"):
        model.generate(z, space="S")
    with pytest.raises(BadValue, match="does not fit"):
        model.generate(z, space="W+")


def test_the_ports_mean_of_w_is_read_where_it_lies_and_measured_where_it_is_not(
    tmp_path: Path,
) -> None:
    made = Made(8, 6, 2, [5, 4, 3], 3)
    average = made.state["average"]
    z = torch.zeros(1, 8).numpy()
    for place, held in {
        "beside": {"g_ema": made.port(), "latent_avg": average},
        "inside": made.port() | {"latent_avg": average},
        "repeated": {"state": {"g_ema": made.port()}, "latent_avg": average.expand(6, -1)},
    }.items():
        torch.save(held, tmp_path / f"{place}.pt")
        model = open_model(tmp_path / f"{place}.pt", "cpu")
        got = model.draw(z, truncation=0.0)
        assert abs(got - made.pictures(average[None]).numpy()).max() < 1e-4, place
    torch.save({"g_ema": made.port()}, tmp_path / "none.pt")
    model = open_model(tmp_path / "none.pt", "cpu")
    torch.manual_seed(0)
    mean = made.w(torch.randn(20_000, 8)).mean(0)
    got = np.array(model.space(space="W").centre)
    assert abs(got - mean.numpy()).max() < 0.1 * float(made.w(torch.randn(2000, 8)).std())


def test_a_generator_with_classes_is_told_one(tmp_path: Path) -> None:
    """As the official pickles do where c_dim is above zero: the class is embedded beside z."""
    made = Made(8, 6, 2, [5, 4, 3], 3, classes=4)
    torch.save({"G_ema": made.official()}, tmp_path / "classes.pt")
    model = open_model(tmp_path / "classes.pt", "cpu", classes=("cat", "dog", "owl", "fox"))
    assert model.spec.conditions[0] == Condition("label", ("cat", "dog", "owl", "fox"))
    z = torch.randn(2, 8, generator=torch.Generator().manual_seed(0))
    for label, name in enumerate(model.spec.conditions[0].names):
        wanted = made.pictures(made.w(z, label)).numpy()
        assert abs(model.draw(z.numpy(), label=label) - wanted).max() < 1e-4
        in_w = model.space(space="W", label=name).sample(2, 3)
        assert (
            abs(in_w - made.w(torch.from_numpy(model.latent.sample(2, 3)), label).numpy()).max()
            < 1e-4
        )
    assert abs(made.pictures(made.w(z, 0)) - made.pictures(made.w(z, 1))).max() > 0.05


@pytest.mark.parametrize("classes", [0, 3])
def test_converted_it_is_told_the_same_and_draws_the_same(tmp_path: Path, classes: int) -> None:
    made = Made(8, 6, 2, [5, 4, 3], 3, classes=classes)
    torch.save({"G_ema": made.official()}, tmp_path / "faces.pt")
    model = open_model(tmp_path / "faces.pt", "cpu")
    convert(understand(tmp_path / "faces.pt"), tmp_path / "ours")
    again = open_model(tmp_path / "ours", "cpu")
    assert again.spec.conditions == model.spec.conditions and again.spec.dials == model.spec.dials
    told = {"truncation": 0.6, **({"label": 2} if classes else {})}
    for name in ("Z", "W", "W+"):
        latents = model.space(space=name, **told).sample(2, 4)
        assert np.array_equal(again.space(space=name, **told).sample(2, 4), latents)
        wanted = model.generate(latents, space=name, **told)
        assert abs(again.generate(latents, space=name, **told) - wanted).max() < 1 / 255


@pytest.mark.parametrize("name", ["synthesis.b16.torgb.bias", "mapping.fc1.bias"])
def test_without_one_of_its_tensors_it_is_not_recognised(tmp_path: Path, name: str) -> None:
    state = Made(8, 6, 2, [5, 4, 3], 3).official()
    assert recognised(tmp_path, under("G.", state)).left == 16 * 5 + 16 * 3
    del state[name]
    torch.save(state, tmp_path / "less.pt")
    assert recognise(read(tmp_path / "less.pt")) is None


def test_the_command_line_tells_space_truncation_and_class(tmp_path: Path) -> None:
    made = Made(8, 6, 2, [5, 4, 3], 3, classes=4)
    torch.save({"G_ema": made.official()}, tmp_path / "faces.pt")
    words = ["sample", str(tmp_path / "faces.pt"), "--count", "1", "--seed", "3", "--label", "2"]
    output = tmp_path / "one.png"
    assert main([*words, "--space", "W", "--truncation", "0.25", "-o", str(output)]) == 0
    model = open_model(tmp_path / "faces.pt", "cpu")
    told: dict[str, Any] = {"space": "W", "label": 2}
    latents = model.space(**told).sample(1, 3)
    wanted = pixels(model.generate(latents, truncation=0.25, **told))[0]
    shown = np.asarray(Image.open(output)).astype(int)
    assert abs(shown - wanted).max() <= 1
