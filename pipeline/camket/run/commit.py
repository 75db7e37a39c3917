"""The results of a run put into a store, where a run's output is a URL.

records.jsonl and documents.jsonl become folders of parts that are named by their content, so that a part which is there
is never written again, and no part is ever another one under the same name. What counts is what the manifest names; it is
written last, and what it does not name any more is removed after that.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from camket.errors import KEPT, CamketError, InUseError, MissingToolError, OutputError, UsageError
from camket.files import to_json
from camket.storage import Remote, located
from camket.write import DOCUMENTS, RECORDS

MANIFEST, NOTE = "_SUCCESS", "_lock.json"
"""What names the results, and what tells that a run is on the way to put some."""
_PARTED = (RECORDS, DOCUMENTS)
_PART_BYTES = 32 << 20


def placed(output: str, journal: Path | None = None) -> tuple[Path, Remote | None]:
    """The folder that a run writes in, and where its results go from there if its output is a URL.

    The journal of such a run stands in `journal`, or in a folder of the user's cache that is known by the URL.
    """
    place = located(output)
    if isinstance(place, Remote):
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return journal or cache / "camket" / hashlib.sha256(place.url.encode()).hexdigest()[:16], place
    if journal is not None:
        raise UsageError(
            f"--journal {journal}: the journal of a folder is in it; --journal is for an output that is a URL"
        )
    return place, None


def check(target: Remote) -> None:
    """OutputError where the store of the output cannot be reached: told before hours of reading, not after."""
    try:
        target.exists()
    except (MissingToolError, UsageError):
        raise
    except (OSError, CamketError) as error:
        raise OutputError(f"{target}: cannot write here: {error}") from error


def commit(folder: Path, target: Remote, names: Collection[str], check_alone: Callable[[], None]) -> None:
    """The results of these names in `folder` stand in `target`, those of many lines in parts, and the manifest that names them.

    `check_alone` raises InUseError where another run writes there by now.
    """
    try:
        check_alone()
        _commit(folder, target, [name for name in names if name not in _PARTED], check_alone)
    except InUseError:
        raise
    except (OSError, CamketError) as error:
        raise OutputError(f"{target}: cannot write here: {error}; the results are in {folder}, and {KEPT}") from error


def _commit(folder: Path, target: Remote, names: Sequence[str], check_alone: Callable[[], None]) -> None:
    there = {name: {one.name for one in _listed(target.child(_parts_of(name)))} for name in _PARTED}
    told: dict[str, list[dict[str, Any]]] = {name: [] for name in (*_PARTED, *names)}
    for name in _PARTED:
        for number, data in enumerate(_parts(folder / name)):
            digest = hashlib.sha256(data).hexdigest()
            part = f"part-{number:05}-{digest[:16]}.jsonl"
            if part not in there[name]:
                target.child(f"{_parts_of(name)}/{part}").write_bytes(data)
            told[name].append({"name": f"{_parts_of(name)}/{part}", "bytes": len(data), "sha256": digest})
    for name in names:
        target.child(name).put(folder / name)
        with (folder / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        told[name].append({"name": name, "bytes": (folder / name).stat().st_size, "sha256": digest})
    check_alone()
    target.child(MANIFEST).write_bytes(f"{to_json({'files': told})}\n".encode())
    for name in _PARTED:
        for left in there[name] - {Path(one["name"]).name for one in told[name]}:
            target.child(f"{_parts_of(name)}/{left}").unlink()


def _parts_of(name: str) -> str:
    return name.removesuffix(".jsonl")


def _listed(folder: Remote) -> Iterator[Any]:
    try:
        yield from folder.listed()
    except FileNotFoundError:
        return


def _parts(path: Path) -> Iterator[bytes]:
    """The lines of a file, about as many bytes of them at a time as a part should have."""
    with path.open("rb") as file:
        while lines := file.readlines(_PART_BYTES):
            yield b"".join(lines)
