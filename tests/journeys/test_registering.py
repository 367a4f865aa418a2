"""Stories of registering, in a real browser."""

import time
from datetime import date, timedelta
from statistics import median

import pytest

from dugnad.activities.models import Activity
from tests.world import register as register_one

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEYSTROKE, TAP = 0.2, 1.2  # seconds, of a person on a phone: 60 words a minute, and finding the next place to tap
STORIES = (
    ("Clean-up at the lake with the scouts", "Environmental Sustainability", "We filled thirty bags together with the local scouts."),
    ("Reading aloud at the children’s hospital", "Health & Well-being", "Nine children heard stories from five countries."),
    ("Winter coats for the reception centre", "Social Inclusion", "We sorted and brought ninety coats to families."),
)
FORM = "/units/no-berg-esn/register/"


class Person:
    """Taps and types like a person; `seconds` is what that takes, and what the pages take."""

    def __init__(self, page):
        self.page, self.taps, self.seconds = page, 0, 0.0

    def tap(self, place):
        self.taps += 1
        self.seconds += TAP
        started = time.monotonic()
        self.page.click(place)
        self.seconds += time.monotonic() - started

    def write(self, place, text):
        self.tap(place)
        self.page.keyboard.type(text)
        self.seconds += KEYSTROKE * len(text)


def answered(page, title="Clean-up at the lake"):
    page.fill("[name=title]", title)
    page.check("[name=cause][value=environment]", force=True)
    page.fill("[name=volunteers]", "12")


def register(page):
    page.click("#record .actions button")


def registered_by_hand(phone, title, cause, summary):
    """From the section's page to “registered”, as somebody does it who never did: taps and seconds."""
    phone.goto("/units/no-berg-esn/")
    person = Person(phone)
    person.tap("main >> text=Register activity")
    person.write("[name=title]", title)
    person.tap(f"label:has-text('{cause}')")
    person.write("[name=volunteers]", "12")
    person.write("[name=international_students]", "20")
    person.write("[name=summary]", summary)
    person.tap("#record .actions button")
    assert "Registered, and counted" in phone.inner_text("main")
    return person.taps, person.seconds


def test_a_first_time_coordinator_registers_in_under_a_minute(phone, record_property):
    phone.sign_in("kari")
    runs = [registered_by_hand(phone, *told) for told in STORIES]
    taps, seconds = (median(figures) for figures in zip(*runs, strict=True))
    record_property(
        "measured", f"registering for the first time at 390 px: {seconds:.1f} s, {taps} taps (median of {len(runs)}; {KEYSTROKE} s a key, {TAP} s a tap)"
    )
    assert (taps <= 12, seconds <= 60) == (True, True), runs


def test_it_is_counted_that_moment_on_four_pages(phone):
    phone.sign_in("kari")
    phone.goto(FORM)
    answered(phone)
    register(phone)
    for address in ("/units/no-berg-esn/", "/units/no/", "/units/nep/", "/"):
        phone.goto(address)
        assert phone.inner_text(".statement b") == "1"


def test_without_scripts_it_works_the_same(bare_phone):
    bare_phone.sign_in("kari")
    bare_phone.goto(FORM)
    answered(bare_phone)
    register(bare_phone)
    assert "Registered, and counted" in bare_phone.inner_text("main")


def test_with_the_keyboard_alone(desk):
    desk.sign_in("kari")
    desk.goto(FORM)
    desk.focus("[name=title]")
    desk.keyboard.type("Clean-up at the lake")
    for _ in range(30):
        if desk.evaluate("document.activeElement.name") == "cause":
            break
        desk.keyboard.press("Tab")
    desk.keyboard.press("ArrowDown")
    for _ in range(10):
        if desk.evaluate("document.activeElement.name") == "volunteers":
            break
        desk.keyboard.press("Tab")
    desk.keyboard.type("12")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/activities/**")
    assert Activity.objects.get().volunteers == 12


def test_without_a_connection_nothing_is_lost_and_it_is_sent_once(phone):
    phone.sign_in("kari")
    phone.goto(FORM)
    phone.context.set_offline(True)
    answered(phone)
    phone.click("#record .actions button")
    phone.wait_for_selector("[data-status]:has-text('No connection')")
    assert not Activity.objects.exists()
    phone.context.set_offline(False)
    phone.click("[data-outbox] a:has-text('Sent and registered')")
    phone.wait_for_url("**/activities/**")
    assert Activity.objects.count() == 1


def test_what_one_typed_is_there_again_after_the_page_was_lost(phone):
    phone.sign_in("kari")
    phone.goto(FORM)
    phone.fill("[name=title]", "Half a tit")
    phone.wait_for_selector("[data-status]:has-text('saved')")
    phone.goto("/about/")
    phone.goto(FORM)
    assert phone.input_value("[name=title]") == "Half a tit"


def test_after_registering_the_form_is_empty_again(phone):
    phone.sign_in("kari")
    phone.goto(FORM)
    answered(phone)
    phone.wait_for_selector("[data-status]:has-text('saved')")
    register(phone)
    phone.goto(FORM)
    assert phone.input_value("[name=title]") == ""


def test_hours_are_computed_in_sight_and_goals_are_suggested(phone):
    phone.sign_in("kari")
    phone.goto(FORM)
    phone.fill("[name=volunteers]", "10")
    phone.click("summary:has-text('Several days')")
    phone.fill("[name=meetings]", "12")
    assert "Volunteers: 10 × meetings: 12 × hours: 2 = 240" in phone.inner_text("#hours")
    phone.click("summary:has-text('Type, objectives')")
    phone.check("[name=objectives][value=environment-waste]")
    assert phone.is_checked("[name=sdgs][value='12']")


def test_something_like_it_is_asked_about(phone):
    phone.sign_in("kari")
    for title in ("Clean-up at the lake", "Cleanup at the lake"):
        phone.goto(FORM)
        answered(phone, title)
        register(phone)
    assert "Is it one of these?" in phone.inner_text("main")
    phone.click("text=It is another")
    phone.wait_for_url("**/activities/**")
    assert Activity.objects.count() == 2


def test_a_planned_activity_is_asked_for_its_results_and_counts(phone):
    phone.sign_in("kari")
    phone.goto(FORM)
    answered(phone)
    phone.fill("[name=starts_on]", str(date.today() + timedelta(days=2)))
    register(phone)
    assert "Planned: it counts once" in phone.inner_text("main")
    yesterday = date.today() - timedelta(days=1)
    Activity.objects.update(starts_on=yesterday, ends_on=yesterday)
    phone.goto("/desk/")
    phone.click("text=Report the results")
    register(phone)
    assert "Registered, and counted" in phone.inner_text("main")


@pytest.mark.parametrize(("button", "words"), [("Norsk bokmål", "Registrer aktivitet"), ("Français", "Enregistrer")])
def test_one_chooses_ones_language(phone, button, words):
    phone.sign_in("kari")
    if phone.query_selector("details:has(#language) summary, details.menu summary"):
        phone.click("details:has(#language) summary, details.menu summary")
    phone.click(f"button:has-text('{button}')")
    assert words in phone.inner_text("body")


def test_a_photo_that_is_too_large_is_refused_before_it_is_sent(phone, town, tmp_path):
    activity = register_one(town.bergen, town.kari)
    phone.sign_in("kari")
    phone.goto(f"/activities/{activity.pk}/photos/")
    huge = tmp_path / "birch.jpg"
    huge.write_bytes(b"x" * 20_000_001)
    phone.set_input_files("[type=file]", huge)
    assert "larger than 20 MB" in phone.inner_text(".too-large") and phone.input_value("[type=file]") == ""
