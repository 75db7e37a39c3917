"""Documents inside documents: what an archive or a mail holds, by name."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from camket.errors import UnsupportedError
from camket.ingest.options import ReadOptions

CONTAINERS: dict[str, str] = {
    ".zip": "archives.archive",
    **dict.fromkeys((".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz"), "archives.tars"),
    ".eml": "mail.mail", ".msg": "mail.mail",
}  # fmt: skip
"""The module that opens each kind of container; imported when first needed."""


class Container(Protocol):
    """What a module of CONTAINERS offers."""

    def members(self, data: bytes, name: str, options: ReadOptions) -> tuple[str, ...]:
        """The names of the documents directly inside."""

    def member(self, data: bytes, name: str, inner: str, options: ReadOptions) -> bytes:
        """The bytes of one of them."""


def members(data: bytes, name: str, kind: str, options: ReadOptions) -> tuple[str, ...]:
    """The names of all documents directly inside `data`: relative, with "/", no two alike; none for what is no container."""
    return _container(kind).members(data, name, options) if kind in CONTAINERS else ()


def member(data: bytes, name: str, kind: str, inner: str, options: ReadOptions) -> bytes:
    """The bytes of the document `inner` in `data`, by a name that members() gave; UnsupportedError for what is no container."""
    if kind not in CONTAINERS:
        raise UnsupportedError(f"{name}: there are no documents inside this file; read it by itself")
    return _container(kind).member(data, name, inner, options)


def _container(kind: str) -> Container:
    return cast("Container", import_module(f"camket.ingest.{CONTAINERS[kind]}"))
