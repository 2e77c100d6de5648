"""lucidrains' U-Net in its three generations, whole as its trainer saves it and alone."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812  (the field's own name for it)

from explorer.families.diffusion import DiffusionModel
from explorer.families.schedulers import Schedule
from explorer.recognition.load import open_recognised
from explorer.runtimes import Adaptive, Network
from tests.recognition.making import Maker, State, module, recognised, under

HEADS, HEAD, MEMORY = 4, 4, 2
TIME, WAVES = 12, 8
WIDTHS = (8, 8, 16)
GENERATIONS = ("first", "second", "third")


class Unet:
    """Random weights and a forward made of functions."""

    def __init__(
        self, generation: str, colours: int, full: tuple[bool, ...], twice: bool, spread: bool
    ) -> None:
        self.old, self.root = generation == "first", generation == "third"
        self.colours, self.full, self.twice = colours, full, twice
        self.make = make = Maker(3)
        self.s = make.state
        make.layer("init_conv", WIDTHS[0], colours * (1 + twice), 7, 7, bias=WIDTHS[0])
        make.layer("time_mlp.1", TIME, WAVES, bias=TIME)
        make.layer("time_mlp.3", TIME, TIME, bias=TIME)
        for level in range(2):
            before, after = WIDTHS[level : level + 2]
            up = 1 - level
            self.residual(f"downs.{level}.0", before, before)
            self.residual(f"downs.{level}.1", before, before)
            self.attention(f"downs.{level}.2", before, full[level])
            if level:
                make.layer(f"downs.{level}.3", after, before, 3, 3, bias=after)
            elif self.old:
                make.layer(f"downs.{level}.3", after, before, 4, 4, bias=after)
            else:
                make.layer(f"downs.{level}.3.1", after, 4 * before, 1, 1, bias=after)
            self.residual(f"ups.{up}.0", before + after, after)
            self.residual(f"ups.{up}.1", before + after, after)
            self.attention(f"ups.{up}.2", after, full[level])
            make.layer(f"ups.{up}.3{'.1' if level else ''}", before, after, 3, 3, bias=before)
        self.residual("mid_block1", 16, 16)
        self.attention("mid_attn", 16, True)
        self.residual("mid_block2", 16, 16)
        self.residual("final_res_block", 16, 8)
        make.layer("final_conv", colours * (1 + spread), 8, 1, 1, bias=colours * (1 + spread))

    def residual(self, name: str, before: int, after: int) -> None:
        self.make.layer(f"{name}.mlp.1", 2 * after, TIME, bias=2 * after)
        for block, inside in (("block1", before), ("block2", after)):
            self.make.layer(f"{name}.{block}.proj", after, inside, 3, 3, bias=after)
            if self.root:
                self.make.tensor(f"{name}.{block}.norm.g", 1, after, 1, 1, scale=0.2, mean=1.0)
            else:
                self.make.norm(f"{name}.{block}.norm", after, running=False)
        if before != after:
            self.make.layer(f"{name}.res_conv", after, before, 1, 1, bias=after)

    def attention(self, name: str, width: int, full: bool) -> None:
        norm, inner = (f"{name}.fn", f"{name}.fn.fn") if self.old else (name, name)
        self.make.tensor(f"{norm}.norm.g", 1, width, 1, 1, scale=0.2, mean=1.0)
        if not self.old:
            rest = (MEMORY, HEAD) if full else (HEAD, MEMORY)
            self.make.tensor(f"{inner}.mem_kv", 2, HEADS, *rest)
        self.make.layer(f"{inner}.to_qkv", 3 * HEADS * HEAD, width, 1, 1)
        out = "to_out" if full else "to_out.0"
        self.make.layer(f"{inner}.{out}", width, HEADS * HEAD, 1, 1, bias=width)
        if not full:
            self.make.tensor(f"{inner}.to_out.1.g", 1, width, 1, 1, scale=0.2, mean=1.0)

    # -- forward ------------------------------------------------------------------------------

    def conv(self, name: str, x: torch.Tensor, stride: int = 1) -> torch.Tensor:
        weight = self.s[f"{name}.weight"]
        padding = 1 if stride == 2 else weight.shape[-1] // 2
        return F.conv2d(x, weight, self.s.get(f"{name}.bias"), stride, padding)

    def linear(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return x @ self.s[f"{name}.weight"].T + self.s[f"{name}.bias"]

    def gain(self, name: str, x: torch.Tensor) -> torch.Tensor:
        if self.old:
            mean, var = x.mean(1, keepdim=True), x.var(1, unbiased=False, keepdim=True)
            return (x - mean) / (var + 1e-5).sqrt() * self.s[name]
        length = x.square().sum(1, keepdim=True).sqrt()
        return x / length * math.sqrt(x.shape[1]) * self.s[name]

    def block(self, name: str, x: torch.Tensor, told: torch.Tensor | None) -> torch.Tensor:
        weight = self.s[f"{name}.proj.weight"]
        if self.old:
            var, mean = torch.var_mean(weight, (1, 2, 3), unbiased=False, keepdim=True)
            weight = (weight - mean) / (var + 1e-5).sqrt()
        x = F.conv2d(x, weight, self.s[f"{name}.proj.bias"], padding=1)
        if self.root:
            x = self.gain(f"{name}.norm.g", x)
        else:
            x = F.group_norm(x, 8, self.s[f"{name}.norm.weight"], self.s[f"{name}.norm.bias"])
        if told is not None:
            half = told.shape[1] // 2
            x = x * (1 + told[:, :half, None, None]) + told[:, half:, None, None]
        return F.silu(x)

    def res(self, name: str, x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
        held = self.block(f"{name}.block1", x, self.linear(f"{name}.mlp.1", F.silu(t)))
        held = self.block(f"{name}.block2", held, None)
        return held + (self.conv(f"{name}.res_conv", x) if f"{name}.res_conv.bias" in self.s else x)

    def attend(self, name: str, x: torch.Tensor, full: bool) -> torch.Tensor:
        """One picture and one head at a time, places as rows."""
        norm, inner = (f"{name}.fn", f"{name}.fn.fn") if self.old else (name, name)
        rows = self.conv(f"{inner}.to_qkv", self.gain(f"{norm}.norm.g", x)).flatten(2)
        made = torch.zeros(len(x), HEADS * HEAD, rows.shape[2])
        for n in range(len(x)):
            for h in range(HEADS):
                q, k, v = (rows[n, (p * HEADS + h) * HEAD :][:HEAD].T for p in range(3))
                places = len(q)
                if not self.old:
                    kept = self.s[f"{inner}.mem_kv"][:, h]
                    kept = kept if full else kept.transpose(1, 2)
                    k, v = torch.cat([kept[0], k]), torch.cat([kept[1], v])
                if full:
                    out = (q @ k.T / math.sqrt(HEAD)).softmax(1) @ v
                else:
                    v = v / places if self.old else v
                    out = q.softmax(1) / math.sqrt(HEAD) @ (k.softmax(0).T @ v)
                made[n, h * HEAD : (h + 1) * HEAD] = out.T
        made = made.reshape(len(x), -1, *x.shape[2:])
        if full:
            return x + self.conv(f"{inner}.to_out", made)
        return x + self.gain(f"{inner}.to_out.1.g", self.conv(f"{inner}.to_out.0", made))

    def __call__(self, x: torch.Tensor, timestep: torch.Tensor) -> torch.Tensor:
        rates = [10000 ** (-i / (WAVES // 2 - 1)) for i in range(WAVES // 2)]
        angles = timestep[:, None] * torch.tensor(rates)
        t = self.linear("time_mlp.1", torch.cat([angles.sin(), angles.cos()], 1))
        t = self.linear("time_mlp.3", F.gelu(t))
        x = self.conv("init_conv", torch.cat([x * 0, x], 1) if self.twice else x)
        start, kept = x, []
        for level in range(2):
            x = self.res(f"downs.{level}.0", x, t)
            kept.append(x)
            x = self.attend(
                f"downs.{level}.2", self.res(f"downs.{level}.1", x, t), self.full[level]
            )
            kept.append(x)
            if level:
                x = self.conv(f"downs.{level}.3", x)
            else:
                old = self.conv("downs.0.3", x, 2) if self.old else None
                x = self.conv("downs.0.3.1", F.pixel_unshuffle(x, 2)) if old is None else old
        x = self.attend("mid_attn", self.res("mid_block1", x, t), True)
        x = self.res("mid_block2", x, t)
        for up in range(2):
            x = self.res(f"ups.{up}.0", torch.cat([x, kept.pop()], 1), t)
            x = self.res(f"ups.{up}.1", torch.cat([x, kept.pop()], 1), t)
            x = self.attend(f"ups.{up}.2", x, self.full[1 - up])
            if up:
                x = self.conv("ups.1.3", x)
            else:
                x = self.conv("ups.0.3.1", x.repeat_interleave(2, 2).repeat_interleave(2, 3))
        x = self.res("final_res_block", torch.cat([x, start], 1), t)
        return self.conv("final_conv", x)[:, : self.colours]


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize(
    ("colours", "full", "twice", "spread"),
    [(3, (False, False), False, False), (1, (False, True), True, True)],
)
def test_three_generations_agree_with_plain_functions(
    tmp_path: Path, generation: str, colours: int, full: tuple[bool, ...], twice: bool, spread: bool
) -> None:
    theirs = Unet(generation, colours, full, twice, spread)
    found = recognised(tmp_path, theirs.s, size=(8, 12))
    finding = found.finding
    assert finding.family == "diffusion" and finding.multiple == 2 and found.left == 0
    assert finding.image.channels == colours and finding.image.low == -1.0
    assert any(generation in sentence for sentence in finding.because)
    x, t = torch.randn(2, colours, 8, 12), torch.tensor([0, 613])
    with torch.inference_mode():
        got = module(found, "denoiser")(sample=x, timestep=t)
        torch.testing.assert_close(got, theirs(x, t), atol=1e-4, rtol=1e-4)


def buffers(betas: torch.Tensor, prediction: str, clip: float) -> State:
    """What GaussianDiffusion keeps beside its network."""
    bar = torch.cumprod(1 - betas.double(), 0)
    ratio = bar / (1 - bar)
    below = {"epsilon": ratio, "sample": torch.ones_like(ratio), "v_prediction": ratio + 1}
    made = {"betas": betas, "alphas_cumprod": bar, "posterior_variance": betas / 2}
    made["loss_weight"] = ratio.clamp(max=clip) / below[prediction]
    return {name: value.float() for name, value in made.items()}


def trainer(theirs: Unet, kept: State, raw: Unet) -> dict[str, Any]:
    """A checkpoint as the project's trainer writes it."""
    whole, other = kept | under("model.", theirs.s), kept | under("model.", raw.s)
    ema = under("online_model.", other) | under("ema_model.", whole)
    ema |= {"initted": torch.tensor(True), "step": torch.tensor(9)}
    optimiser = {"state": {0: {"exp_avg": torch.ones(3)}}, "param_groups": [{"lr": 1e-4}]}
    return {"step": 9, "model": other, "opt": optimiser, "ema": ema, "scaler": None}


