"""A real browser, a real server, the named world."""

import os
import time
from contextlib import contextmanager

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import sync_playwright

from tests.world import PASSWORD

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """The server's threads see what the test wrote."""


@pytest.fixture
def town(transactional_db, django_db_serialized_rollback):
    """The world for tests that commit: built anew, because each of them empties the database afterwards."""
    from dugnad.network.models import Unit
    from tests import world

    if not Unit.objects.exists():
        world.build()
    Unit.objects.update(timezone="UTC")  # the server's own: a journey says the same at any hour
    yield world.read()


@contextmanager
def all_answered():
    """Leaves only when every request that came meanwhile is answered: a picture may be on its way when a test ends, and then the database is emptied."""
    told = []
    for signal, by in ((request_started, 1), (request_finished, -1)):
        signal.connect(lambda by=by, **_told: told.append(by), weak=False, dispatch_uid=id(told))
    try:
        yield
        still, until = 0, time.monotonic() + 30
        while still < 3:
            assert time.monotonic() < until, f"{sum(told)} requests are still being answered"
            time.sleep(0.01)
            still = 0 if sum(told) else still + 1
    finally:
        for signal in (request_started, request_finished):
            signal.disconnect(dispatch_uid=id(told))


@pytest.fixture
def phone(chromium, live_server, town):
    """A page at 390 pixels; `sign_in(name)` signs somebody in."""
    yield from _page(chromium, live_server, width=390)


@pytest.fixture
def desk(chromium, live_server, town):
    yield from _page(chromium, live_server, width=1280)


@pytest.fixture
def bare_phone(chromium, live_server, town):
    """Without scripts."""
    yield from _page(chromium, live_server, width=390, java_script_enabled=False)


def _clicking(page, click):
    """A click is done when the page it leads to is read whole: by itself it returns when the answer begins."""

    def clicked(place, **options):
        click(place, **options)
        page.wait_for_load_state()

    return clicked


def _page(chromium, live_server, *, width, **options):
    context = chromium.new_context(viewport={"width": width, "height": 844}, base_url=live_server.url, **options)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if "Content Security Policy" in message.text else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))

    page.click = _clicking(page, page.click)

    def sign_in(name):
        page.goto("/accounts/login/")
        page.fill("[name=login]", f"{name}@example.org")
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/desk/")

    page.sign_in = sign_in
    with all_answered():
        yield page
        context.close()
    assert page.complaints == []
