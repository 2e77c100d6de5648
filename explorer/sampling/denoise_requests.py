"""What can be asked about denoising runs, beside running them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from explorer.errors import NotSupported
from explorer.families import DenoiseSettings, Model
from explorer.families.commitment import tries
from explorer.families.comparison import Comparison
from explorer.families.diffusion import DiffusionModel
from explorer.families.inversion import Inversion, invert
from explorer.families.noising import look, noised
from explorer.formats.picture import Picture
from explorer.sampling.evaluations import Evaluations
from explorer.sampling.frames import Frame, pixels
from explorer.sampling.requests import Context, Denoise

if TYPE_CHECKING:
    from explorer.families.step import Step


def _diffusion(context: Context, name: str) -> DiffusionModel:
    model = context.model(name)
    if not isinstance(model, DiffusionModel):
        raise NotSupported(name, "it has no diffusion steps", "Open a diffusion model.")
    return model


def _fitted(model: Model, picture: Picture) -> np.ndarray[Any, Any]:
    size = model.spec.image
    return picture.fitted(size.height, size.width, size.channels)


def _numbers(step: Step) -> dict[str, Any]:
    return {
        "timestep": step.timestep,
        "alpha": step.alpha,
        "sigma": step.sigma,
        "log_snr": step.log_snr,
    }


@dataclass(frozen=True)
class Rest:
    """A run from one evaluation on, as Denoise gives it: for who has what was before.

    A run that goes on after a pause, or a branch whose parent was shown, would else make again, or
    decode again, all that is there already.
    """

    run: Denoise
    first: int
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """The evaluations from `first` on, and the finished picture."""
        return self.run.frames_from(context, self.first)


@dataclass(frozen=True)
class Evaluation:
    """One evaluation of a run again, as Denoise gives it: for who had no room to keep it.

    Its change and change_x are nan. They were told when it was computed, and would take the step
    before: at the border of two blocks of the record, the whole block before as well.
    """

    run: Denoise
    index: int
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame; what the record dropped is computed again from its key frame, to the bit."""
        model = _diffusion(context, self.run.model)
        run = self.run.trajectory(context)
        while len(run) <= self.index and not run.complete:
            context.checkpoint()
            run.advance()
        yield Evaluations(model, run).frame(self.index, self.index + 1, changes=False)


@dataclass(frozen=True)
class Finished:
    """The picture that a run from noise ends in, and nothing of the way there. Images: image."""

    model: str
    settings: DenoiseSettings
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame."""
        run = _diffusion(context, self.model).trajectory(self.settings)
        while run.advance() is not None:
            context.checkpoint()
        yield Frame({"image": pixels(run.image[None])})


@dataclass(frozen=True)
class NoisePicture:
    """A picture under noise of a level, and what the model sees in it at one glance.

    Images: original, x_t and x0 (both clipped to the image range). Values: timestep, alpha,
    sigma, log_snr.
    """

    model: str
    picture: Picture
    timestep: int
    settings: DenoiseSettings
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame: one evaluation of the network."""
        model = _diffusion(context, self.model)
        image = _fitted(model, self.picture)
        x_t, level = noised(model, image, self.timestep, self.settings.first_noise)
        step = look(model, self.settings, x_t, level)
        shown = pixels(model.decode(np.stack([step.x_t, step.x0])))
        images = {
            "original": pixels(image[None]),
            "x_t": shown[:1].copy(),
            "x0": shown[1:].copy(),
        }
        yield Frame(images, _numbers(step))


