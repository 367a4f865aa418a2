"""One drawing: across in per cent, downward in pixels, so that letters keep their size on every screen and in a file."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.markup import words

PHONE, DESK = 340, 900  # how many pixels across a drawing can count on
LETTER = 7.5  # a generous width for one letter, in pixels


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, how high it is, and what it says to those who do not see it."""

    kind: str
    inside: str
    height: int
    title: str
    desc: str = ""
    scaled: int = 0  # a map keeps its proportions: it is drawn this wide and scaled as a whole

    @property
    def svg(self) -> SafeString:
        """For a page, whose style sheet gives it its colours."""
        said = f"<desc>{words(self.desc)}</desc>" if self.desc else ""
        size = self.box or f'width="100%" height="{self.height}"'
        return mark_safe(f'<svg class="{self.kind}" role="group" aria-label="{words(self.title)}" {size}>{said}{self.inside}</svg>')

    @property
    def box(self) -> str:
        return f'viewBox="0 0 {self.scaled} {self.height}"' if self.scaled else ""


def framed(wide: Picture, narrow: Picture) -> SafeString:
    """Both drawings of one picture: the narrow one shows where there is no room for the other."""
    if wide == narrow:
        return wide.svg
    return mark_safe(f'<div class="quilt-frame"><div class="wide">{wide.svg}</div><div class="narrow">{narrow.svg}</div></div>')


def short(text: str, room: float) -> str:
    """As much of a text as fits into so many pixels."""
    letters = max(int(room / LETTER), 3)
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
