"""The list behind every figure: search, filters, its own sums, and the same as CSV or XLSX."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from dugnad.access.doors import actor_of
from dugnad.showcase.asked import Asked
from dugnad.showcase.exporting import as_csv, as_xlsx
from dugnad.showcase.footer import footer
from dugnad.showcase.kept import kept

PAGE = 30


def activities(request: HttpRequest) -> HttpResponse:
    """Newest first, a page at a time, with the sum of all that is asked for under it."""
    asked = Asked(request.GET, actor_of(request))
    rows = list(asked.page(PAGE + 1))
    page: dict[str, Any] = {"asked": asked, "rows": rows[:PAGE], "older": asked.cursor(rows[PAGE - 1]) if len(rows) > PAGE else ""}
    page["sums"] = kept("footer", lambda: footer(asked), on=asked.key)
    return render(request, "showcase/activities.html", page, status=422 if asked.form.errors else 200)


def download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Exactly what is shown, all pages of it."""
    asked = Asked(request.GET, actor_of(request))
    if kind not in ("csv", "xlsx") or asked.form.errors:
        raise Http404
    return as_csv(asked) if kind == "csv" else as_xlsx(asked)
