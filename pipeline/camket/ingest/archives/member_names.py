"""Names of the documents inside others: relative, with "/", nothing that climbs out, no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from camket.folding import normalize
from camket.ingest.quality import text_quality
from camket.ingest.text.encodings import clean

_DRIVE = re.compile(r"^[A-Za-z]:$")
_RESERVED = re.compile(r'[<>:"|?*\x00-\x1f]')
_LONGEST = 180
_OLD_NAMES = ("cp1258", "cp437")
"""Windows packs names in the code page of its language; cp1258 is that of Vietnamese."""
_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")
"""What systems put into archives beside the files of their users."""


def safe(name: str, default: str) -> str:
    """`name` as a relative path with "/", without "..", drives and roots; `default` where nothing is left."""
    parts = [" ".join(clean(part).split()) for part in name.replace("\\", "/").split("/")]
    kept = [
        _RESERVED.sub("_", _short(part)) for part in parts if part not in {"", ".", ".."} and not _DRIVE.match(part)
    ]
    return "/".join(kept) or default


def from_old(raw: bytes) -> str:
    """The name that is no UTF-8, read in the code page that makes words of it."""
    return max((normalize(raw.decode(code_page, "replace")) for code_page in _OLD_NAMES), key=text_quality)


def hidden(name: str) -> bool:
    """Whether the file is one of those that no user put there: hidden, or a system's own."""
    return any(part.startswith(".") or part in _HIDDEN for part in name.split("/"))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, a second "a.pdf" being "a (2).pdf"; names that differ in case only are alike."""
    taken: set[str] = set()
    made: list[str] = []
    for name in names:
        path, count, one = PurePosixPath(name), 1, name
        while one.casefold() in taken:
            count += 1
            one = path.with_name(f"{path.stem} ({count}){path.suffix}").as_posix()
        taken.add(one.casefold())
        made.append(one)
    return tuple(made)


def _short(part: str) -> str:
    """The part of a path, cut in the middle of its name where it is longer than file systems take."""
    if len(part) <= _LONGEST:
        return part
    suffix = PurePosixPath(part).suffix[:10]
    return part[: _LONGEST - len(suffix)] + suffix
