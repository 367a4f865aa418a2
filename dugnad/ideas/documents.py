"""The poster of an idea, which is its stall at a market session; several of them are a wall."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from dugnad.core.countries import country
from dugnad.documents.cuttings import COLOURS, GOLD, INK, PAPER, code, knitted
from dugnad.documents.press import Job
from dugnad.ideas.showing import Shown
from dugnad.network.brands import brand_of
from dugnad.network.models import Network
from dugnad.web.contrast import readable, words_on
from dugnad.web.templatetags.web import number

A3 = (841.89, 1190.55)
STEPS, STEP, SIDE, SENTENCE = 9, 130, 240, 280
Pictures = dict[str, bytes]


def posters(ideas: Sequence[Shown], *, title: str = "") -> Job:
    """A page for each, in the reader's language as far as the words are ours."""
    pictures: Pictures = {}
    pages = [_poster(one, pictures) for one in ideas]
    language = (get_language() or "en").split("-")[0]
    data = {
        "size": list(A3),
        "lang": language,
        "rtl": get_language_bidi(),
        "title": title or (pages[0]["title"] if pages else ""),
        "alt": " ".join(page["alt"] for page in pages),
        "author": sorted({str(one.idea.unit) for one in ideas}),
        "colours": {"paper": PAPER, "ink": INK, "soft": "#5A5648", "gold": GOLD},
        "typeface": brand_of(ideas[0].idea.unit).typeface if len(ideas) == 1 else "",
        "posters": pages,
    }
    return Job("idea", data, pictures)


def _poster(one: Shown, pictures: Pictures) -> dict[str, Any]:
    idea, text = one.idea, one.text
    accent = readable(COLOURS.get(one.motif, INK), PAPER)
    on = words_on(accent, PAPER, INK)
    address = f"{settings.SITE}{idea.get_absolute_url()}"
    kicker = " · ".join(str(part) for part in (*one.causes[:2], country(idea.unit.country) if idea.unit.country else "") if part)
    sentence = _cut(text.summary, SENTENCE)
    return {
        "accent": accent,
        "on": on,
        "motif": _named(pictures, knitted(one.motif, on, 0.14)),
        "kicker": kicker,
        "title": text.title,
        "sentence": sentence,
        "figures": [{"number": value, "label": label} for value, label in figures(one)],
        "steps": [_cut(line, STEP) for line in text.steps.splitlines()[:STEPS]],
        "sides": _sides(text),
        "tried": one.said,
        "who": f"{idea.unit}" + (f" · {network.name}" if (network := Network.objects.first()) else ""),
        "code": _named(pictures, code(address)),
        "shown": f"{urlsplit(address).netloc}/ideas/",
        "alt": f"{text.title}. {sentence} {one.said}",
        "words": {"steps": _("Steps"), "code": _("Scan it to read all, and to adapt it:"), "alt": _("Code of the page of this idea")},
    }


def figures(one: Shown) -> list[tuple[str, str]]:
    """What it takes."""
    idea = one.idea
    found = [
        (number(idea.people), ngettext("person is enough", "people are enough", idea.people)),
        (f"€ {number(idea.budget)}" if idea.budget else "0", _("money needed") if idea.budget else _("euro needed")),
        (number(idea.ready_in), ngettext("day of preparation", "days of preparation", idea.ready_in)),
    ]
    return found + ([(number(idea.hours, 1), _("hours for each"))] if idea.hours else [])


def _sides(text: Any) -> list[dict[str, str]]:
    """Beside the steps, as far as something is written."""
    told = [
        (_("Why it works"), text.why),
        (_("Material"), " · ".join(text.material.splitlines())),
        (_("Tips for adapting it"), text.adapting),
        (_("What can go wrong, and what helps"), text.risks),
    ]
    return [{"heading": heading, "text": _cut(said, SIDE)} for heading, said in told if said.strip()]


def _cut(text: str, most: int) -> str:
    return Truncator(" ".join(text.split())).chars(most)


def _named(pictures: Pictures, svg: str) -> str:
    """Named after what is in it."""
    blob = svg.encode()
    name = f"{sha256(blob).hexdigest()[:20]}.svg"
    pictures[name] = blob
    return name
