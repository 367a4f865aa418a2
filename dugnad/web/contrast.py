"""Colours that can be read: how far apart two are, and one moved until it is far enough from its ground (WCAG 2.2, 1.4.3)."""

import re
from functools import lru_cache

LEAST = 4.5
HEX = re.compile(r"#[0-9a-fA-F]{6}")
BLACK, WHITE = (0.0, 0.0, 0.0), (255.0, 255.0, 255.0)
STEPS = 50


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white)."""
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in (part / 255 for part in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(maxsize=1000)
def readable(colour: str, ground: str, least: float = LEAST) -> str:
    """The colour itself if it can be read on the ground, else as little darker, or lighter, as it must be."""
    if contrast(colour, ground) >= least:
        return colour
    shades = [_towards(colour, end, step / STEPS) for step in range(1, STEPS + 1) for end in (BLACK, WHITE)]
    return next((shade for shade in shades if contrast(shade, ground) >= least), max(shades, key=lambda shade: contrast(shade, ground)))


def words_on(ground: str, *choices: str) -> str:
    """Of these colours the one that is read best on the ground."""
    return max(choices, key=lambda colour: contrast(colour, ground))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _towards(colour: str, end: tuple[float, ...], share: float) -> str:
    return "#" + "".join(f"{round(part + (last - part) * share):02x}" for part, last in zip(_parts(colour), end, strict=True))
