"""A colour for each label, the same in every tool."""

from __future__ import annotations

import colorsys

from camket.export.spans import LABELS


def _colour(number: int) -> str:
    red, green, blue = colorsys.hls_to_rgb(number * 0.618 % 1, 0.4, 0.6)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


COLOURS = {str(label): _colour(number) for number, label in enumerate(LABELS)}
"""Dark enough for white letters; neighbours in the list stand far apart on the wheel (the golden ratio)."""
