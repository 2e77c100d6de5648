"""The tree of families on screen: a heading for each branch, and what it is in two sentences."""

from __future__ import annotations

from explorer.families import FAMILIES
from explorer.ui.language import tr


def branch_of(family: str) -> str:
    """The branch a family stands on, of BRANCHES; "" for an unknown family."""
    return next((f.branch for f in FAMILIES if f.name == family), "")


def branch_title(name: str) -> str:
    """A branch as a heading."""
    titles = {
        "autoencoders": tr("Autoencoders"),
        "adversarial": tr("Adversarial"),
        "flow": tr("Flow"),
        "autoregressive": tr("Autoregressive"),
        "energy": tr("Energy-based"),
        "classical": tr("Linear and classical"),
        "diffusion": tr("Diffusion"),
        "translation": tr("Translation"),
    }
    return titles.get(name, tr("Other"))


def branch_about(name: str) -> str:
    """What the models of a branch are, and what to try with them."""
    about = {
        "autoencoders": tr(
            "An encoder squeezes a picture into a few numbers and a decoder rebuilds it from "
            "them. Drop a picture, see what comes back, and drag what the numbers stand for."
        ),
        "adversarial": tr(
            "A generator learned by fooling a critic; the models differ in what each was paid for. "
            "Hold one seed and compare them side by side."
        ),
        "flow": tr(
            "Every step from noise to picture can be undone exactly, so a picture has one latent "
            "and a likelihood. Encode a picture and scrub the layers both ways."
        ),
        "autoregressive": tr(
            "Pixels are drawn one by one, each given all before it. Watch the raster fill, or "
            "erase half a picture and let it be finished."
        ),
        "energy": tr(
            "A landscape that is low where pictures are likely, and a chain that wanders down it. "
            "Step through the sweeps and watch the free energy."
        ),
        "classical": tr(
            "No network: a mean picture, and the directions in which pictures vary most. Drag the "
            "first components and compare with what a network makes of as many numbers."
        ),
        "diffusion": tr(
            "A denoiser turns noise into a picture by many small steps. Scrub through them, change "
            "the guidance, and branch where the picture is still undecided."
        ),
        "translation": tr(
            "A picture goes in and comes out in another style. Draw one or drop one, and send it "
            "there and back."
        ),
    }
    return about.get(name, tr("Models of a family of its own."))
