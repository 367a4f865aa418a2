"""Importing on a page: choose a file, look at what was found out and what would be done, then do it."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities.forms.importing import FileForm, WaysForm, mapping_choices
from dugnad.activities.importing import Bar, Wishes, found_mapping, load
from dugnad.activities.importing.mapping import answers
from dugnad.core.errors import Refused
from dugnad.core.ids import uuid7
from dugnad.core.tables import Table, opened
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import number
from dugnad.web.verbs import reads, shows_and_takes

SAID = {
    "encoding": __("Encoding"),
    "separator": __("Separator"),
    "rows": __("Rows"),
    "sheet": __("Sheet"),
    "sheets": __("Sheets"),
    "dates": __("Dates"),
    "first date": __("The first date"),
    "doubt": __("Check the dates"),
    "pounds": __("Weights"),
    "lost letters": __("Lost letters"),
    "left out": __("Left out"),
    "day first": __("day first"),
    "month first": __("month first"),
    "tab": __("tab"),
    "created": __("is registered"),
    "skipped": __("skipped"),
    "refused": __("needs another look"),
}  # what a report says in its own words, for people
MOST_BYTES, MOST_ROWS, AN_HOUR, SHOWN = 10_000_000, 10_000, 3600, 100


@signed_in
@shows_and_takes
def importing(request: HttpRequest, code: str) -> HttpResponse:
    """First the file, then the preview with the mapping, then the import."""
    unit = find(request, Can.IMPORT, Unit.objects.all(), code__iexact=code)
    if request.method != "POST":
        return render(request, "activities/import.html", {"unit": unit, "form": FileForm()})
    if kept := request.POST.get("kept"):
        return _again(request, unit, kept)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        if file.size > MOST_BYTES:
            form.add_error("file", _("This file is larger than 10 MB. Cut it into parts, or ask whoever runs the server to import it."))
        else:
            kept = str(uuid7())
            cache.set(_place(request, kept), (file.name, file.read()), AN_HOUR)
            return _preview(request, unit, kept, {}, first=True)
    return render(request, "activities/import.html", {"unit": unit, "form": form}, status=422)


def _again(request: HttpRequest, unit: Unit, kept: str) -> HttpResponse:
    """With the person's mapping: once more a preview, or the import itself."""
    mapping = {name.removeprefix("map:"): str(answer) for name, answer in request.POST.items() if name.startswith("map:")}
    return _preview(request, unit, kept, mapping, first=False)


def _preview(request: HttpRequest, unit: Unit, kept: str, mapping: dict[str, str], *, first: bool) -> HttpResponse:
    found = cache.get(_place(request, kept))
    if found is None:
        form = FileForm()
        form.errors["file"] = form.error_class([_("The file was kept for an hour only; choose it once more.")])
        return render(request, "activities/import.html", {"unit": unit, "form": form}, status=422)
    really = "import" in request.POST and not first
    ways = WaysForm(request.POST if not first else {})
    said = ways.cleaned_data if ways.is_valid() else {}
    page: dict[str, Any] = {"unit": unit, "kept": kept, "ways": ways, "name": found[0]}
    try:
        table = _table(found)
        guessed = {heading: field for field, headings in found_mapping(table.headings).items() for heading in headings}
        page["columns"] = mapping_choices(table, mapping or guessed, answers())
        wishes = Wishes(mapping, keep_good="keep_good" in request.POST, dry_run=not really, **said)
        page["report"] = report = load(actor_of(request), unit, table, wishes, progress=_told(request, kept))
    except Refused as no:
        return render(request, "activities/import-preview.html", page | {"says": str(no)}, status=422)
    if really and (wishes.keep_good or not report.counts["refused"]):
        messages.success(request, _imported(report.counts["created"]))
        return redirect(unit)
    page["how"] = [(SAID[name], SAID.get(found, found)) for name, found in report.how.items() if name in SAID]
    page["lines"] = [(line, SAID[line.done]) for line in report.lines if line.why][:SHOWN]
    return render(request, "activities/import-preview.html", page, status=409 if really else 200)


@signed_in
@reads
def progress(request: HttpRequest, code: str, kept: str) -> JsonResponse:
    """How far the import of this person's file is, for the bar on the page."""
    find(request, Can.IMPORT, Unit.objects.all(), code__iexact=code)
    return JsonResponse(cache.get(f"{_place(request, kept)}:far") or {"what": "", "done": 0, "of": 0})


def _imported(many: int) -> str:
    return ngettext("%(n)s activity is imported and counted.", "%(n)s activities are imported and counted.", many) % {"n": number(many)}


def _told(request: HttpRequest, kept: str) -> Bar:
    """Says how far it is after every hundred rows, where all processes of this machine can read it."""
    place = f"{_place(request, kept)}:far"

    def told(rows: Sequence[Any], what: str) -> Iterator[Any]:
        for done, row in enumerate(rows):
            if done % 100 == 0:
                cache.set(place, {"what": what, "done": done, "of": len(rows)}, AN_HOUR)
            yield row

    return told


def _table(found: tuple[str, bytes]) -> Table:
    table = opened(found[1], found[0])
    if len(table.rows) > MOST_ROWS:
        raise Refused("too-many-rows", _("The file has more than 10,000 rows. Cut it into parts, or ask whoever runs the server to import it."))
    return table


def _place(request: HttpRequest, kept: str) -> str:
    """Where this person's file is kept: what the form says of it may be anything, so it is hashed."""
    return f"import:{request.user.pk}:{sha256(kept.encode('utf-8', 'replace')).hexdigest()}"
