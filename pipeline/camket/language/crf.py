"""Models of conditional random fields as CRFsuite writes them: the weight of each attribute for each label.

Format: https://www.chokkan.org/software/crfsuite/ (lib/crf/src/crf1d_model.c, lib/cqdb/src/cqdb.c); all numbers little
endian.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_FEATURE = struct.Struct("<IIId")
_RECORD = struct.Struct("<II")
_CHUNK, _CQDB = 12, 24 + 256 * 8
"""The bytes before the features of their chunk, and before the records of a database of strings."""
_STATE = 0


@dataclass(frozen=True, slots=True)
class Crf:
    """`states[attribute]` has a weight for each label, `transitions[i][j]` that of label `j` after label `i`."""

    labels: tuple[str, ...]
    states: dict[str, tuple[float, ...]]
    transitions: tuple[tuple[float, ...], ...]


def read_crf(path: Path) -> Crf:
    """The model in the file at `path`; ValueError where it is in another format."""
    data = path.read_bytes()
    magic, _, kind, _, _, size, attributes, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    if (magic, kind) != (b"lCRF", b"FOMC"):
        raise ValueError(f"{path}: no model of CRFsuite")
    labels, names = _strings(data, labels_at, size), _strings(data, attributes_at, attributes)
    states = [[0.0] * size for _ in names]
    transitions = [[0.0] * size for _ in labels]
    (number,) = struct.unpack_from("<I", data, features_at + _CHUNK - 4)
    start = features_at + _CHUNK
    for kind_of, source, label, weight in _FEATURE.iter_unpack(data[start : start + number * _FEATURE.size]):
        (states if kind_of == _STATE else transitions)[source][label] = weight
    return Crf(tuple(labels), dict(zip(names, map(tuple, states), strict=True)), tuple(map(tuple, transitions)))


def _strings(data: bytes, start: int, number: int) -> list[str]:
    """The strings of a database that begins at `start`, by their ids."""
    found = [""] * number
    at = start + _CQDB
    for _ in range(number):
        name, size = _RECORD.unpack_from(data, at)
        at += _RECORD.size
        found[name] = data[at : at + size - 1].decode("utf-8")
        at += size
    return found
