"""The list behind every figure: search, filters, its own sums, and the same as CSV or XLSX."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from dugnad.access.doors import actor_of
from dugnad.figures.kept import kept
from dugnad.showcase.asked import Asked
from dugnad.showcase.exporting import as_csv, as_xlsx
from dugnad.showcase.footer import footer
from dugnad.showcase.listed import listed
from dugnad.web.verbs import reads

PAGE = 30


@reads
def activities(request: HttpRequest) -> HttpResponse:
    """Newest first, a page at a time, with the sum of all that is asked for under it."""
    asked = Asked(request.GET, actor_of(request))
    page: dict[str, Any] = {"asked": asked} | kept("rows", lambda: _rows(asked), on=(asked.key, asked.before))
    page["sums"] = kept("footer", lambda: footer(asked), on=asked.key)
    return render(request, "showcase/activities.html", page, status=422 if asked.form.errors else 200)


def _rows(asked: Asked) -> dict[str, str]:
    """One page of registered activities, which are the same for every reader, and the cursor of the next."""
    rows = list(asked.page(PAGE + 1))
    return {"rows": listed(rows[:PAGE], searched=asked.narrowed), "older": asked.cursor(rows[PAGE - 1]) if len(rows) > PAGE else ""}


@reads
def download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Exactly what is shown, all pages of it."""
    asked = Asked(request.GET, actor_of(request))
    if kind not in ("csv", "xlsx") or asked.form.errors:
        raise Http404
    return as_csv(asked) if kind == "csv" else as_xlsx(asked)
