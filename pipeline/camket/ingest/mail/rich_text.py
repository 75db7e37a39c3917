"""Rich text as Outlook packs it into its mails (MS-OXRTFCP): LZ77 over a dictionary that begins with words of RTF."""

from __future__ import annotations

import struct

_BEGINNING = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096
_HEADER = struct.Struct("<IIII")
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D


def unpacked(data: bytes) -> bytes:
    """The RTF that `data` was packed from; ValueError where it is no such data."""
    if len(data) < _HEADER.size:
        raise ValueError("too short for packed rich text")
    _, size, kind, _ = _HEADER.unpack_from(data)
    content = data[_HEADER.size :]
    if kind == _PLAIN:
        return content[:size]
    if kind != _PACKED:
        raise ValueError("no packed rich text")
    made = bytearray(_BEGINNING)
    end = len(made) + size
    at = 0
    while at < len(content) and len(made) < end:
        control, at = content[at], at + 1
        for bit in range(8):
            if at >= len(content) or len(made) >= end:
                break
            if not control >> bit & 1:
                made.append(content[at])
                at += 1
                continue
            reference = int.from_bytes(content[at : at + 2], "big")
            at += 2
            place, length = reference >> 4, (reference & 0xF) + 2
            if place == len(made) % _WINDOW:
                end = len(made)
                break
            start = len(made) - (len(made) - place) % _WINDOW
            if start < 0:
                raise ValueError("a reference before the beginning")
            for step in range(length):
                made.append(made[start + step])
    return bytes(made[len(_BEGINNING) : end])
