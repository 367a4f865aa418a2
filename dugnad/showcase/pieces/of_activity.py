"""The pieces of an activity: from the record to a job of the press."""

from collections.abc import Sequence
from typing import Any

from babel.dates import format_interval
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.activities.models import Activity, Photo
from dugnad.activities.templatetags.pictures import counts
from dugnad.activities.vocabulary import words
from dugnad.core.pictures import stored
from dugnad.documents import cuttings
from dugnad.documents.press import Job
from dugnad.documents.square import Square
from dugnad.figures import proofs
from dugnad.network.brands import brand_of
from dugnad.showcase.patchwork import rows_of, square
from dugnad.showcase.pieces.arts import ARTS, Art
from dugnad.showcase.pieces.colours import colours_of
from dugnad.showcase.pieces.data import Figure, common
from dugnad.showcase.pieces.formats import Format
from dugnad.showcase.pieces.making import named
from dugnad.showcase.pieces.wording import Wording, first_words
from dugnad.web.templatetags.web import day, number

NEIGHBOURS = 70
MOST_FIGURES = 3


def wording_of(activity: Activity) -> Wording:
    """What the record says, in the reader's language as far as the words are ours."""
    parts = [str(words().terms[activity.cause_id]), _when(activity), activity.place or (_("online") if activity.online else "")]
    return Wording(title=activity.title, kicker=" · ".join(part for part in parts if part), sentence=first_words(activity.outcome or activity.summary))


def _when(activity: Activity) -> str:
    if activity.starts_on == activity.ends_on:
        return day(activity.starts_on)
    return str(format_interval(activity.starts_on, activity.ends_on, skeleton="yMMMd", locale=get_language() or "en"))


def figures_of(activity: Activity) -> list[Figure]:
    """The counts that say something; kinds of people stay apart. A planned activity has none yet."""
    if activity.state == Activity.State.PLANNED:
        return []
    return [(number(value), str(label)) for label, value in counts(activity) if value][:MOST_FIGURES]


def photo_of(activity: Activity) -> Photo | None:
    return activity.photos.filter(hidden_at=None).first()


def card_of(photos: Sequence[Photo]) -> str:
    """The share card that is shown for the activity's page elsewhere."""
    return "photo-card" if photos else "quilt-card"


def arts_of(activity: Activity, photo: Photo | None) -> list[Art]:
    """The art directions for which the record has a picture, the one that suits it best first."""
    without = {"photo": photo is None, "map": activity.unit.lat is None or activity.unit.lon is None, "number": not figures_of(activity)}
    offered = [art for art in ARTS.values() if art.for_activities and not without.get(art.key)]
    return sorted(offered, key=lambda art: art.key != "photo")


def job_of(activity: Activity, art: str, form: Format, wording: Wording, *, site: str) -> Job:
    """One piece. The text is data; the pictures are the record's."""
    look, motif = brand_of(activity.unit), words().terms[activity.cause_id].motif or "none"
    colours, pictures = colours_of(look, motif), dict[str, bytes]()
    who = " · ".join([str(activity.unit), *(str(part.unit) for part in activity.organisers.exclude(state="declined").select_related("unit"))])
    figures, code = figures_of(activity), proofs.of_record(activity.pk)
    data = common(form, wording, figures, look, colours, pictures, who=who, site=site, code=code)
    across, down = form.size
    if art == "quilt":
        cloth = cuttings.cloth(_squares(activity), *ARTS[art].picture(form.size), cells=60, hero=4)
        data["pictures"]["quilt"] = {
            "name": named(pictures, "svg", cloth.encode()),
            "width": ARTS[art].picture(form.size)[0],
            "height": ARTS[art].picture(form.size)[1],
        }
    elif art == "map":
        assert activity.unit.lat is not None and activity.unit.lon is not None
        place = [(activity.unit.lat, activity.unit.lon, 1.0)]
        drawn = cuttings.located(place, across, down, colour=colours["accent"], at=ARTS[art].middle(form.size), reach=620)
        said = _("Map with %(place)s") % {"place": activity.place or activity.unit.city or activity.unit}
        data["pictures"]["map"] = {"name": named(pictures, "svg", drawn.encode()), "width": across, "height": down, "alt": said}
    elif art == "photo" and (photo := photo_of(activity)) and (blob := stored(str(photo.file.name))):
        data["pictures"]["photo"] = {
            "name": named(pictures, "jpg", blob),
            "width": photo.width,
            "height": photo.height,
            "alt": photo.alt,
            "focus": list(wording.focus),
        }
    else:
        data["pictures"]["motif"] = {"name": named(pictures, "svg", cuttings.knitted(motif, colours["on-accent"], 0.14).encode())}
        art = "number"
    data["alt"] = alt_of(data)
    return Job(art, data, pictures)


def _squares(activity: Activity) -> list[Square]:
    """The activity's own square, and those of its section before it."""
    before = Activity.objects.registered().filter(unit=activity.unit, starts_on__lte=activity.starts_on).exclude(pk=activity.pk).order_by("-starts_on", "-pk")
    own = rows_of(Activity.objects.filter(pk=activity.pk))
    return [square(row) for row in (*own, *rows_of(before[:NEIGHBOURS]))]


def alt_of(data: dict[str, Any]) -> str:
    """The piece in words, for those who do not see it: everything that stands on it, and what the picture shows."""
    figures = ", ".join(f"{one['number']} {one['label']}" for one in data["figures"])
    shown = " ".join(str(one["alt"]) for one in data["pictures"].values() if one.get("alt"))
    said = [data["title"], data["kicker"], data["sentence"], figures, data["who"], shown]
    return " ".join(str(part).rstrip(".") + "." for part in said if part)
