"""Autosaves: a kill at any moment loses nothing saved before; copies never fight."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from explorer.errors import ExplorerError, FileDamaged, WriteFailed
from explorer.latent import Seed
from explorer.session import files
from explorer.session.autosave import Autosave
from explorer.session.document import Session
from explorer.session.locks import Lock
from explorer.session.saver import Saver
from explorer.session.state import Exploring, State

KILLS = 50


def session(seed: int) -> Session:
    return Session(State("m", exploring=Exploring(Seed(seed))))


def seed_of(kept: Session | None) -> int:
    assert kept is not None
    assert isinstance(kept.state.exploring.point, Seed)
    return kept.state.exploring.point.seed


def test_a_clean_end_leaves_nothing(tmp_path: Path) -> None:
    copy = Autosave(tmp_path / "autosave")
    copy.save(session(1))
    copy.close()
    assert list((tmp_path / "autosave").iterdir()) == []


def test_a_running_copy_is_left_alone_by_others(tmp_path: Path) -> None:
    first, second = Autosave(tmp_path), Autosave(tmp_path)
    first.save(session(1))
    second.save(session(2))
    assert first.left() == ()
    assert second.left() == ()
    assert seed_of(files.load(first.path)[0]) == 1
    first.close()
    assert seed_of(files.load(second.path)[0]) == 2
    second.close()


def test_what_a_copy_left_goes_to_exactly_one_other(tmp_path: Path) -> None:
    gone = Autosave(tmp_path)
    gone.save(session(7))
    gone.close(keep=True)
    first, second = Autosave(tmp_path), Autosave(tmp_path)
    (left,) = first.left()
    assert second.left() == (left,)
    assert seed_of(first.adopt(left)) == 7
    assert second.adopt(left) is None
    assert second.left() == ()
    assert seed_of(files.load(first.path)[0]) == 7
    first.close()
    second.close()
    assert list(tmp_path.iterdir()) == []


def test_left_sessions_can_be_thrown_away_and_damaged_ones_stay(tmp_path: Path) -> None:
    for seed in (1, 2):
        gone = Autosave(tmp_path)
        gone.save(session(seed))
        gone.close(keep=True)
    copy = Autosave(tmp_path)
    older, newer = sorted(copy.left(), key=lambda entry: entry.saved)
    newer.path.write_bytes(b"torn")
    with pytest.raises(FileDamaged):
        copy.adopt(newer)
    assert newer.path.exists()
    copy.discard(older)
    copy.discard(newer)
    assert copy.left() == ()
    copy.close()


def test_stale_locks_are_swept_and_young_ones_are_not(tmp_path: Path) -> None:
    old, young = tmp_path / "old.lock", tmp_path / "young.lock"
    old.touch()
    young.touch()
    os.utime(old, (0, 0))
    copy = Autosave(tmp_path)
    copy.left()
    assert young.exists()
    assert not old.exists()
    copy.close()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteFailed, match="autosaved"):
        Autosave(tmp_path / "file")


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    """Held while the other program runs, free as soon as it was killed."""
    path = tmp_path / "x.lock"
    code = f"""
        import sys
        from pathlib import Path
        from explorer.session.locks import Lock
        lock = Lock.take(Path({str(path)!r}))
        print("held", flush=True)
        sys.stdin.read()
    """
    other = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline().strip() == "held"
    assert Lock.take(path) is None
    other.kill()
    other.wait()
    other.stdout.close()
    other.stdin.close()
    lock = Lock.take(path)
    assert lock is not None
    lock.release(remove=True)
    assert not path.exists()


# A parent that imports once and forks at least KILLS children; each saves session 0, 1, 2, ... and
# reports every finished save by one byte, until it is killed at a moment drawn at random. It goes
# on until one was killed in the midst of a file, which a quick disk makes rare.
_FORKS = """
    import os, random, select, signal, sys, time
    from pathlib import Path
    from explorer.latent import Seed, Values
    from explorer.session.autosave import Autosave
    from explorer.session.document import Session
    from explorer.session.state import Exploring, State

    root, kills = Path(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(5)
    filler = Values(tuple(float(i) for i in range(20000)))
    torn = False
    for kill in range(20 * kills):
        if kill >= kills and torn:
            break
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            copy = Autosave(root / str(kill))
            for seed in range(1, 10**6):
                state = State("m", exploring=Exploring(Seed(seed)))
                copy.save(Session(state, (State("m", exploring=Exploring(filler)),)))
                os.write(write, b".")
        os.close(write)
        assert os.read(read, 1) == b"."
        time.sleep(rng.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        saved = 1
        while more := os.read(read, 1 << 16):
            saved += len(more)
        os.close(read)
        torn = torn or any(".part" in path.name for path in (root / str(kill)).iterdir())
        print(kill, saved, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_kill_at_fifty_random_moments_of_saving_loses_nothing(tmp_path: Path) -> None:
    """After each kill another copy is offered the last session reported as saved, or a later."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_FORKS), str(tmp_path), str(KILLS)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    lines = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert [kill for kill, _ in lines] == list(range(max(KILLS, len(lines))))
    torn = 0
    for kill, saved in lines:
        folder = tmp_path / str(kill)
        torn += any(".part" in path.name for path in folder.iterdir())
        copy = Autosave(folder)
        (left,) = copy.left()
        found = seed_of(copy.adopt(left))
        assert saved <= found <= saved + 1
        copy.close()
    assert torn > 0, "no kill fell into the saving"


def test_the_saver_writes_the_newest_and_reports_failures() -> None:
    written: list[Session] = []
    failed: list[ExplorerError] = []
    gate, entered = threading.Event(), threading.Event()

    def write(made: Session) -> None:
        entered.set()
        gate.wait(10)
        if seed_of(made) == 3:
            raise WriteFailed("disk", "it is full", "Free some.")
        written.append(made)

    saver = Saver(write, failed.append)
    saver.submit(session(0).state)
    assert entered.wait(10)
    for seed in (1, 2):
        saver.submit(session(seed).state)
    gate.set()
    assert saver.flush()
    assert [seed_of(made) for made in written] == [0, 2]
    saver.submit(session(3).state)
    assert saver.flush()
    saver.submit(session(4).state, (State("a"),), (("docks", "x"),))
    saver.close()
    assert [seed_of(made) for made in written] == [0, 2, 4]
    assert written[-1].layout == (("docks", "x"),)
    assert [error.subject for error in failed] == ["disk"]
