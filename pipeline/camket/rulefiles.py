"""Where the rule files are, and how each is read and checked: all faults at once, by file, rule and key."""

from __future__ import annotations

import difflib
import hashlib
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from camket.errors import RuleError

Model = TypeVar("Model", bound="RuleModel")
AUTHORITY = "authority"
"""The folder of rule files that only the registry reads."""


class RuleModel(BaseModel):
    """A part of a rule file: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _PlainLoader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]  # five times as fast
    """YAML in which "no", "on" and "2012-11-07" are words, as a writer of rules means them, and no key stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - as PyYAML calls it
        """The mapping; ConstructorError names a key that stands in it twice, and its line."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice, again in line {key.start_mark.line + 1}"
                )
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


@cache
def rules_dir() -> Path:
    """The folder of the rule files: inside an installed wheel, else the checkout's `rules/`."""
    packaged = Path(str(files("camket"))) / "_rules"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "rules"


def rules_hash(folder: Path) -> str:
    """The first 16 hex digits of the SHA-256 over the names and bytes of all rule files by which documents are read.

    Those of authority/ are left out: a name more of a bank changes how records are linked, and none of the records.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        if path.parent.name == AUTHORITY:
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def read_checked(path: Path, model: type[Model]) -> Model:
    """The rule file at `path` as `model`; RuleError lists every fault in it."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainLoader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise RuleError([f"{path.name}: the rule file is missing from {path.parent}"]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError([f"{path.name}: not readable as YAML: {' '.join(str(error).split())}"]) from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RuleError([_fault(path, data, item, model) for item in error.errors()]) from error


def _fault(path: Path, data: Any, item: Any, model: type[RuleModel]) -> str:
    where, rule = [], ""
    for key in item["loc"]:
        where.append(str(key))
        data = data[key] if isinstance(data, dict | list) and _has(data, key) else None
        if isinstance(data, dict) and "id" in data:
            rule = f" rule {data['id']}:"
    message = item["msg"]
    if item["type"] == "extra_forbidden":
        allowed = sorted(_keys(model))
        close = difflib.get_close_matches(where[-1], allowed, n=1)
        hint = f" (did you mean {close[0]!r}?)" if close else f" (keys allowed: {', '.join(allowed)})"
        message = f"unknown key{hint}"
    return f"{path.name}:{rule} {'.'.join(where) or 'top'}: {message}"


def _has(data: dict[Any, Any] | list[Any], key: Any) -> bool:
    return key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)


def _keys(model: type[BaseModel]) -> set[str]:
    """The keys of a model and of the models inside it."""
    names: set[str] = set()
    for name, info in model.model_fields.items():
        names.add(info.alias or name)
        names |= {key for inner in _models_in(info.annotation) for key in _keys(inner)}
    return names


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models_in(inner)]
