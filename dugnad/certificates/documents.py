"""The paper: the certificate as A4 in landscape, in the reader's language, framed by what the unit did in those months."""

from hashlib import sha256
from urllib.parse import urlsplit

from babel.dates import format_date
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from dugnad.activities.models import Activity, Tag
from dugnad.activities.vocabulary import words
from dugnad.certificates import issuer
from dugnad.certificates.models import Certificate
from dugnad.core.pictures import stored
from dugnad.documents.cuttings import COLOURS, INK, PAPER, border, code
from dugnad.documents.press import Job
from dugnad.documents.square import Square
from dugnad.network.brands import Look, brand_of
from dugnad.network.models import Network, named
from dugnad.web.contrast import readable
from dugnad.web.templatetags.web import days, number

A4 = (841.89, 595.28)
COLUMNS, ROWS = 26, 18
SEWN = 2 * (COLUMNS + ROWS) - 4


def paper(certificate: Certificate) -> Job:
    """What the press needs. The words are put together here, since each language has its own order."""
    assert certificate.answered_at is not None
    page = issuer.address(certificate.get_absolute_url())
    frame, qr = border(sewn(certificate), COLUMNS, ROWS).encode(), code(page).encode()
    pictures = {f"border-{_short(frame)}.svg": frame, f"code-{_short(qr)}.svg": qr}
    frame_name, qr_name = pictures
    network, look = Network.objects.first(), brand_of(certificate.unit)
    data = {
        "size": A4,
        "lang": (get_language() or "en").split("-")[0],
        "rtl": get_language_bidi(),
        "title": f"{_('Certificate of voluntary work')}: {certificate.name}",
        "author": [certificate.unit.name],
        "alt": says(certificate),
        "colours": {"paper": PAPER, "ink": INK, "soft": "#5A5648", "accent": _accent(certificate, look)},
        "typeface": look.typeface,
        "columns": COLUMNS,
        "border": frame_name,
        "qr": qr_name,
        "network": network.name if network else "Dugnad",
        "name": certificate.name,
        "says": says(certificate),
        "skills": certificate.skills,
        "giver": named(certificate.unit.names, certificate.unit.name),
        "day": format_date(certificate.answered_at.date(), "long", locale=get_language() or "en"),
        "address": f"{urlsplit(page).netloc}/certificates/",
        "code": certificate.shown_code,
        "link": page,
        "words": {
            "kind": _("Certificate of voluntary work"),
            "lead": _("This is to thank and to certify"),
            "skills": _("Learnt and shown:"),
            "given": _("Given by"),
            "check": _("Anybody may check it at"),
            "qr": _("Code of the page where this certificate is checked: %(code)s") % {"code": certificate.shown_code},
        },
    }
    if look.logo and (logo := stored(look.logo.name)):
        name = f"logo-{_short(logo)}.png"
        pictures[name] = logo
        data["logo"] = {"name": name, "width": look.logo.width, "height": look.logo.height, "alt": look.logo.alt}
    return Job("certificate", data, pictures, made=certificate.answered_at)


def says(certificate: Certificate) -> str:
    """12.5 hours of voluntary work as team leader in “Clean-up at the fjord” of ESN Bergen, 14 Mar 2026."""
    hours = certificate.hours or 0
    told = {
        "hours": number(hours, 2),
        "title": certificate.title,
        "part": certificate.part,
        "unit": named(certificate.unit.names, certificate.unit.name),
        "days": days(certificate.since, certificate.until),
    }
    whole = round(hours) if hours == round(hours) else 2
    if certificate.part and certificate.activity_id:
        return (
            ngettext(
                "%(hours)s hour of voluntary work as %(part)s in “%(title)s” of %(unit)s, %(days)s.",
                "%(hours)s hours of voluntary work as %(part)s in “%(title)s” of %(unit)s, %(days)s.",
                whole,
            )
            % told
        )
    if certificate.activity_id:
        return (
            ngettext(
                "%(hours)s hour of voluntary work in “%(title)s” of %(unit)s, %(days)s.",
                "%(hours)s hours of voluntary work in “%(title)s” of %(unit)s, %(days)s.",
                whole,
            )
            % told
        )
    if certificate.part:
        return (
            ngettext(
                "%(hours)s hour of voluntary work as %(part)s with %(unit)s, %(days)s.",
                "%(hours)s hours of voluntary work as %(part)s with %(unit)s, %(days)s.",
                whole,
            )
            % told
        )
    return ngettext("%(hours)s hour of voluntary work with %(unit)s, %(days)s.", "%(hours)s hours of voluntary work with %(unit)s, %(days)s.", whole) % told


def sewn(certificate: Certificate) -> list[Square]:
    """The activity itself first, then what the unit had registered until then, the newest first; before it did anything, one of each cause."""
    known = Activity.objects.registered().filter(unit_id=certificate.unit_id, registered_at__lte=certificate.answered_at, starts_on__lte=certificate.until)
    rows = list(known.newest().values_list("pk", "cause_id")[:SEWN])
    if certificate.activity is not None:
        rows = [(certificate.activity.pk, certificate.activity.cause_id), *(row for row in rows if row[0] != certificate.activity.pk)]
    acted = set(
        Tag.objects.filter(activity__in=[pk for pk, _cause in rows], term_id__in=words().behind("action", "take-action")).values_list("activity", flat=True)
    )
    found = [Square("", "", words().terms[cause].motif or "none", filled=pk in acted) for pk, cause in rows]
    return found or [Square("", "", motif, filled=turn % 2 == 0) for turn, motif in enumerate(COLOURS)]


def _accent(certificate: Certificate, look: Look) -> str:
    """The colour of the unit, as it can be read on paper, else that of the activity's cause; a whole term has none of its own."""
    if look.colour:
        return readable(look.colour, PAPER)
    cause = words().terms.get(certificate.activity.cause_id) if certificate.activity else None
    return COLOURS.get(cause.motif or "", INK) if cause else INK


def _short(content: bytes) -> str:
    return sha256(content).hexdigest()[:20]
