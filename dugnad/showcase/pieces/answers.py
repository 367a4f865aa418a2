"""Pieces as answers: one file that a browser may keep, or all of them in one."""

import io
import logging
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dugnad.documents.press import Job, Kind, PrintError
from dugnad.showcase.pieces.formats import Format
from dugnad.showcase.pieces.making import CONTENT, made, stamp

SMALL = 800  # pixels of the longer side of a preview
DRAWING = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"  # an SVG brings its own shapes, and no script
log = logging.getLogger(__name__)


def prints(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A print that could not be made is said, and can be tried again."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except PrintError as error:
            log.error("not printed: %s", error)
            said = {"heading": _("The press is busy"), "sentence": _("This could not be printed just now. Try again in a minute.")}
            answer = render(request, "web/error.html", said, status=503)
            answer["Retry-After"] = "60"
            return answer

    return inner


def as_file(request: HttpRequest, job: Job, form: Format, kind: Kind, *, public: bool) -> HttpResponseBase:
    """The piece; `small` in the address gives a preview. The browser asks again, and is told when nothing has changed."""
    ppi = _ppi(form, small=kind == "png" and "small" in request.GET)
    tag = f'"{stamp(job, kind, ppi)}"'
    answer = get_conditional_response(request, etag=tag) or HttpResponse(made(job, kind, ppi=ppi), content_type=CONTENT[kind])
    answer["ETag"] = tag
    answer["Cache-Control"] = "public, max-age=300" if public else "private, max-age=300"
    if kind == "svg":
        answer["Content-Security-Policy"] = DRAWING
    return cast(HttpResponseBase, answer)


def _ppi(form: Format, *, small: bool) -> float:
    return min(form.sharp, 72 * SMALL / max(form.size)) if small else form.sharp


def as_zip(name: str, files: Iterable[tuple[str, Job, Format]]) -> HttpResponse:
    """Every piece in the kind of file that is best for it, and `alt.txt` with their words; the same pieces give the same bytes."""
    out, words = io.BytesIO(), []
    with ZipFile(out, "w") as folder:
        for key, job, form in files:
            kind = form.kinds[0]
            _put(folder, f"{key}.{kind}", made(job, kind, ppi=form.sharp), ZIP_STORED)
            words.append(f"{key}.{kind}\n{job.data['alt']}\n")
        _put(folder, "alt.txt", "\n".join(words).encode(), ZIP_DEFLATED)
    answer = HttpResponse(out.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(name)}.zip"'
    return answer


def _put(folder: ZipFile, name: str, blob: bytes, how: int) -> None:
    about = ZipInfo(name)
    about.compress_type, about.external_attr = how, 0o644 << 16
    folder.writestr(about, blob)


def file_name(text: str) -> str:
    """As file systems like it."""
    return slugify(text)[:60] or "dugnad"
