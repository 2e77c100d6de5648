"""The card of a file, with what opening it would run; trust, answers and where they are kept."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from explorer.errors import BadValue, ManifestError, NotTrusted
from explorer.library import open_model
from explorer.opening import places, sidecar, trust
from explorer.opening.answers import Answers, of, parse
from explorer.opening.card import NOTHING, look
from explorer.sampling.file_requests import Keep, Look, Try
from explorer.sampling.requests import Open
from tests.opening import exports
from tests.opening.exports import LATENT
from tests.support.fakes import Receiver


def test_a_card_says_what_a_file_is_and_that_nothing_is_run(tmp_path: Path) -> None:
    path = exports.onnx(
        exports.generator(), tmp_path / "g.onnx", torch.zeros(2, LATENT), ["z"], ["image"]
    )
    card, contents = look(path)
    assert card.format == "ONNX" and card.how == "graph" and card.family == "gan"
    assert card.parameters == sum(p.numel() for p in exports.generator().parameters())
    assert card.latent == (LATENT,) and card.runs == NOTHING and card.trouble is None
    assert contents.sha256 == exports.sha256(path)
    assert json.loads(json.dumps(card.summary()))["runs_on_opening"] == "nothing"


def test_looking_imports_no_torch(tmp_path: Path) -> None:
    torch.save(exports.generator().state_dict(), tmp_path / "g.pth")
    code = (
        "import sys; from pathlib import Path; from explorer.opening.card import look; "
        f"card, _ = look(Path({str(tmp_path / 'g.pth')!r})); "
        "assert card.how == 'proposed', card; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_card_of_a_program_names_it_and_its_hash(tmp_path: Path) -> None:
    path = exports.script(exports.generator(), tmp_path / "m.pt")
    answers = of(inputs={"z": "latent"})
    card, _ = look(path, answers)
    assert card.programs == ((str(path), exports.sha256(path)),)
    assert isinstance(card.trouble, NotTrusted) and "program" in card.runs
    card, _ = look(path, answers, frozenset({exports.sha256(path)}))
    assert card.trouble is None and "trust" in card.runs


def test_trust_is_of_content_remembered_and_revocable(tmp_path: Path) -> None:
    assert trust.trusted() == ()
    trust.add("a" * 64, "one.pt")
    trust.add("b" * 64, "two.pt")
    trust.add("a" * 64, "one again.pt")
    assert [entry.name for entry in trust.trusted()] == ["one again.pt", "two.pt"]
    trust.revoke("a" * 64)
    assert trust.hashes() == {"b" * 64}
    (places.folder() / "trust.json").write_text("[{]")
    assert trust.hashes() == frozenset()


def test_a_graph_says_how_many_names_of_classes_it_takes(tmp_path: Path) -> None:
    """As many as its table has rows; and it keeps saying so once they were named otherwise."""

    class Told(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.emb, self.fit = torch.nn.Embedding(5, 4), torch.nn.Linear(8, 192)

        def forward(self, z: torch.Tensor, label: torch.Tensor) -> torch.Tensor:
            return torch.tanh(self.fit(torch.cat([z, self.emb(label)], 1))).reshape(-1, 3, 8, 8)

    path, names = tmp_path / "told.onnx", ("z", "label", "image")
    example = (torch.zeros(2, 4), torch.zeros(2, dtype=torch.int64))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in exports
        torch.onnx.export(
            Told(), example, str(path), input_names=names[:2], output_names=names[2:],
            dynamo=False, dynamic_axes={name: {0: "batch"} for name in names},
        )  # fmt: skip
    card, _ = look(path)
    assert card.classes == ("0", "1", "2", "3", "4") and card.class_room == (5, 5)
    named, _ = look(path, of(classes=tuple("abcde")))
    assert named.classes == tuple("abcde") and named.class_room == (5, 5)
    assert look(exports.onnx(
        exports.generator(), tmp_path / "g.onnx", torch.zeros(2, LATENT), ["z"], ["image"]
    ))[0].class_room == (0, 0)  # fmt: skip


def test_answers_survive_as_a_manifest() -> None:
    rows = [{"kind": "linear", "weight": "a"}, {"kind": "leaky_relu", "value": 0.1}]
    given = of(
        range=(-1, 1), size=[32, 48], layers={"decoder": rows}, inputs={"in.0": "latent"},
        diffusion={"beta_start": 1e-4}, classes=["cat", "dog"], partner="other.pt",
    )  # fmt: skip
    assert parse(given.text(), "x") == given
    assert of(size=(1, 2)).over(given).size == (1, 2)
    assert of(size=(1, 2)).over(given).span == (-1, 1)


@pytest.mark.parametrize(
    "text, words",
    [
        ("", "format"),
        ("format = 1\nfamily = [", "TOML"),
        ("format = 1\nsorcery = 3", "sorcery"),
        ("format = 1\n[image]\nrange = [1, 0]", "rising"),
        ("format = 1\n[image]\nsize = [0, 4]", "size"),
        ("format = 1\n[image]\ndepth = 3", "image"),
        ('format = 1\npartner = "../other.pt"', "partner"),
        ('format = 1\n[inputs]\nz = "magic"', "roles"),
        ('format = 1\n[networks.decoder]\nlayers = [{ kind = "eval" }]', "eval"),
        ('format = 1\n[networks.decoder]\nlayers = [{ kind = "relu", code = "x" }]', "code"),
        ('format = 1\n[networks.decoder]\nlayers = [{ kind = "linear" }]', "weight"),
        ('format = 1\n[networks.decoder]\nweights = "x"', "networks"),
    ],
)
def test_a_manifest_that_is_wrong_is_named(text: str, words: str) -> None:
    with pytest.raises(ManifestError, match=words):
        parse(text, "m.toml")


def test_answers_no_one_asked_for_are_refused() -> None:
    with pytest.raises(BadValue, match="colour"):
        of(colour="red")


def test_answers_lie_beside_the_file_or_where_that_is_closed_in_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.pth"
    torch.save(exports.generator().state_dict(), path)
    answers = of(range=(0, 1))
    assert sidecar.save(path, answers) == tmp_path / "g.pth.toml"
    assert sidecar.load(path) == answers
    assert open_model(path, "cpu").spec.image.low == 0.0
    sidecar.forget(path)
    assert sidecar.load(path) == Answers()
    monkeypatch.setattr(sidecar, "beside", lambda p: p.parent / "no such folder" / "x.toml")
    place = sidecar.save(path, answers)
    assert place.is_relative_to(places.folder()) and sidecar.load(path) == answers
    moved = path.rename(tmp_path / "moved.pth")
    assert sidecar.load(moved) == answers


def test_the_engine_looks_tries_and_keeps(tmp_path: Path) -> None:
    from explorer.sampling import Engine

    path = tmp_path / "g.pth"
    torch.save(exports.generator().state_dict(), path)
    name, answers = str(path), of(range=(0, 1))
    receiver = Receiver()
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    engine.submit(Open(name), "open")
    opened = receiver.wait(1)[0]
    engine.submit(Look(name), "look")
    engine.submit(Try(name, answers), "try")
    results = receiver.wait(4)[1:]
    engine.submit(Keep(name, answers), "keep")
    kept = receiver.wait(5)[4]
    engine.close()
    assert opened.frame is not None and opened.frame.values["spec"].image.low == -1.0
    frames = {r.slot: r.frame for r in results}
    looked, tried = frames["look"], frames["try"]
    assert looked is not None and looked.values["sha256"] == exports.sha256(path)
    assert tried is not None and tried.images["tried"].shape == (4, 16, 16, 3)
    assert kept.frame is not None and kept.frame.values["spec"].image.low == 0.0
    assert kept.frame.values["place"] == f"{path}.toml"


def test_models_are_put_away_when_memory_runs_short_and_open_again(tmp_path: Path) -> None:
    from explorer.sampling.shelf import Shelf

    names = []
    for number in range(3):
        path = tmp_path / f"{number}.onnx"
        module = exports.generator(number)
        exports.onnx(module, path, torch.zeros(2, LATENT), ["z"], ["image"])
        names.append(str(path))
    shelf = Shelf("cpu", lambda *_: None)
    first = shelf.read(names[0])
    one = shelf.used
    shelf.budget = 2 * one
    shelf.read(names[1])
    assert shelf.get(names[0]) is first  # used just now
    shelf.read(names[2])
    assert set(shelf.names) == {names[0], names[2]} and shelf.used == 2 * one
    assert shelf.get(names[1]) is None
    shelf.budget = 0
    again = shelf.read(names[1])
    assert len(shelf.names) == 1  # the newest stays, however large
    latents = np.zeros((1, LATENT), np.float32)
    wanted = exports.pictures(exports.generator(1), latents)
    assert np.abs(again.generate(latents) - wanted).max() <= 1 / 255
