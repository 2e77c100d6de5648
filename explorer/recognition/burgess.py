"""The VAE of Burgess et al. as disentangling-vae lays it out, whatever its loss."""

from __future__ import annotations

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes, size_text


def _match(shapes: Shapes, _hints: Hints) -> Finding | None:
    first, last = shapes.get("encoder.conv1.weight"), shapes.get("encoder.mu_logvar_gen.weight")
    hidden, lin = shapes.get("encoder.conv2.bias"), shapes.get("encoder.lin1.bias")
    if not (first and last and hidden and lin) or len(first) != 4 or first[1] not in (1, 3):
        return None
    large = "encoder.conv_64.weight" in shapes
    settings = {
        "latent": last[0] // 2,
        "size": 64 if large else 32,
        "colours": first[1],
        "channels": hidden[0],
        "hidden": lin[0],
    }
    encoder, decoder = _encoder(**settings), _decoder(**settings)
    if not encoder.fits(shapes, decoder):
        return None
    image = Image(settings["size"], settings["size"], first[1], 0.0, 1.0)
    latent = settings["latent"]
    return Finding(
        title=Phrase(f"Burgess VAE, {latent} latents, {size_text(image)}"),
        family="vae",
        networks={
            "encoder": encoder.part("burgess-encoder", settings),
            "decoder": decoder.part("burgess-decoder", settings),
        },
        image=image,
        latent=LatentSpace((latent,)),
        because=(
            Phrase("All names and shapes are those of the Burgess VAE in disentangling-vae."),
            Phrase(
                f"{4 if large else 3} halvings down to 4 x 4 make {image.height} pixels a side."
            ),
            Phrase(
                f"The encoder ends in {2 * latent} numbers: mean and log variance of "
                f"{latent} latents."
            ),
            Phrase("Its decoder ends in a sigmoid, so pictures are in 0 to 1."),
        ),
    )


def _encoder(latent: int, size: int, colours: int, channels: int, hidden: int) -> Layout:
    layout = Layout()
    names = ["conv1", "conv2", "conv3", *(["conv_64"] if size == 64 else [])]
    for place, name in enumerate(names):
        inside = channels if place else colours
        layout.conv(f"encoder.{name}", channels, inside, 4, module=f"convolutions.{2 * place}")
    layout.linear("encoder.lin1", hidden, channels * 16, module="dense.0")
    layout.linear("encoder.lin2", hidden, hidden, module="dense.2")
    layout.linear("encoder.mu_logvar_gen", 2 * latent, hidden, module="dense.4")
    return layout


def _decoder(latent: int, size: int, colours: int, channels: int, hidden: int) -> Layout:
    layout = Layout()
    layout.linear("decoder.lin1", hidden, latent, module="dense.0")
    layout.linear("decoder.lin2", hidden, hidden, module="dense.2")
    layout.linear("decoder.lin3", channels * 16, hidden, module="dense.4")
    names = [*(["convT_64"] if size == 64 else []), "convT1", "convT2", "convT3"]
    for place, name in enumerate(names):
        out = colours if name == "convT3" else channels
        layout.up(f"decoder.{name}", channels, out, 4, module=f"convolutions.{2 * place}")
    return layout


RECOGNISER = Recogniser(
    "burgess-vae",
    "Burgess VAE",
    "Burgess et al., Understanding disentangling in beta-VAE, 2018; YannDubs/disentangling-vae",
    _match,
)
