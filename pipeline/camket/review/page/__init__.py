"""The page on which people decide: a web server on this machine, its index of the documents, and what it shows."""

from __future__ import annotations

from importlib.util import find_spec

from camket.errors import MissingToolError


def need() -> None:
    """MissingToolError where the libraries of the page are not installed."""
    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise MissingToolError(f"the page needs {' and '.join(missing)}: pip install 'camket[review]'")
