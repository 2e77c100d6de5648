"""The autoencoder of phlippe's tutorial 9, as Lightning saves it (cifar10_64.ckpt and the like)."""

from __future__ import annotations

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes

_SIZE = 32


def _match(shapes: Shapes, _hints: Hints) -> Finding | None:
    first, last = shapes.get("encoder.net.0.weight"), shapes.get("encoder.net.11.weight")
    if first is None or last is None or len(first) != 4 or first[1] not in (1, 3):
        return None
    latent, colours, channels = last[0], first[1], first[0]
    encoder, decoder = _encoder(latent, colours, channels), _decoder(latent, colours, channels)
    if not encoder.fits(shapes, decoder):
        return None
    settings = {"latent": latent, "colours": colours, "channels": channels}
    return Finding(
        title=Phrase(f"Autoencoder of UvA's tutorial 9, {latent} latents"),
        family="autoencoder",
        networks={
            "encoder": encoder.part("phlippe-encoder", settings),
            "decoder": decoder.part("phlippe-decoder", settings),
        },
        image=Image(_SIZE, _SIZE, colours, -1.0, 1.0),
        latent=LatentSpace((latent,)),
        because=(
            Phrase("All names and shapes are those of the autoencoder in UvA's tutorial 9."),
            Phrase(f"Three halvings end at 4 x 4, so pictures are {_SIZE} pixels a side."),
            Phrase("Its decoder ends in tanh, so pictures are in -1 to 1."),
            Phrase(
                "A plain autoencoder: nothing shaped its latents, so random ones may show little."
            ),
        ),
    )


def _encoder(latent: int, colours: int, one: int) -> Layout:
    layout, two = Layout(), 2 * one
    widths = ((0, one, colours), (2, one, one), (4, two, one), (6, two, two), (8, two, two))
    for place, out, inside in widths:
        layout.conv(f"encoder.net.{place}", out, inside, 3, module=f"net.{place}")
    layout.linear("encoder.net.11", latent, 16 * two, module="net.11")
    return layout


def _decoder(latent: int, colours: int, one: int) -> Layout:
    layout, two = Layout(), 2 * one
    layout.linear("decoder.linear.0", 16 * two, latent, module="linear.0")
    layout.up("decoder.net.0", two, two, 3, module="net.0")
    layout.conv("decoder.net.2", two, two, 3, module="net.2")
    layout.up("decoder.net.4", two, one, 3, module="net.4")
    layout.conv("decoder.net.6", one, one, 3, module="net.6")
    layout.up("decoder.net.8", one, colours, 3, module="net.8")
    return layout


RECOGNISER = Recogniser(
    "phlippe-autoencoder",
    "Autoencoder of UvA's tutorial 9",
    "Lippe, UvA deep learning tutorials, 2022; phlippe/uvadlc_notebooks",
    _match,
)
