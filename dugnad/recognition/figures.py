"""How the figures of letters are called on pages, in the reader's language; in letters they are in the letter's."""

from collections.abc import Mapping

from dugnad.figures.labels import LABELS


def labelled(figures: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(str(LABELS[name]), value) for name, value in figures.items()]
