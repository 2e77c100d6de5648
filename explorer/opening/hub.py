"""diffusers folders: a denoiser with its schedule, an autoencoder alone, or both as one model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from explorer.errors import NotSupported
from explorer.families.schedulers import BETA_SCHEDULES, PREDICTIONS
from explorer.formats.contents import Contents
from explorer.formats.diffusers import EMBEDDINGS, TEXT_ENCODER, TOKENIZER
from explorer.formats.manifest import Condition
from explorer.formats.words import Words, read_words
from explorer.opening.answers import Answers
from explorer.opening.base import TORCH, Piece, Size, Understanding
from explorer.opening.hub_embeddings import choices, embedded
from explorer.opening.pieces import built
from explorer.phrases import Phrase
from explorer.recognition.weights import Weight

DIFFUSERS = ("diffusers.models.unets.unet_2d", "diffusers.models.autoencoders.autoencoder_kl")
_CODERS = frozenset({"AutoencoderKL", "VQModel", "AutoencoderTiny"})
_LARGEST = 256
# Names that attention had before diffusers 0.18.
_OLD = tuple(
    (re.compile(rf"(^|\.){old}\.(weight|bias)$"), rf"\1{new}.\2")
    for old, new in (("query", "to_q"), ("key", "to_k"), ("value", "to_v"),
                     ("proj_attn", "to_out.0"))
)  # fmt: skip
_LEVELS = Phrase("that diffusion model counts noise in another way")


def understand_hub(contents: Contents, answers: Answers, _trusted: frozenset[str]) -> Understanding:
    """What a folder is; raises NotSupported for a combination that no family here can run."""
    parts = dict(contents.parts) or {"model": contents}
    unet = _part(parts, {"UNet2DModel", "UNet2DConditionModel"})
    coder = _part(parts, _CODERS)
    scheduler = next((p for p in parts.values() if _kind(p).endswith("Scheduler")), None)
    if unet is None and coder is None:
        cause = "it holds no denoiser and no autoencoder"
        raise NotSupported(str(contents.path), cause, "Give a folder with a unet or a vae.")
    if unet is None and coder is not None:
        return _autoencoder(contents, coder, answers)
    assert unet is not None
    return _diffusion(contents, unet, coder, scheduler, answers)


def _part(parts: Mapping[str, Contents], kinds: set[str] | frozenset[str]) -> Contents | None:
    return next((part for part in parts.values() if _kind(part) in kinds), None)


def _kind(part: Contents) -> str:
    return part.classes[0] if part.classes else ""


# -- autoencoders ---------------------------------------------------------------------------------


def _autoencoder(contents: Contents, coder: Contents, answers: Answers) -> Understanding:
    size = _picture_size(coder, answers)
    latent = _code_shape(coder, size)
    return Understanding(
        contents,
        title=answers.title or f"{contents.path.name}, {_kind(coder)}",
        how="folder",
        family="vae",
        pieces=_coder_pieces(coder),
        because=(
            Phrase(f"Its configuration says {_kind(coder)}."),
            Phrase(
                f"Pictures of {size.width} x {size.height} are {' x '.join(map(str, latent))} "
                "numbers."
            ),
            Phrase("diffusers' autoencoders give pictures in -1 to 1."),
        ),
        size=size,
        span=_span(answers),
        latent=latent,
        needs=(TORCH, *DIFFUSERS),
        multiple=2 ** _halvings(coder),
    )


def _coder_pieces(coder: Contents) -> tuple[Piece, ...]:
    settings = {
        "kind": _kind(coder),
        "config": dict(coder.metadata),
        "scale": float(coder.metadata.get("scaling_factor") or _usual_scale(coder)),
        "shift": float(coder.metadata.get("shift_factor") or 0.0),
    }
    decoder = _weights(coder, ("decoder.", "post_quant_conv.", "quantize."))
    encoder = _weights(coder, ("encoder.", "quant_conv."))
    return (
        built("decoder", "hub-decoder", settings, decoder),
        built("encoder", "hub-encoder", settings, encoder),
    )


def _usual_scale(coder: Contents) -> float:
    return {"AutoencoderKL": 0.18215, "VQModel": 0.18215}.get(_kind(coder), 1.0)


def _halvings(coder: Contents) -> int:
    config = coder.metadata
    blocks = config.get("block_out_channels") or config.get("encoder_block_out_channels") or [0] * 4
    return max(len(blocks) - 1, 0)


def _picture_size(coder: Contents, answers: Answers) -> Size:
    config, step = coder.metadata, 2 ** _halvings(coder)
    side = config.get("sample_size")
    side = side[0] if isinstance(side, list) and side else side
    side = min(side, _LARGEST) if isinstance(side, int) and side >= 8 else 128
    height, width = answers.size or (side, side)
    channels = config.get("out_channels", 3)
    return Size(max(height // step, 1) * step, max(width // step, 1) * step, channels)


def _code_shape(coder: Contents, size: Size) -> tuple[int, ...]:
    step = 2 ** _halvings(coder)
    return (coder.metadata.get("latent_channels", 4), size.height // step, size.width // step)


# -- denoisers ------------------------------------------------------------------------------------


def _diffusion(
    contents: Contents, unet: Contents, coder: Contents | None, scheduler: Contents | None,
    answers: Answers,
) -> Understanding:  # fmt: skip
    config = unet.metadata
    conditional = _kind(unet) == "UNet2DConditionModel"
    encoder, words = _text(contents, unet)
    height, width = _sample_size(config, answers, coder)
    channels = config.get("in_channels", 3)
    diffusion, because = _schedule(contents, scheduler, coder is not None)
    latent = (channels, height, width)
    size = Size(height, width, channels)
    pieces = [
        built(
            "denoiser", "hub-text-unet" if encoder is not None
            else "hub-condition-unet" if conditional else "hub-unet",
            {"config": dict(config)}, _weights(unet, ("",), "model."),
        )
    ]  # fmt: skip
    if encoder is not None:
        pieces.append(encoder)
    stored = contents.parts.get(EMBEDDINGS) if conditional and encoder is None else None
    conditions = _classes(config, answers)
    if stored is not None:
        pieces = [embedded(unet, stored, pieces[0].weights)]
        conditions = (choices(stored),)
    classes = config.get("num_class_embeds") if conditions and stored is None else 0
    most = classes if isinstance(classes, int) else 0
    if coder is not None:
        pieces += _coder_pieces(coder)
        step = 2 ** _halvings(coder)
        size = Size(height * step, width * step, coder.metadata.get("out_channels", 3))
        made = Phrase(
            f"It denoises {channels} x {height} x {width} numbers, of which its {_kind(coder)} "
            f"makes pictures of {size.width} x {size.height}."
        )
        because.append(made)
    elif channels not in (1, 3, answers.channels):  # four are mostly latents, not RGBA
        cause = f"it denoises {channels} channels, and the autoencoder they are of is not here"
        raise NotSupported(str(contents.path), cause, "Give the whole pipeline's folder.")
    if words is not None:
        count = len(words.known)
        because.append(Phrase(f"It listens to a text of words, of which it knows {count}."))
    elif stored is not None:
        because.append(Phrase(f"It is told one of {len(conditions[0].names)} stored embeddings."))
    elif conditional:
        because.append(Phrase("It listens to a text; without one it is told nothing."))
    return Understanding(
        contents,
        title=answers.title
        or Phrase(f"{contents.path.name}, diffusion, {size.width} x {size.height}"),
        how="folder",
        family="diffusion",
        pieces=tuple(pieces),
        because=(Phrase(f"Its configuration says {_kind(unet)}."), *because),
        size=size,
        span=_span(answers),
        latent=latent,
        conditions=conditions,
        class_room=(max(most - 1, 0), most),
        diffusion=diffusion | dict(answers.diffusion),
        guesses=("diffusion",) if scheduler is None and not answers.diffusion else (),
        needs=(TORCH, *DIFFUSERS),
        words=words,
    )


def _text(contents: Contents, unet: Contents) -> tuple[Piece | None, Words | None]:
    """Its text encoder and the words it knows, where it has both; raises NotSupported."""
    parts = contents.parts
    coder, tokenizer = _part(parts, {TEXT_ENCODER}), _part(parts, {TOKENIZER})
    if coder is None or tokenizer is None:
        return None, None
    path, config = str(contents.path), coder.metadata
    if _kind(unet) != "UNet2DConditionModel" or unet.metadata.get("num_class_embeds"):
        cause = f"its {_kind(unet)} listens to no text, or to classes as well"
        raise NotSupported(path, cause, "Open its unet folder alone.")
    words = read_words(tokenizer.path)
    most, places = config.get("vocab_size", 0), config.get("max_position_embeddings", 0)
    if max(words.numbers.values()) >= most or words.length > places:
        cause = f"its text encoder knows {most} words and {places} places, its tokenizer more"
        raise NotSupported(path, cause, "Give a folder whose parts belong together.")
    settings = {name: config[name] for name in _TEXT_SETTINGS if name in config}
    names = {n: n if n.startswith("text_model.") else f"text_model.{n}" for n in coder.tensors}
    weights = {
        new: Weight(coder.tensors[old].shape, (coder.tensors[old],))
        for old, new in names.items()
        if not new.endswith("position_ids")  # 0, 1, 2, ..., which older versions kept
    }
    return built("text", "clip-text", settings, weights), words


_TEXT_SETTINGS = (
    "vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
    "max_position_embeddings", "hidden_act", "layer_norm_eps",
)  # fmt: skip


def _sample_size(
    config: Mapping[str, Any], answers: Answers, coder: Contents | None
) -> tuple[int, int]:
    if answers.size:
        step = 2 ** _halvings(coder) if coder is not None else 1
        return max(answers.size[0] // step, 1), max(answers.size[1] // step, 1)
    side = config.get("sample_size")
    if isinstance(side, list) and len(side) == 2:
        return int(side[0]), int(side[1])
    return (side, side) if isinstance(side, int) and side > 0 else (32, 32)


def _classes(config: Mapping[str, Any], answers: Answers) -> tuple[Condition, ...]:
    count = config.get("num_class_embeds")
    if not isinstance(count, int) or count < 1:
        return ()
    names = answers.classes or tuple(map(str, range(count)))
    # One embedding more than there are names is the one that means "no class".
    null = len(names) if len(names) == count - 1 else None
    return (Condition("label", names, null),)


def _schedule(
    contents: Contents, scheduler: Contents | None, in_latents: bool
) -> tuple[dict[str, Any], list[Phrase]]:
    """The manifest's table of diffusion and the reasons; raises NotSupported."""
    table: dict[str, Any] = {"train_timesteps": 1000, "schedule": "linear",
                             "prediction": "epsilon", "clip_sample": not in_latents}  # fmt: skip
    if scheduler is None:
        return table, [Phrase("It has no scheduler: the usual 1,000 linear steps are assumed.")]
    config, path = scheduler.metadata, str(contents.path)
    kind = _kind(scheduler)
    schedule = config.get("beta_schedule", "linear")
    prediction = config.get("prediction_type", "epsilon")
    if (
        config.get("trained_betas")
        or schedule not in BETA_SCHEDULES
        or (kind in {"FlowMatchEulerDiscreteScheduler", "EDMEulerScheduler", "ScoreSdeVeScheduler"})
    ):
        raise NotSupported(path, f"its {kind} ({schedule}) is not known here: {_LEVELS}", _KNOWN)
    if prediction not in PREDICTIONS:
        raise NotSupported(path, f"it predicts {prediction!r}, which is not known here", _KNOWN)
    table |= {
        "train_timesteps": config.get("num_train_timesteps", 1000),
        "schedule": schedule,
        "prediction": prediction,
        "beta_start": float(config.get("beta_start", 1e-4)),
        "beta_end": float(config.get("beta_end", 0.02)),
        "clip_sample": bool(config.get("clip_sample", True)) and not in_latents,
    }
    steps = table["train_timesteps"]
    return table, [
        Phrase(f"Its {kind} has {steps} steps, {schedule} betas, and predicts {prediction}.")
    ]


_KNOWN = f"Known are the schedules {', '.join(BETA_SCHEDULES)} and {', '.join(PREDICTIONS)}."


def _span(answers: Answers) -> tuple[float, float]:
    return (float(answers.span[0]), float(answers.span[1])) if answers.span else (-1.0, 1.0)


# -- weights --------------------------------------------------------------------------------------


def _weights(part: Contents, prefixes: tuple[str, ...], add: str = "") -> dict[str, Weight]:
    found = {}
    for name, tensor in part.tensors.items():
        if name.startswith(prefixes):
            new = name
            for pattern, into in _OLD:
                new = pattern.sub(into, new)
            found[add + new] = Weight(tensor.shape, (tensor,))
    return found
