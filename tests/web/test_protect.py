"""Headers and pages that keep their word when something is wrong."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.test import Client

from dugnad.web import errors

WEB = Path(__file__).parents[2] / "dugnad"


def test_pages_allow_no_inline_script_and_no_framing(client: Client, world: Any) -> None:
    policy = client.get("/about/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy


def test_addresses_do_not_leak_and_devices_stay_closed(client: Client, world: Any) -> None:
    headers = client.get("/about/").headers
    assert headers["Referrer-Policy"] == "same-origin" and "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("page", sorted(WEB.rglob("templates/**/*.html")), ids=lambda page: str(page.relative_to(WEB)))
def test_no_template_breaks_the_policy(page: Path) -> None:
    text = page.read_text()
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*\bsrc=)|javascript:", text) == []


def test_an_unknown_address_says_what_to_do(client: Client, world: Any) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404 and b"Check the address" in answer.content


@pytest.mark.parametrize(
    ("view", "given", "status"),
    [
        (errors.bad_request, {}, 400),
        (errors.bad_request, {"exception": RequestDataTooBig()}, 413),
        (errors.forbidden, {"exception": PermissionDenied()}, 403),
        (errors.forbidden, {"reason": "CSRF cookie not set."}, 403),
    ],
)
def test_every_refusal_is_a_page_with_a_way_on(client: Client, world: Any, rf: Any, view: Any, given: dict[str, Any], status: int) -> None:
    answer = view(rf.get("/"), **given)
    assert answer.status_code == status and b'href="/"' in answer.content


def test_a_failure_is_told_without_the_database(rf: Any) -> None:
    answer = errors.failed(rf.get("/"))
    assert answer.status_code == 500 and b"Something broke on our side" in answer.content


def test_a_failure_is_told_even_without_style_sheets(rf: Any, settings: Any) -> None:
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
    assert errors.failed(rf.get("/")).status_code == 500


def test_the_language_is_chosen_without_script(client: Client, world: Any) -> None:
    client.post("/i18n/setlang/", {"language": "nb", "next": "/about/"})
    assert b'<html lang="nb" dir="ltr"' in client.get("/about/").content


def test_the_chosen_colours_come_with_the_page(client: Client, world: Any) -> None:
    client.cookies["theme"] = "dark"
    assert b'data-theme="dark"' in client.get("/about/").content


def test_a_strange_theme_is_ignored(client: Client, world: Any) -> None:
    client.cookies["theme"] = "neon"
    assert b"data-theme=" not in client.get("/about/").content.split(b"<body>")[0]