@dataclass(frozen=True)
class Invert:
    """The noise of a picture by DDIM inversion, and the picture made from it again.

    Images: x_t and x0 of every evaluation; on the last frame original, rebuilt, difference.
    Values: those of the step; on the last frame settings (a run that makes the picture again),
    mse, psnr in dB, spread of the noise (1 is usual), evaluations, and coded_psnr in dB, of the
    picture encoded and decoded alone (None for a model of pixels).
    """

    model: str
    picture: Picture
    settings: DenoiseSettings
    rounds: int = 0
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame an evaluation, there and back, and one for the finding."""
        model = _diffusion(context, self.model)
        work = invert(model, _fitted(model, self.picture), self.settings, self.rounds)
        index = 0
        while True:
            context.checkpoint()
            try:
                part = next(work)
            except StopIteration as end:
                yield _inverted(end.value, index)
                return
            shown = pixels(model.decode(np.stack([part.step.x_t, part.step.x0])))
            images = {"x_t": shown[:1].copy(), "x0": shown[1:].copy()}
            yield Frame(images, _numbers(part.step), index, part.total + 1)
            index = part.done


def _inverted(found: Inversion, index: int) -> Frame:
    images = {
        "original": pixels(found.original[None]),
        "rebuilt": pixels(found.rebuilt[None]),
        "difference": pixels(np.abs(found.rebuilt - found.original)[None]),
    }
    values = {
        "settings": found.settings,
        "mse": found.mse,
        "psnr": found.psnr,
        "coded_psnr": found.coded_psnr,
        "spread": found.spread,
        "evaluations": found.evaluations,
    }
    return Frame(images, values, index, index + 1)


@dataclass(frozen=True)
class Commitment:
    """What short random runs from one step of a run still disagree on.

    Images: tries (N, H, W, C) so far, mean (1, H, W, C). Values: deviation (H, W) float32 and
    openness, their root mean square, both in [0, 1] of the grey range; count.
    """

    run: Denoise
    step: int
    count: int = 8
    steps: int = 8
    keep: ClassVar[bool] = True

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame a short run; the run itself is computed as far as the step first."""
        model = _diffusion(context, self.run.model)
        run = self.run.trajectory(context)
        while len(run) <= self.step and not run.complete:
            context.checkpoint()
            run.advance()
        train = int(model.manifest.diffusion["train_timesteps"])
        for index, part in enumerate(tries(run, self.step, self.count, self.steps, train)):
            images = {"tries": pixels(part.images), "mean": pixels(part.mean[None])}
            values = {
                "deviation": part.deviation,
                "openness": part.openness,
                "count": len(part.images),
            }
            yield Frame(images, values, index, self.count)
            context.checkpoint()


@dataclass(frozen=True)
class Compare:
    """Up to four runs side by side, the noisiest always next, so that they stay level.

    Images: x_t, x0 of the run that went on; on the last frame image, all finished pictures
    (N, H, W, C) in the order of `runs`. Values: run (its number), step (its evaluation), planned
    (evaluations of each run), and those of the step.
    """

    runs: tuple[Denoise, ...]
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame an evaluation, and one for the pictures; each run's record is shared."""
        models = [_diffusion(context, run.model) for run in self.runs]
        together = Comparison([run.trajectory(context) for run in self.runs])
        planned, total = together.evaluations, together.total + 1
        index = 0
        for number, place in _made(together):
            step = together.runs[number][place]
            yield _compared(models[number], step, (number, place), planned, (index, total))
            index += 1
        while not all(run.complete for run in together.runs):
            context.checkpoint()
            answer = together.advance()
            if answer is None:
                break
            number, step = answer
            place = len(together.runs[number]) - 1
            yield _compared(models[number], step, (number, place), planned, (index, total))
            index += 1
        finished = np.stack([run.image for run in together.runs])
        yield Frame({"image": pixels(finished)}, {"planned": planned}, total - 1, total)


def _made(together: Comparison) -> list[tuple[int, int]]:
    """What was computed before, by level: (run, evaluation)."""
    done = [(run.log_snr(i), n, i) for n, run in enumerate(together.runs) for i in range(len(run))]
    return [(number, index) for _, number, index in sorted(done)]


def _compared(
    model: DiffusionModel, step: Step, which: tuple[int, int], planned: tuple[int, ...],
    at: tuple[int, int],
) -> Frame:  # fmt: skip
    shown = pixels(model.decode(np.stack([step.x_t, step.x0])))
    images = {"x_t": shown[:1].copy(), "x0": shown[1:].copy()}
    values = _numbers(step) | {"run": which[0], "step": which[1], "planned": planned}
    return Frame(images, values, *at)
