"""The words of a piece: what the record says, unless somebody who may puts it otherwise."""

from dataclasses import dataclass, replace

from django.utils.text import Truncator
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

TITLE, KICKER, SENTENCE = 200, 80, 240  # letters at most
DASHES = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Kicker, title and sentence; `focus` is the point of the photo that stays in sight; the language follows the reader's."""

    title: str
    kicker: str = ""
    sentence: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    marks: bool = False

    def changed(self, said: dict[str, object]) -> "Wording":
        """With what was typed in place of what the record says; a field left out stays as it is."""
        return replace(self, **{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type]


def first_words(text: str) -> str:
    """As much of a text as a piece has room for: its first sentence if that is short enough."""
    text = " ".join(text.split())
    first, stop, _rest = text.partition(". ")
    return Truncator(first + stop.strip()).chars(SENTENCE - 80)


def language() -> dict[str, object]:
    """How the press is told the language, and which way it runs."""
    return {"lang": (get_language() or "en").split("-")[0], "rtl": get_language_bidi()}


def proof_words() -> dict[str, str]:
    """What stands beside the code."""
    return {"proof": _("Check these figures:"), "code": _("QR code of the page that proves these figures")}
