"""The print and the slides of a report: plain data and pictures for the press, and the finished pages, kept under what they are made of."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.utils.translation import get_language_bidi, override
from django.utils.translation import gettext as _

from dugnad.activities.models import Photo
from dugnad.documents import cuttings, press
from dugnad.documents.press import Job, Kind
from dugnad.figures.proofs import shown
from dugnad.reports import pictures
from dugnad.reports.models import Report
from dugnad.web.templatetags.web import day

A4, WIDE = (595.28, 841.89), (960, 540)  # points
ROOM, SLIDE, ROWS = 620, 700, 460  # pixels across of a drawing; rows stand beside the words of a slide
KEPT = 24 * 3600


def report_job(report: Report, content: Mapping[str, Any]) -> Job:
    """A4: cover, contents, a section on each page."""
    made = _pictures(content, ROOM, paper="#ffffff", most=pictures.IN_PRINT)
    made["cloth.svg"] = pictures.cloth(content["squares"], A4[0], 430, 77)
    return _job("report", report, content, A4, made)


def slides_job(report: Report, content: Mapping[str, Any]) -> Job:
    """16:9: one statement and one picture on each."""
    made = _pictures(content, SLIDE, rows=ROWS, paper="#f6f0e4", height=260, most=pictures.ON_SLIDE)
    made["cloth.svg"] = pictures.cloth(content["squares"], 430, 540, 56)
    return _job("slides", report, content, WIDE, made)


JOBS = {"report": report_job, "slides": slides_job}


def pages(report: Report, content: Mapping[str, Any], what: str, kind: Kind, ppi: float = 72) -> list[bytes]:
    """The finished pages, made once for the same data. Raises press.PrintError."""
    job = JOBS[what](report, content)
    named = "".join(f"{name}{sha256(blob).hexdigest()}" for name, blob in sorted(job.pictures.items()))
    asked = f"{job.template}{kind}{ppi}{job.made}{json.dumps(job.data, sort_keys=True)}{named}"
    key = f"report-{sha256(asked.encode()).hexdigest()}"
    found: list[bytes] | None = caches["default"].get(key)
    if found is None:
        found = press.printed(job, kind, ppi=ppi)
        caches["default"].set(key, found, KEPT)
    return found


def _job(template: str, report: Report, content: Mapping[str, Any], size: tuple[float, float], made: dict[str, bytes]) -> Job:
    with override(content["language"]):
        data = {
            **{name: content[name] for name in ("title", "kicker", "unit", "network", "when", "theme", "statement")},
            "sections": [_with_signs(section, pictures.ON_SLIDE if template == "slides" else pictures.IN_PRINT) for section in content["sections"]],
            "size": size,
            "lang": content["language"].partition("-")[0],
            "rtl": get_language_bidi(),
            "author": content["unit"],
            "alt": content["statement"],
            "colours": {
                "paper": cuttings.PAPER,
                "ink": cuttings.INK,
                "soft": "#5a5648",
                "rule": "#c9c3b3",
                "gold": cuttings.GOLD,
                "accent": cuttings.COLOURS.get(content["motif"], cuttings.INK),
            },
            "proof": _proof(report, made),
            "stood": _stood(report, content),
            "words": {
                "contents": _("Contents"),
                "proof": _("Check these figures"),
                "code": _("QR code of the address at which these figures can be checked"),
                "draft": _("Draft"),
                "outcome": _("What came of it"),
                "failed": _("did not succeed"),
            },
        }
    names = {name: f"{sha256(blob).hexdigest()[:24]}.{name.rpartition('.')[2]}" for name, blob in made.items()}
    data["names"] = names  # the same name is the same picture for the press
    return Job(template, data, {names[name]: blob for name, blob in made.items()}, made=report.published_at or press.EPOCH)


def _proof(report: Report, made: dict[str, bytes]) -> dict[str, str] | None:
    if not report.proof:
        return None
    address = f"{settings.SITE}/p/{report.proof}/"
    made["code.svg"] = cuttings.code(address).encode()
    return {"shown": shown(report.proof), "address": address}


def _stood(report: Report, content: Mapping[str, Any]) -> str:
    """Which state of the figures it shows."""
    if report.published_at is None:
        return _("Draft: the figures still move.")
    edition = _("Edition %(n)s.") % {"n": report.edition} + " " if report.edition > 1 else ""
    return edition + _("Figures as they stood on %(day)s, after entry %(n)s of the accounts.") % {"day": day(_local(report.published_at)), "n": report.entry}


def _local(instant: datetime) -> Any:
    return instant.date()


def _with_signs(section: Mapping[str, Any], most: int) -> dict[str, Any]:
    """Pictures by name with their words; examples with the name of their photo or motif."""
    told = []
    for block in section["blocks"]:
        if block["kind"] == "picture":
            told.append(
                {"kind": "picture", "name": f"{block['name']}.svg", "alt": pictures.said(block), "title": pictures.titled(block, most), "draw": block["draw"]}
            )
        else:
            told.append(block)
    return {**section, "blocks": told}


def _pictures(content: Mapping[str, Any], room: int, *, rows: int = ROOM, paper: str, height: int = 220, most: int) -> dict[str, bytes]:
    """Everything that is drawn, and the photos that are still shown, by name."""
    made: dict[str, bytes] = {}
    shown = [block for section in content["sections"] for block in section["blocks"]]
    for block in shown:
        if block["kind"] == "picture":
            made[f"{block['name']}.svg"] = pictures.in_print(block, rows if block["draw"] == "rows" else room, height=height, most=most, paper=paper)
    items = [item for block in shown if block["kind"] in ("examples", "lessons") for item in block["items"]]
    for item in items:
        made.setdefault(f"motif-{item['motif']}.svg", pictures.motif(item["motif"]))
    for photo in Photo.objects.filter(pk__in=[item["photo"] for item in items if item["photo"]], hidden_at=None):
        if default_storage.exists(str(photo.file.name)):
            with photo.file.open("rb") as file:
                made[f"{photo.pk}.jpg"] = file.read()
    return made
