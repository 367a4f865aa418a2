"""The colours of a piece: paper and ink, and one accent (the brand's, else the cause's), each readable where it stands."""

from dugnad.documents.cuttings import COLOURS, GOLD, INK, PAPER, SEA
from dugnad.network.brands import Look
from dugnad.web.contrast import LEAST, contrast, readable, words_on

SOFT, SOFT_ON_INK = "#5A5648", "#D8CFBD"
WHOLE = COLOURS["education"]  # of what has no one cause


def colours_of(look: Look, motif: str = "") -> dict[str, str]:
    """`accent` carries words on paper and is a ground for `on-accent`; `bright` carries words on ink."""
    accent = readable(look.colour or COLOURS.get(motif, WHOLE), PAPER)
    on = words_on(accent, PAPER, INK)
    bright = readable(look.colour, INK) if look.colour else GOLD
    return {
        "paper": PAPER,
        "ink": INK,
        "sea": SEA,
        "soft": SOFT,
        "soft-on-ink": SOFT_ON_INK,
        "accent": accent,
        "on-accent": on if contrast(on, accent) >= LEAST else "#FFFFFF",
        "bright": bright,
        "gold": GOLD,
    } | {f"cause-{name}": value for name, value in COLOURS.items()}
