"""One file a model; this table says where each is. Listing imports no torch."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from explorer.errors import UnknownName

if TYPE_CHECKING:
    from explorer.training.recipe import Recipe

RECIPES: dict[str, str] = {
    "scenes-vae": "explorer.training.recipes.scenes_vae:ScenesVae",
    "digits-ae": "explorer.training.recipes.digits_autoencoders:DigitsAe",
    "digits-vae": "explorer.training.recipes.digits_autoencoders:DigitsVae",
    "digits-mmd-vae": "explorer.training.recipes.digits_autoencoders:DigitsMmdVae",
    "digits-gan-minimax": "explorer.training.recipes.digits_gans:DigitsGanMinimax",
    "digits-gan": "explorer.training.recipes.digits_gans:DigitsGan",
    "digits-lsgan": "explorer.training.recipes.digits_gans:DigitsLsgan",
    "digits-wgan-gp": "explorer.training.recipes.digits_gans:DigitsWganGp",
    "digits-infogan": "explorer.training.recipes.digits_told:DigitsInfogan",
    "digits-cgan": "explorer.training.recipes.digits_told:DigitsCgan",
    "digits-ssgan": "explorer.training.recipes.patched:DigitsSsgan",
    "digits-vaegan": "explorer.training.recipes.digits_vaegan:DigitsVaegan",
    "tiles-gan": "explorer.training.recipes.patched:TilesGan",
    "digits-pca": "explorer.training.recipes.digits_linear:DigitsPca",
    "digits-gmm": "explorer.training.recipes.digits_linear:DigitsGmm",
    "digits-dcgan": "explorer.training.recipes.digits_dcgan:DigitsDcgan",
    "digits-ddpm": "explorer.training.recipes.digits_ddpm:DigitsDdpm",
    "tiles-ddpm": "explorer.training.recipes.tiles_ddpm:TilesDdpm",
    "digits-rbm": "explorer.training.recipes.digits_rbm:DigitsRbm",
    "digits-glow": "explorer.training.recipes.digits_glow:DigitsGlow",
    "digits-pixelcnn": "explorer.training.recipes.digits_pixelcnn:DigitsPixelCnn",
    "emoji-pix2pix": "explorer.training.recipes.emoji_pix2pix:EmojiPix2Pix",
    "emoji-kl": "explorer.training.recipes.emoji_kl:EmojiKl",
    "emoji-cyclegan": "explorer.training.recipes.emoji_cyclegan:EmojiCycleGan",
    "emoji-unit": "explorer.training.recipes.emoji_unit:EmojiUnit",
    "emoji-stargan": "explorer.training.recipes.emoji_stargan:EmojiStarGan",
    "emoji-adain": "explorer.training.recipes.emoji_adain:EmojiAdain",
    "emoji-latent-diffusion": "explorer.training.recipes.emoji_latent:EmojiLatentDiffusion",
    "digit-classifier": "explorer.training.recipes.digit_classifier:DigitClassifierRecipe",
}
"""Recipe name to `module:Class`."""


def recipe_class(name: str) -> type[Recipe]:
    """The recipe of a name; raises UnknownName when there is none."""
    if name not in RECIPES:
        raise UnknownName(
            f"recipe {name!r}", "there is none of that name", f"Choose from {', '.join(RECIPES)}."
        )
    module, _, attribute = RECIPES[name].partition(":")
    found: type[Recipe] = getattr(import_module(module), attribute)
    return found
