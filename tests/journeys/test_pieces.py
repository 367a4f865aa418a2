"""Making pieces in a real browser: live while one types, with the pointer, with the keyboard, and without scripts."""

import re
from io import BytesIO

import pytest

from dugnad.activities.actions.photo import add_photo
from tests.documents.pictures import photo
from tests.world import act, register

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def pictured(town, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    activity = register(town.bergen, town.kari, summary="We picked litter.")
    add_photo(act(town.kari), activity, BytesIO(photo()), size=900, alt="Six students")
    return activity


def address_of(page, name="square"):
    return page.locator(f".sheet-{name} img").get_attribute("src")


def test_the_sheets_follow_what_is_typed(desk, pictured):
    desk.sign_in("kari")
    desk.goto(f"/activities/{pictured.pk}/pieces/")
    with desk.expect_response(re.compile(r"photo-square\.png.*title=Come\+and\+help")) as answer:
        desk.fill("[name=title]", "Come and help")
    assert answer.value.ok and "Come and help" in desk.locator("#alt-text").input_value()
    assert "title=Come+and+help" in desk.url and "title=Come+and+help" in desk.locator("a.button[data-live]").get_attribute("href")


def test_another_art_direction_is_one_press_away(desk, pictured):
    desk.sign_in("kari")
    desk.goto(f"/activities/{pictured.pk}/pieces/")
    with desk.expect_response(re.compile(r"map-square\.png")) as answer:
        desk.get_by_label("Map").check()
    assert answer.value.ok


def test_the_focus_moves_with_the_pointer_and_with_the_keyboard(desk, pictured):
    desk.sign_in("kari")
    desk.goto(f"/activities/{pictured.pk}/pieces/")
    with desk.expect_response(re.compile(r"photo-square\.png.*x=25&y=75")):
        box = desk.locator("[data-focus] input").bounding_box()
        desk.locator("[data-focus] input").click(position={"x": box["width"] / 4, "y": box["height"] * 3 / 4})
    with desk.expect_response(re.compile(r"photo-square\.png.*x=26&y=75")):
        desk.locator("[name=x]").press("ArrowRight")
    assert desk.locator("[data-focus] circle").first.get_attribute("cx") == "26%"


def test_other_months_show_other_sheets_and_half_a_month_disturbs_nobody(desk, pictured):
    desk.goto("/units/no/pieces/?from=2026-03&to=2026-03")
    assert desk.locator("figure").count() == 10
    with desk.expect_response(re.compile(r"from=2026-0&")) as answer:
        desk.fill("[name=from]", "2026-0")
    assert answer.value.status == 422 and desk.locator("figure").count() == 10
    with desk.expect_response(re.compile(r"from=2026-02&to=2026-02")):
        desk.fill("[name=from]", "2026-02")
        desk.fill("[name=to]", "2026-02")
    desk.get_by_text("Nothing was registered for Norway").wait_for()


def test_the_words_of_each_sheet_are_changed_below_it(desk, pictured):
    desk.sign_in("kari")
    desk.goto("/units/no-berg-esn/pieces/?from=2026-03&to=2026-03")
    desk.locator("summary", has_text="Square 5 of 5").click()
    with desk.expect_response(re.compile(r"square-5\.png.*square-5-title=Tusen\+takk")) as answer:
        desk.fill("[name=square-5-title]", "Tusen takk")
    assert answer.value.ok and "Tusen takk" in desk.locator("img[data-live=square-5]").get_attribute("alt")
    assert "Tusen" not in desk.locator("img[data-live=square-1]").get_attribute("src") and "square-1" not in desk.url
    assert desk.locator("[name=square-5-title]").evaluate("one => one === document.activeElement")
    with desk.expect_response(re.compile(r"from=2026-02")):
        desk.fill("[name=from]", "2026-02")
    desk.locator("[name=square-4-kicker][placeholder*=Feb]").wait_for(state="attached")
    assert desk.locator("[name=square-5-title]").input_value() == "Tusen takk"
    desk.wait_for_load_state("networkidle")


def test_without_scripts_words_and_focus_are_sent_by_buttons(bare_phone, pictured):
    bare_phone.sign_in("kari")
    bare_phone.goto(f"/activities/{pictured.pk}/pieces/")
    bare_phone.fill("[name=title]", "Come and help")
    bare_phone.get_by_role("button", name="Show it so").click()
    assert "title=Come+and+help" in address_of(bare_phone)
    bare_phone.locator("[data-focus] input").click(position={"x": 80, "y": 10})
    assert "x=25" in address_of(bare_phone) and "title=Come+and+help" in address_of(bare_phone)


def test_a_frame_shows_a_unit_on_another_page(desk, pictured, live_server):
    desk.goto("/units/no/embeds/")
    line = desk.locator("#frame-counter").input_value()
    desk.route("**/elsewhere/", lambda route: route.fulfill(body=line, content_type="text/html"))
    desk.goto("/elsewhere/")
    desk.frame_locator("iframe").get_by_text("activities this year").wait_for()
