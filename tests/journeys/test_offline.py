"""Stories of a coordinator on a bus: the connection goes, the work stays."""

import pytest

from dugnad.activities.models import Activity
from tests.journeys.test_registering import FORM, answered, register

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def kept_on_the_device(page):
    page.sign_in("kari")
    page.goto(FORM)
    page.wait_for_selector("html[data-shelved]", state="attached")


def test_the_form_opens_without_a_connection(phone):
    kept_on_the_device(phone)
    phone.context.set_offline(True)
    phone.goto(FORM)
    assert "Register activity" in phone.inner_text("h1")


def test_another_page_says_so_and_leads_to_the_form(phone):
    kept_on_the_device(phone)
    phone.context.set_offline(True)
    phone.goto("/activities/new/")
    assert "No connection just now" in phone.inner_text("h1")
    phone.click("main >> text=ESN Bergen")
    assert "Register activity" in phone.inner_text("h1")


def test_two_are_registered_on_the_bus_and_sent_once_from_any_page(phone):
    kept_on_the_device(phone)
    phone.context.set_offline(True)
    for title in ("Clean-up at the lake", "Reading hour at the school"):
        phone.goto(FORM)
        answered(phone, title)
        phone.click("#record .actions button")
        phone.wait_for_selector(f"[data-outbox]:has-text('Waits on this device for a connection: {title}')")
    assert phone.input_value("[name=title]") == ""
    phone.context.set_offline(False)
    phone.goto("/about/")
    phone.wait_for_selector("[data-outbox] a:has-text('Sent and registered: Reading hour')")
    phone.goto("/desk/")
    assert sorted(Activity.objects.values_list("title", flat=True)) == ["Clean-up at the lake", "Reading hour at the school"]
    assert phone.inner_text("[data-outbox]") == ""


def test_what_is_refused_later_stays_and_can_be_put_right(phone):
    kept_on_the_device(phone)
    phone.context.set_offline(True)
    phone.fill("[name=title]", "Clean-up at the lake")
    phone.click("#record .actions button")
    phone.context.set_offline(False)
    phone.goto("/about/")
    phone.click("text=Not registered yet, please look at it: Clean-up at the lake")
    assert phone.input_value("[name=title]") == "Clean-up at the lake"
    answered(phone)
    register(phone)
    assert "Registered, and counted" in phone.inner_text("main")
    assert (Activity.objects.count(), phone.inner_text("[data-outbox]")) == (1, "")


def test_who_signs_out_leaves_no_form_on_the_device(phone):
    kept_on_the_device(phone)
    phone.goto("/about/")
    phone.click("text=Sign out Kari")
    assert phone.evaluate("caches.open('forms').then(shelf => shelf.keys()).then(keys => keys.length)") == 0
