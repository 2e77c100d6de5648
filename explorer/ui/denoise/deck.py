"""What the deck and the panes are told to show of a denoising run."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from explorer.ui.record import Record
from explorer.ui.widgets.curves import Lane
from explorer.ui.widgets.record_deck import DeckWords

# Values that the readout needs, beside those of the curves.
TIMES = ("timestep", "train_timesteps")


def parts(parent: QWidget) -> tuple[tuple[str, str], ...]:
    """The panes of an evaluation: (name in a frame, title)."""
    return (
        ("x_t", parent.tr("x_t, what the network sees")),
        ("x0", parent.tr("predicted x0")),
        ("noise", parent.tr("predicted noise, grey is none")),
    )


def words(parent: QWidget) -> DeckWords:
    """What its steps are called."""
    return DeckWords(
        unit=parent.tr("evaluation"),
        shown=parent.tr("Evaluation shown"),
        first=parent.tr("First evaluation"),
        back=parent.tr("Back one evaluation"),
        forward=parent.tr("Forward one evaluation"),
        last=parent.tr("Last evaluation"),
        rate=parent.tr("Evaluations a second when playing"),
        curves=parent.tr("Curves by evaluation"),
        numbers=parent.tr("Evaluation, timestep and solver step"),
        about=parent.tr(
            "evaluation: of the network\n"
            "t: timestep on the training scale, from T (all noise) to 0 (clean)\n"
            "step: of the solver, which may take two evaluations"
        ),
        widest=(
            parent.tr("evaluation {i} of {n}").format(i=1999, n=1999),
            parent.tr("t {t} of {n}").format(t="999.9", n=1000),
            parent.tr("step {i} of {n}").format(i=1000, n=1000),
        ),
    )


def lanes(parent: QWidget) -> tuple[Lane, ...]:
    """The curves: noise level, log-SNR, and how much each step changes x_t and x0."""
    sigma = parent.tr("σ: share of noise in x_t, 0 to 1 (α² + σ² = 1)")
    snr = parent.tr("log-SNR: natural logarithm of α² / σ²")
    change_x = parent.tr(
        "x_t change: from step to step, root mean square, grey levels of 255; of latents, decoded"
    )
    change = parent.tr("x0 change: of x0 as shown, root mean square, grey levels of 255")
    levels = parent.tr("{change} levels")

    def write(value: float) -> str:
        return levels.format(change=f"{value:.1f}")

    return (
        Lane("σ", sigma, lambda v: f"{v:.3f}", 0.0, 1.0, "sigma"),
        Lane(parent.tr("log-SNR"), snr, signed, -5.0, 5.0, "log_snr"),
        Lane(parent.tr("x_t change"), change_x, write, 0.0, 1.0, "change_x"),
        Lane(parent.tr("x0 change"), change, write, 0.0, 1.0, "change"),
    )


def describe(parent: QWidget, record: Record, index: int) -> tuple[str, ...]:
    """The numbers of one evaluation."""
    step, steps = (record.strides.step_of(i) for i in (index, record.planned - 1))
    at, of = record.numbers["timestep"][index], record.numbers["train_timesteps"][index]
    return (
        parent.tr("evaluation {i} of {n}").format(i=index + 1, n=record.planned),
        parent.tr("t {t} of {n}").format(t=f"{at:g}", n=f"{of:g}"),
        parent.tr("step {i} of {n}").format(i=step, n=steps),
    )


def tell(parent: QWidget, record: Record | None, index: int) -> str:
    """The tooltip of a tick."""
    if record is None:
        return ""
    text = parent.tr("Evaluation {i} of {n}, solver step {step}").format(
        i=index + 1, n=record.planned, step=record.strides.step_of(index)
    )
    known = record.numbers["sigma"]
    if index >= len(known):
        return text
    level = parent.tr("Noise level σ = {sigma}").format(sigma=f"{known[index]:.3f}")
    return text + "\n" + level


def signed(value: float) -> str:
    """Two places and a sign."""
    return f"{value:+.2f}".replace("-", "\N{MINUS SIGN}")
