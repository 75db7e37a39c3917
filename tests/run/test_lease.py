from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from threading import Event, Thread

import pytest

from camket.errors import InUseError
from camket.run.lease import leased, note_of
from camket.storage import create, overwrite


class Killed(BaseException):
    """What ends a run between two steps."""


def killed(*_args: object, **_named: object) -> None:
    raise Killed


def test_a_run_killed_while_it_takes_or_renews_its_note_holds_nobody_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "note.json"
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", killed)
        with pytest.raises(Killed), leased(place, tmp_path, tmp_path):
            pass
    assert not place.exists()
    theirs = {"owner": "away", "process": 4711, "host": "away", "since": "2026-11-28"}
    create(place, json.dumps(theirs).encode())
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(Killed):
            overwrite(place, b"{}")
    assert note_of(place) == theirs
    with pytest.raises(InUseError), leased(place, tmp_path, tmp_path):
        pass
    place.unlink()
    with leased(place, tmp_path, tmp_path), pytest.raises(InUseError), leased(place, tmp_path / "other", tmp_path):
        pass
    assert not list(tmp_path.iterdir())


def test_a_note_is_created_once_also_where_files_have_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_args: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    place = tmp_path / "note.json"
    assert create(place, b"first")
    assert not create(place, b"second")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("note.json", b"first")]


def test_a_note_is_read_whole_while_it_is_renewed(tmp_path: Path) -> None:
    place, ended = tmp_path / "note.json", Event()
    told = [json.dumps({"of": one, "long": "x" * 100_000}).encode() for one in range(2)]
    create(place, told[0])

    def renew() -> None:
        while not ended.is_set():
            for one in told:
                overwrite(place, one)

    thread = Thread(target=renew)
    thread.start()
    seen = {place.read_bytes() for _ in range(300)}
    ended.set()
    thread.join()
    assert seen <= set(told)
