"""What stands on a PDF page beside its text: pictures, ruled lines, drawings, and which of the text is invisible."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from camket.document import Box
from camket.ingest.pdf.pdf_frame import Frame

_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 400
"""A path of more pieces is a drawing, no ruled lines."""
_DEEPEST = 8
_THIN = 3.0
_SHORTEST = 6.0
_MOST_RULES = 4_000
_PICTURE_COVERS = 0.3

_Point = tuple[float, float]
_Matrix = Any


@dataclass(frozen=True, slots=True)
class Objects:
    """Of a page: how many runs of text and drawings, the share covered by pictures, its ruled lines as thin boxes.

    `seen` are the boxes of the runs of text that are visible, told only for pages with a large picture, else None.
    """

    texts: int
    drawings: int
    pictures: float
    rules: tuple[Box, ...]
    seen: tuple[Box, ...] | None = None


def objects_of(page: Any, frame: Frame) -> Objects:
    """What stands on the page of pypdfium2."""
    texts: list[tuple[Any, _Matrix]] = []
    rules: list[Box] = []
    drawings, area = 0, 0.0
    for thing, kind, matrix in _walk(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append((thing, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawings += 1
            if len(rules) < _MOST_RULES:
                rules += _rules(thing, matrix, frame)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            area += _visible_area(_bounds(thing, matrix, frame), frame)
        else:
            drawings += 1
    pictures = min(1.0, area / max(1.0, frame.width * frame.height))
    seen = None
    if pictures > _PICTURE_COVERS:
        seen = tuple(
            _bounds(thing, matrix, frame)
            for thing, matrix in texts
            if pdfium.FPDFTextObj_GetTextRenderMode(thing) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )
    return Objects(len(texts), drawings, pictures, tuple(rules), seen)


def _walk(page: Any) -> Iterator[tuple[Any, int, _Matrix]]:
    """All objects with their type and the matrix of the forms they are in, None outside of forms."""
    left = _MOST_OBJECTS
    kind_of = pdfium.FPDFPageObj_GetType
    raw = page.raw
    count = pdfium.FPDFPage_CountObjects(raw)
    stack: list[tuple[Any, _Matrix, int]] = []
    for at in range(min(count, left)):
        thing = pdfium.FPDFPage_GetObject(raw, at)
        kind = kind_of(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            stack.append((thing, None, 1))
        else:
            yield thing, kind, None
    while stack and left > 0:
        form, outer, depth = stack.pop()
        matrix = _times(_matrix(form), outer)
        for at in range(max(0, min(left, pdfium.FPDFFormObj_CountObjects(form)))):
            thing = pdfium.FPDFFormObj_GetObject(form, at)
            kind = kind_of(thing)
            left -= 1
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield thing, kind, matrix
            elif depth < _DEEPEST:
                stack.append((thing, matrix, depth + 1))


def _matrix(thing: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, byref(matrix))
    return np.array([[matrix.a, matrix.b], [matrix.c, matrix.d], [matrix.e, matrix.f]])


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """The matrix that does what `inner` does and then what `outer` does."""
    if outer is None:
        return inner
    product = inner @ outer[:2]
    product[2] += outer[2]
    return product


def _moved(points: Any, matrix: _Matrix) -> Any:
    return points if matrix is None else points @ matrix[:2] + matrix[2]


def _bounds(thing: Any, matrix: _Matrix, frame: Frame) -> Box:
    """The box of the object on the page as shown."""
    sides = [c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing, *[byref(side) for side in sides])
    left, bottom, right, top = (side.value for side in sides)
    if matrix is not None:
        corners = _moved(np.array([[left, bottom], [right, bottom], [left, top], [right, top]]), matrix)
        (left, bottom), (right, top) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    x0, y0, x1, y1 = frame.shown(left, bottom, right, top)
    return x0, y0, x1, y1


def _visible_area(box: Box, frame: Frame) -> float:
    return max(0.0, min(box[2], frame.width) - max(box[0], 0.0)) * max(
        0.0, min(box[3], frame.height) - max(box[1], 0.0)
    )


def _rules(path: Any, matrix: _Matrix, frame: Frame) -> list[Box]:
    """The level and upright lines of a path: itself if it is thin, else what is drawn of its outline."""
    whole = _bounds(path, matrix, frame)
    wide, high = whole[2] - whole[0], whole[3] - whole[1]
    if min(wide, high) <= _THIN:
        return [whole] if max(wide, high) >= _SHORTEST else []
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if not stroke.value:
        return []
    own = _times(_matrix(path), matrix)
    return [box for start, end in _pieces(path) if (box := _rule(start, end, own, frame)) is not None]


def _pieces(path: Any) -> Iterator[tuple[_Point, _Point]]:
    """The straight pieces of a path; none of one that has curves or very many."""
    count = pdfium.FPDFPath_CountSegments(path)
    pieces: list[tuple[_Point, _Point]] = []
    start = at = (0.0, 0.0)
    x, y = c_float(), c_float()
    for number in range(count if count <= _MOST_SEGMENTS else 0):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = (x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            pieces.append((at, point))
        at = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            pieces.append((at, start))
            at = start
    yield from pieces


def _rule(start: _Point, end: _Point, matrix: _Matrix, frame: Frame) -> Box | None:
    corners = _moved(np.array([start, end]), matrix)
    (left, bottom), (right, top) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    if min(right - left, top - bottom) > _THIN / 2 or max(right - left, top - bottom) < _SHORTEST:
        return None
    x0, y0, x1, y1 = frame.shown(left, bottom, right, top)
    return x0, y0, x1, y1
