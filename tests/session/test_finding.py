"""Models that were moved are found by name and proved by hash, and nothing else is read."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.latent import Path as Curve
from explorer.latent import Retiming, Seed
from explorer.session import files, finding, models, places
from explorer.session.document import ModelFile, ModelRef, Session
from explorer.session.state import Interpolating, Pin, Retimed, SideBySide, State


@pytest.fixture(autouse=True)
def _no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own is looked through."""
    monkeypatch.setattr(places, "directions", lambda: tmp_path / "documents")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were hashed, in order."""
    hashed: list[Path] = []
    whole = models.digest

    def noted(path: Path) -> str:
        hashed.append(path)
        return whole(path)

    monkeypatch.setattr(models, "digest", noted)
    return hashed


def kept(path: Path, folder: Path | None = None) -> Session:
    """A session of the model at a path, saved and read again."""
    file = (folder or path.parent) / "s.lsx"
    file.parent.mkdir(parents=True, exist_ok=True)
    files.save(file, files.gather(State(str(path))))
    return files.load(file)[0]


def weights(path: Path, data: bytes = b"weights") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def sought(session: Session, folder: Path, recent: tuple[str, ...] = ()) -> finding.Sought:
    return finding.seek(session, folder, recent)


def test_what_is_where_it_was_is_left_alone(tmp_path: Path) -> None:
    session = kept(weights(tmp_path / "mine.onnx"))
    found = sought(session, tmp_path)
    assert found.session == session and found.found == () and found.missing is None
    assert found.problems == ()


@pytest.mark.parametrize(
    "now",
    [
        "b/mine.onnx",  # beside the session
        "b/models/mine.onnx",  # below it, as it was below the old one
        "b/other/deeper/mine.onnx",
        "models/mine.onnx",  # beside the session's folder
        "mine.onnx",
    ],
)
def test_a_file_that_came_with_the_session_is_found(tmp_path: Path, now: str) -> None:
    old = weights(tmp_path / "a" / "models" / "mine.onnx")
    session = kept(old, tmp_path / "b")
    (tmp_path / now).parent.mkdir(parents=True, exist_ok=True)
    old.rename(tmp_path / now)
    found = sought(session, tmp_path / "b")
    assert found.session.state.model == str(tmp_path / now)
    assert [(ref.name, place) for ref, place in found.found] == [(str(old), tmp_path / now)]
    assert found.missing is None and found.problems == ()


def test_a_path_of_another_system_is_understood(tmp_path: Path) -> None:
    here = weights(tmp_path / "models" / "mine.onnx")
    (ref,) = kept(here).models
    for name in (r"C:\work\models\mine.onnx", "/home/you/models/mine.onnx"):
        session = Session(State(name), models=(replace(ref, name=name),))
        assert sought(session, tmp_path).session.state.model == str(here)


def test_a_model_beside_recent_files_or_among_them_is_found(tmp_path: Path) -> None:
    old = weights(tmp_path / "a" / "mine.onnx")
    session = kept(old)
    there = weights(tmp_path / "far" / "away" / "mine.onnx")
    old.unlink()
    none = tmp_path / "none"
    assert sought(session, none).missing is not None
    for recent in (there, there.with_name("s.lsx"), there.parents[1] / "other" / "x.pt"):
        assert sought(session, none, (str(recent),)).session.state.model == str(there)


def test_a_folder_is_found_by_its_name_and_proved_by_all_its_files(
    tmp_path: Path, tiny_models: Path
) -> None:
    mine = tmp_path / "a" / "mine"
    shutil.copytree(tiny_models / "tiny-vae", mine)
    session = kept(mine, tmp_path / "b")
    now = tmp_path / "b" / "mine"
    shutil.move(mine, now)
    assert sought(session, tmp_path / "b").session.state.model == str(now)
    (now / "decoder.safetensors").unlink()
    assert sought(session, tmp_path / "b").missing is not None


def test_only_what_has_the_name_and_the_size_is_hashed(tmp_path: Path, read: list[Path]) -> None:
    old = weights(tmp_path / "a" / "mine.onnx")
    session = kept(old, tmp_path / "b")
    old.unlink()
    weights(tmp_path / "b" / "another.onnx")
    weights(tmp_path / "b" / "mine.onnx", b"of another size")
    wrong = weights(tmp_path / "b" / "models" / "mine.onnx", b"WEIGHTS")
    read.clear()
    assert sought(session, tmp_path / "b").missing is not None
    assert read == [wrong]
    right = weights(tmp_path / "b" / "x" / "mine.onnx")
    assert sought(session, tmp_path / "b").session.state.model == str(right)


def test_a_size_that_was_not_kept_stops_nothing(tmp_path: Path) -> None:
    """Sessions saved before sizes were."""
    old = weights(tmp_path / "a" / "mine.onnx")
    session = kept(old, tmp_path / "b")
    (ref,) = session.models
    bare = replace(ref, files=tuple(replace(file, size=0) for file in ref.files))
    old.rename(tmp_path / "b" / "mine.onnx")
    found = sought(replace(session, models=(bare,)), tmp_path / "b")
    assert found.session.state.model == str(tmp_path / "b" / "mine.onnx")


def test_other_weights_under_the_old_name_give_way_to_the_right_ones(tmp_path: Path) -> None:
    old = weights(tmp_path / "a" / "mine.onnx")
    session = kept(old, tmp_path / "b")
    old.rename(tmp_path / "b" / "mine.onnx")
    weights(old, b"trained again")
    found = sought(session, tmp_path / "b")
    assert found.session.state.model == str(tmp_path / "b" / "mine.onnx")
    (tmp_path / "b" / "mine.onnx").unlink()
    found = sought(session, tmp_path / "b")
    assert found.missing is None and found.session.state.model == str(old)
    assert "other weights" in str(found.problems[0])


def test_without_a_hash_nothing_is_taken_for_it(tmp_path: Path) -> None:
    weights(tmp_path / "mine.onnx")
    session = Session(State("/gone/mine.onnx"), models=(ModelRef("/gone/mine.onnx", "mine.onnx"),))
    found = sought(session, tmp_path)
    assert found.missing == session.models[0]
    bare = sought(Session(State("/gone/mine.onnx")), tmp_path)
    assert bare.missing == session.models[0]


def test_a_session_by_mail_names_nothing_outside_its_model(
    tmp_path: Path, read: list[Path]
) -> None:
    secret = weights(tmp_path / "secret")
    (tmp_path / "b" / "mine").mkdir(parents=True)
    sha = models.digest(secret)
    for name in ("../../secret", str(secret), "../mine/../../secret"):
        file = ModelFile(name, sha)
        ref = ModelRef("/x/mine", "mine", (file, ModelFile("other", sha)))
        session = Session(State("/x/mine"), models=(ref,))
        read.clear()
        assert sought(session, tmp_path / "b").missing == ref
        assert finding.judge(ref, tmp_path / "b" / "mine").proved is False
        assert read == []
    ref = ModelRef("/x/../secret", "secret", (ModelFile("secret", sha),))
    session = Session(State("/x/../secret"), models=(ref,))
    assert sought(session, tmp_path / "b" / "mine").session.state.model == str(secret)


def test_everything_that_names_the_model_follows(tmp_path: Path, bundled_tiny: Path) -> None:
    old, now = tmp_path / "a" / "mine", tmp_path / "b" / "mine"
    shutil.copytree(bundled_tiny / "tiny-vae", old)
    name = str(old)
    measured = Retimed(name, Curve((Seed(0), Seed(1))), (), Retiming.measured((0.0, 1.0), (1.0,)))
    state = State(
        name,
        interpolating=Interpolating(retimed=measured),
        side=SideBySide(("tiny-gan", name)),
        pins=(Pin("it", State(name)),),
    )
    file = tmp_path / "b" / "s.lsx"
    file.parent.mkdir()
    files.save(file, files.gather(state, (State(name), State("tiny-gan"))))
    shutil.move(old, now)
    found = sought(files.load(file)[0], file.parent).session
    assert name not in repr(found) and str(now) in repr(found)
    assert [state.model for state in found.past] == [str(now), "tiny-gan"]
    kept = found.state.interpolating.retimed
    assert kept is not None and kept.model == str(now)
    assert found.state.side.others == ("tiny-gan", str(now))
    assert found.state.pins[0].state.model == str(now)


# -- the file that a user chooses ------------------------------------------------------------------


def test_a_chosen_file_is_proved_whatever_it_is_called(tmp_path: Path) -> None:
    old = weights(tmp_path / "mine.onnx")
    (ref,) = kept(old).models
    now = old.rename(tmp_path / "renamed.onnx")
    judged = finding.judge(ref, now)
    assert judged == finding.Judged(now, proved=True)
    session = finding.moved(Session(State(str(old)), models=(ref,)), {ref: judged.place})
    assert session.state.model == str(now) and files.problems(session) == ()
    other = weights(tmp_path / "other.onnx", b"others!")
    found = finding.judge(ref, other)
    assert found.place == other and found.digits == models.digest(other)[:8]
    assert found.other is not None and found.other.name == "other.onnx"
    assert finding.first_digits(found.other) == ref.files[0].sha256[:8]


@pytest.mark.parametrize("inside", ["model.toml", "decoder.safetensors", ""])
def test_of_a_folder_any_of_its_files_may_be_chosen(
    tmp_path: Path, tiny_models: Path, inside: str
) -> None:
    mine, now = tmp_path / "mine", tmp_path / "renamed"
    shutil.copytree(tiny_models / "tiny-vae", mine)
    (ref,) = kept(mine).models
    shutil.move(mine, now)
    judged = finding.judge(ref, now / inside)
    assert judged == finding.Judged(now, proved=True)
    weights = now / "decoder.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    judged = finding.judge(ref, now / inside)
    assert judged.place == now and judged.digits == models.digest(weights)[:8]
    assert judged.other is not None and judged.other.name == weights.name
    weights.unlink()
    judged = finding.judge(ref, now)
    assert judged.other is not None and judged.digits == ""


def test_a_hash_is_named_by_its_first_digits(tmp_path: Path, tiny_models: Path) -> None:
    (ref,) = kept(weights(tmp_path / "mine.onnx")).models
    assert finding.digits(ref) == ref.files[0].sha256[:8]
    folder = models.identify(str(tiny_models / "tiny-vae"))
    sums = {file.name: file.sha256 for file in folder.files}
    assert finding.digits(folder) == sums["decoder.safetensors"][:8]
    assert finding.digits(ModelRef("gone", "gone")) == ""
