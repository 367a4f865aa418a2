"""A coordinator words a template, with the fields completed while typing, and sends a round of letters."""

import pytest

from dugnad.recognition.actions.templates import begin
from dugnad.recognition.models import Round, Text
from tests.recognition.making import contact, served, university
from tests.world import act

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_fields_are_completed_by_keyboard_while_one_types(desk, town):
    served(town)
    template = begin(act(town.marianne), town.norway, name="Ours")
    desk.sign_in("marianne")
    desk.goto(f"/letters/templates/{template.pk}/en/")
    desk.fill("[name=body]", "")
    desk.press("[name=body]", "End")
    desk.keyboard.type("Dear {univ")
    assert desk.locator("[role=option]").all_inner_texts()[0].startswith("{university}")
    desk.keyboard.press("Enter")
    desk.keyboard.type(", thanks for {act")
    desk.keyboard.press("Tab")
    desk.keyboard.type(" {")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Backspace")
    assert desk.input_value("[name=body]") == "Dear {university}, thanks for {activities} " and desk.locator("[role=listbox]").is_hidden()
    desk.click("text=Preview with real letters")
    assert desk.locator("article.sheet img").count() == 1
    desk.click("text=Save these words")
    assert Text.objects.get(language="en").body == "Dear {university}, thanks for {activities}"


def test_a_round_is_written_approved_and_sent_on_the_phone(phone, town):
    served(town)
    contact(university("School", town.bergen), "school@example.org")
    phone.sign_in("marianne")
    phone.goto("/letters/")
    phone.click("text=Write letters: Norway")
    phone.fill("[name=name]", "Spring 2026")
    phone.fill("[name=first_month]", "2026-01")
    phone.fill("[name=last_month]", "2026-06")
    phone.click("text=Write the drafts")
    phone.check("text=Tick all drafts on this page")
    phone.click("text=Approve those ticked")
    phone.click("text=Send 2 letters by e-mail")
    phone.wait_for_selector("text=2 letters are on their way")
    assert Round.objects.get().letters.by_state() == {"sent": 2}


def test_without_scripts_all_drafts_are_approved_with_one_button(bare_phone, town):
    served(town)
    contact(university("School", town.bergen), "school@example.org")
    bare_phone.sign_in("marianne")
    bare_phone.goto("/units/no/letters/new/")
    for name, value in {"name": "Spring 2026", "first_month": "2026-01", "last_month": "2026-06"}.items():
        bare_phone.fill(f"[name={name}]", value)
    bare_phone.click("text=Write the drafts")
    bare_phone.click("text=Approve all 2 drafts")
    assert Round.objects.get().letters.by_state() == {"approved": 2}