@pytest.mark.parametrize("clip", [math.inf, 5.0])
@pytest.mark.parametrize("prediction", ["epsilon", "sample", "v_prediction"])
def test_a_trainers_file_tells_schedule_and_prediction(
    tmp_path: Path, prediction: str, clip: float
) -> None:
    """And the averaged network is taken, though the raw one lies in the same keeper."""
    theirs = Unet("third", 1, (False, True), False, False)
    raw = Unet("third", 1, (False, True), False, False)
    for value in raw.s.values():
        value.mul_(0.5)
    betas = torch.linspace(1e-4, 0.9, 50) ** 2 + 1e-4
    saved = trainer(theirs, buffers(betas, prediction, clip), raw)
    found = recognised(tmp_path, saved, size=(8, 8))
    table = found.finding.diffusion
    assert table["prediction"] == prediction
    np.testing.assert_allclose(table["betas"], betas, rtol=1e-6)
    assert any("averaged" in sentence for sentence in found.finding.because)
    assert len(found.others) == 0 or all(o.recogniser is found.recogniser for o in found.others)
    x, t = torch.randn(1, 1, 8, 8), torch.tensor([7])
    with torch.inference_mode():
        got = module(found, "denoiser")(sample=x, timestep=t)
        torch.testing.assert_close(got, theirs(x, t), atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("scheduler", ["ddpm", "ddim", "euler", "heun", "dpm++2m"])
def test_kept_betas_are_the_schedule(scheduler: str) -> None:
    betas = [0.01 * (n + 1) for n in range(20)]
    table = {"train_timesteps": 20, "schedule": "betas", "betas": betas, "prediction": "epsilon"}
    schedule = Schedule(scheduler, 20, table)
    alpha, sigma = schedule.levels(schedule.length - 1)
    assert alpha**2 == pytest.approx(0.99, abs=1e-3) and alpha**2 + sigma**2 == pytest.approx(1)


def test_it_is_a_model_that_steps(tmp_path: Path) -> None:
    kept = buffers(torch.linspace(1e-4, 0.2, 30), "v_prediction", math.inf)
    theirs = Unet("third", 1, (False, True), False, False)
    found = recognised(tmp_path, trainer(theirs, kept, theirs), size=(8, 8))

    def opener() -> Network:
        return open_recognised(found, "denoiser")

    model = DiffusionModel(found.manifest(tmp_path / "m.pt"), {"denoiser": Adaptive([opener])})
    run = model.denoise(seed=1, steps=5)
    assert len(run) == 5 and run.image.shape == (8, 8, 1) and np.isfinite(run.image).all()
