"""A small writer of OLE files (MS-CFB, version 3), for .doc and .msg files whose every byte a test knows."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

Tree = Mapping[str, "bytes | Tree"]
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


@dataclass
class _Entry:
    name: str
    kind: int
    child: int = _FREE
    right: int = _FREE
    start: int = _END
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        return struct.pack("<64sHBBIII16sIQQIQ", name, len(name), self.kind, 1, _FREE, self.right, self.child, b"",
                           0, 0, 0, self.start, self.size)  # fmt: skip


@dataclass
class _File:
    entries: list[_Entry] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    mini: bytes = b""
    mini_fat: list[int] = field(default_factory=list)

    def add(self, data: bytes) -> int:
        count = max(1, -(-len(data) // _SECTOR))
        start = len(self.sectors)
        self.sectors += [data[at * _SECTOR : (at + 1) * _SECTOR].ljust(_SECTOR, b"\0") for at in range(count)]
        self.fat += [*range(start + 1, start + count), _END]
        return start

    def add_mini(self, data: bytes) -> int:
        count = max(1, -(-len(data) // _MINI))
        start = len(self.mini) // _MINI
        self.mini += data.ljust(count * _MINI, b"\0")
        self.mini_fat += [*range(start + 1, start + count), _END]
        return start

    def add_tree(self, entry: _Entry, tree: Tree) -> None:
        """Siblings stand in one chain to the right, in the order of CFB: by length, then by capitals."""
        previous: _Entry | None = None
        for name in sorted(tree, key=lambda one: (len(one), one.upper())):
            content = tree[name]
            one = _Entry(name, 2 if isinstance(content, bytes) else 1)
            self.entries.append(one)
            at = len(self.entries) - 1
            if previous is None:
                entry.child = at
            else:
                previous.right = at
            previous = one
            if isinstance(content, bytes):
                one.size = len(content)
                one.start = self.add(content) if len(content) >= _CUTOFF else self.add_mini(content)
            else:
                self.add_tree(one, content)


def ole(tree: Tree) -> bytes:
    """An OLE file of streams (bytes) and storages (more of the same)."""
    file = _File()
    root = _Entry("Root Entry", 5)
    file.entries.append(root)
    file.add_tree(root, tree)
    root.start, root.size = file.add(file.mini), len(file.mini)
    directory = file.add(b"".join(one.packed() for one in file.entries))
    mini_fat = file.add(struct.pack(f"<{len(file.mini_fat)}I", *file.mini_fat).ljust(_SECTOR, b"\xff"))
    mini_sectors = -(-4 * len(file.mini_fat) // _SECTOR) or 1
    fat_sectors = 1
    while (len(file.sectors) + fat_sectors) * 4 > fat_sectors * _SECTOR:
        fat_sectors += 1
    first = len(file.sectors)
    fat = [*file.fat, *[_FAT] * fat_sectors]
    fat += [_FREE] * (fat_sectors * _SECTOR // 4 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, fat_sectors, directory, 0, _CUTOFF, mini_fat, mini_sectors, _END, 0, first,
    )  # fmt: skip
    header += struct.pack(f"<{fat_sectors - 1}I", *range(first + 1, first + fat_sectors))
    return header.ljust(_SECTOR, b"\xff") + b"".join(file.sectors) + struct.pack(f"<{len(fat)}I", *fat)


def doc(flags: int = 0) -> bytes:
    """An old Word file that holds nothing but the beginning of its FIB."""
    return ole(
        {"WordDocument": struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, flags).ljust(600, b"\0"), "1Table": b"\0"}
    )


def properties(header: int, told: Mapping[int, str | bytes | int | datetime]) -> dict[str, bytes]:
    """The streams of an object of a .msg file: the properties, after `header` bytes, and the texts and bytes."""
    rows, streams = b"", {}
    for pid, value in told.items():
        if isinstance(value, int):
            rows += struct.pack("<HHIq", 0x0003, pid, 6, value)
        elif isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
            rows += struct.pack("<HHIQ", 0x0040, pid, 6, ticks)
        else:
            kind, raw = (0x001F, value.encode("utf-16-le")) if isinstance(value, str) else (0x0102, value)
            streams[f"__substg1.0_{pid:04X}{kind:04X}"] = raw
            rows += struct.pack("<HHIII", kind, pid, 6, len(raw), 0)
    return {"__properties_version1.0": b"\0" * header + rows, **streams}
