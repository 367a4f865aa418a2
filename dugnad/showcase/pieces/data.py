"""What every piece has: size, colours, words, who says it, its logo, and the code that proves its figures."""

from collections.abc import Sequence
from typing import Any

from dugnad.core.pictures import stored
from dugnad.documents import cuttings
from dugnad.figures.proofs import shown
from dugnad.network.brands import Look
from dugnad.showcase.pieces.formats import BLEED, Format
from dugnad.showcase.pieces.making import named
from dugnad.showcase.pieces.wording import Wording, language, proof_words

Figure = tuple[str, str]  # a number as it is written, and what it counts


def common(
    form: Format,
    wording: Wording,
    figures: Sequence[Figure],
    look: Look,
    colours: dict[str, str],
    pictures: dict[str, bytes],
    *,
    who: str,
    site: str,
    code: str,
) -> dict[str, Any]:
    """The data that all templates share; `pictures` is filled with what they name."""
    data: dict[str, Any] = language() | {
        "size": list(form.size),
        "bleed": BLEED if form.for_print and wording.marks else 0,
        "marks": form.for_print and wording.marks,
        "title": wording.title,
        "kicker": wording.kicker,
        "sentence": wording.sentence,
        "figures": [{"number": number, "label": label} for number, label in figures],
        "colours": colours,
        "typeface": look.typeface,
        "who": who,
        "footer": look.footer,
        "author": [who],
        "words": proof_words(),
        "pictures": {},
    }
    if look.logo and (logo := stored(look.logo.name)):
        data["logo"] = {"name": named(pictures, "png", logo), "width": look.logo.width, "height": look.logo.height, "alt": look.logo.alt}
    if code:
        address = f"{site}/p/{code}/"
        data["proof"] = {"shown": f"{site.partition('://')[2]}/p/{shown(code)}", "code": named(pictures, "svg", cuttings.code(address).encode())}
    return data
