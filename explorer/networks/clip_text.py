"""The text encoder of latent diffusion models: CLIP's text half, of any size.

Radford et al., "Learning transferable visual models from natural language supervision" (2021): a
causal transformer, normalised before each half of a layer. Names and shapes of its weights are
those of `CLIPTextModel` in the `transformers` library, so that either reads what the other wrote.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

_MAX_LAYERS = 64
_ACTIVATIONS = ("quick_gelu", "gelu")


class ClipText(nn.Module):
    """Numbers of words to a vector for each place, the last layer's, normalised.

    Args:
        vocab_size: how many words there are.
        hidden_size: of a vector; a multiple of `num_attention_heads`.
        intermediate_size: inside a layer. num_hidden_layers: up to 64.
        max_position_embeddings: the longest text.
        hidden_act: "quick_gelu" or "gelu".
    """

    OUTPUTS: ClassVar[tuple[str, ...]] = ("context",)

    def __init__(
        self, vocab_size: int = 49408, hidden_size: int = 512, intermediate_size: int = 2048,
        num_hidden_layers: int = 12, num_attention_heads: int = 8,
        max_position_embeddings: int = 77, hidden_act: str = "quick_gelu",
        layer_norm_eps: float = 1e-5,
    ) -> None:  # fmt: skip
        super().__init__()
        if not 0 < num_hidden_layers <= _MAX_LAYERS:
            raise ValueError(f"num_hidden_layers is {num_hidden_layers}")
        if hidden_act not in _ACTIVATIONS:
            raise ValueError(f"hidden_act is {hidden_act}")
        if hidden_size % num_attention_heads:
            raise ValueError(f"{num_attention_heads} heads do not share {hidden_size} numbers")
        self.text_model = _TextModel(
            vocab_size, max_position_embeddings, num_hidden_layers, layer_norm_eps,
            (hidden_size, intermediate_size, num_attention_heads, hidden_act),
        )  # fmt: skip

    def forward(self, tokens: Tensor) -> Tensor:
        """(N, T) int64 -> (N, T, hidden_size)."""
        found: Tensor = self.text_model(tokens)
        return found


class _TextModel(nn.Module):
    def __init__(
        self, words: int, places: int, layers: int, eps: float, kind: tuple[int, int, int, str]
    ) -> None:
        super().__init__()
        self.embeddings = _Embeddings(words, places, kind[0])
        self.encoder = nn.Module()
        self.encoder.layers = nn.ModuleList(_Layer(kind, eps) for _ in range(layers))
        self.final_layer_norm = nn.LayerNorm(kind[0], eps=eps)

    def forward(self, tokens: Tensor) -> Tensor:
        held: Tensor = self.embeddings(tokens)
        for layer in self.encoder.layers:  # type: ignore[union-attr]  # a ModuleList, set above
            held = layer(held)
        normed: Tensor = self.final_layer_norm(held)
        return normed


class _Embeddings(nn.Module):
    def __init__(self, words: int, places: int, wide: int) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(words, wide)
        self.position_embedding = nn.Embedding(places, wide)
        nn.init.normal_(self.token_embedding.weight, std=0.02)
        nn.init.normal_(self.position_embedding.weight, std=0.02)

    def forward(self, tokens: Tensor) -> Tensor:
        place = torch.arange(tokens.shape[1], device=tokens.device)
        held: Tensor = self.token_embedding(tokens) + self.position_embedding(place)
        return held


class _Layer(nn.Module):
    def __init__(self, kind: tuple[int, int, int, str], eps: float) -> None:
        super().__init__()
        wide, inside, heads, activation = kind
        self.self_attn = _Attention(wide, heads)
        self.layer_norm1 = nn.LayerNorm(wide, eps=eps)
        self.mlp = _Mlp(wide, inside, activation)
        self.layer_norm2 = nn.LayerNorm(wide, eps=eps)

    def forward(self, held: Tensor) -> Tensor:
        held = held + self.self_attn(self.layer_norm1(held))
        more: Tensor = self.mlp(self.layer_norm2(held))
        return held + more


class _Attention(nn.Module):
    """Each place sees itself and what stands before it."""

    def __init__(self, wide: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.k_proj, self.v_proj = nn.Linear(wide, wide), nn.Linear(wide, wide)
        self.q_proj, self.out_proj = nn.Linear(wide, wide), nn.Linear(wide, wide)

    def forward(self, held: Tensor) -> Tensor:
        count, places, wide = held.shape
        q, k, v = (
            part(held).view(count, places, self.heads, wide // self.heads).transpose(1, 2)
            for part in (self.q_proj, self.k_proj, self.v_proj)
        )
        seen = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        found: Tensor = self.out_proj(seen.transpose(1, 2).reshape(count, places, wide))
        return found


class _Mlp(nn.Module):
    def __init__(self, wide: int, inside: int, activation: str) -> None:
        super().__init__()
        self.quick = activation == "quick_gelu"
        self.fc1, self.fc2 = nn.Linear(wide, inside), nn.Linear(inside, wide)

    def forward(self, held: Tensor) -> Tensor:
        inside = self.fc1(held)
        inside = inside * torch.sigmoid(1.702 * inside) if self.quick else functional.gelu(inside)
        found: Tensor = self.fc2(inside)
        return found
