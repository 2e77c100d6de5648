"""The neural networks the program knows by name, one architecture a file.

A manifest names an architecture and its settings; this table says where its class lives. Classes
are named by strings and imported when built, so that listing or checking names costs no import
of torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from explorer.errors import BadValue, UnknownName

if TYPE_CHECKING:
    from torch import nn

ARCHITECTURES: dict[str, str] = {
    "conv-encoder": "explorer.networks.conv_vae:ConvEncoder",
    "conv-decoder": "explorer.networks.conv_vae:ConvDecoder",
    "mlp-encoder": "explorer.networks.fully_connected:MlpEncoder",
    "plain-mlp-encoder": "explorer.networks.fully_connected:PlainMlpEncoder",
    "linear-encoder": "explorer.networks.linear:LinearEncoder",
    "linear-decoder": "explorer.networks.linear:LinearDecoder",
    "mlp-generator": "explorer.networks.fully_connected:MlpGenerator",
    "maxout-critic": "explorer.networks.fully_connected:MaxoutCritic",
    "labelled-generator": "explorer.networks.critics:LabelledGenerator",
    "labelled-critic": "explorer.networks.critics:LabelledCritic",
    "recognising-critic": "explorer.networks.critics:RecognisingCritic",
    "feature-critic": "explorer.networks.critics:FeatureCritic",
    "patch-critics": "explorer.networks.critics:PatchCritics",
    "dcgan-generator": "explorer.networks.dcgan:DcganGenerator",
    "dcgan-critic": "explorer.networks.dcgan:DcganCritic",
    "unet": "explorer.networks.unet:Unet",
    "lucidrains-unet": "explorer.networks.lucidrains_unet:LucidrainsUnet",
    "stylegan2-generator": "explorer.networks.stylegan2:Stylegan2Generator",
    "rosinality-glow": "explorer.networks.rosinality_glow:RosinalityGlow",
    "rosinality-glow-inverse": "explorer.networks.rosinality_glow:RosinalityGlowInverse",
    "burgess-encoder": "explorer.networks.burgess:BurgessEncoder",
    "burgess-decoder": "explorer.networks.burgess:BurgessDecoder",
    "hub-unet": "explorer.networks.hub:HubUnet",
    "hub-condition-unet": "explorer.networks.hub:HubConditionUnet",
    "hub-embedded-unet": "explorer.networks.hub:HubEmbeddedUnet",
    "hub-text-unet": "explorer.networks.hub:HubTextUnet",
    "clip-text": "explorer.networks.clip_text:ClipText",
    "hub-decoder": "explorer.networks.hub:HubDecoder",
    "hub-encoder": "explorer.networks.hub:HubEncoder",
    "layers": "explorer.networks.layers:Layers",
    "taesd-encoder": "explorer.networks.taesd:TaesdEncoder",
    "taesd-decoder": "explorer.networks.taesd:TaesdDecoder",
    "papers-unet": "explorer.networks.papers_unet:PapersUnet",
    "phlippe-encoder": "explorer.networks.phlippe_autoencoder:PhlippeEncoder",
    "phlippe-decoder": "explorer.networks.phlippe_autoencoder:PhlippeDecoder",
    "glow": "explorer.networks.glow:Glow",
    "glow-inverse": "explorer.networks.glow:GlowInverse",
    "pixelcnn-above": "explorer.networks.pixelcnn:Above",
    "pixelcnn-along": "explorer.networks.pixelcnn:Along",
    "translator": "explorer.networks.translator:Translator",
    "patch-critic": "explorer.networks.translator:PatchCritic",
    "domain-critic": "explorer.networks.domain_critic:DomainCritic",
    "translator-pair": "explorer.networks.translator_pair:TranslatorPair",
    "critic-pair": "explorer.networks.translator_pair:CriticPair",
    "shared-encoder": "explorer.networks.shared_latent:SharedEncoder",
    "shared-decoder": "explorer.networks.shared_latent:SharedDecoder",
    "style-transfer": "explorer.networks.translator:StyleTransfer",
    "rbm": "explorer.networks.rbm:Rbm",
    "residual-translator": "explorer.networks.translators:ResidualTranslator",
    "unet-translator": "explorer.networks.translators:UnetTranslator",
    "digit-classifier": "explorer.networks.digit_classifier:DigitClassifier",
}
"""Architecture name, as manifests write it, to `module:Class`."""


def home(name: str) -> str:
    """The module of an architecture's class; raises UnknownName when there is none of that name."""
    if name not in ARCHITECTURES:
        known = ", ".join(sorted(ARCHITECTURES))
        raise UnknownName(
            f"architecture {name!r}", "this program has none of that name", f"It knows {known}."
        )
    return ARCHITECTURES[name].partition(":")[0]


def architecture(name: str) -> type[nn.Module]:
    """The class of an architecture; raises UnknownName when there is none of that name."""
    module, attribute = home(name), ARCHITECTURES[name].partition(":")[2]
    found: type[nn.Module] = getattr(import_module(module), attribute)
    return found


def build(name: str, settings: Mapping[str, Any]) -> nn.Module:
    """A freshly initialised network of `settings`, the keyword arguments of its class.

    Build under `torch.device("meta")` to read shapes without allocating. Raises UnknownName for
    an unknown architecture and BadValue for settings that it does not take.
    """
    made = architecture(name)
    try:
        return made(**settings)
    except (TypeError, ValueError, ZeroDivisionError, RuntimeError) as error:
        raise BadValue(
            f"settings of {name}",
            f"the network cannot be built from {dict(settings)!r} ({error})",
            f"Give it the keyword arguments of {ARCHITECTURES[name].partition(':')[2]}.",
        ) from error
