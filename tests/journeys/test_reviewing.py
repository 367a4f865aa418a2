"""The story of a label, in a real browser: asked for, reviewed by keyboard, returned, sent again, labelled."""

import pytest

from dugnad.activities.models import Activity
from dugnad.review.actions.ask import ask
from dugnad.review.actions.look import take
from dugnad.review.actions.replies import keep_reply
from dugnad.review.models import Case
from tests.journeys.test_accessible import seen
from tests.review.making import GOOD, committee, gave
from tests.world import act, register

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def submit(page, button):
    page.click(f"button:has-text('{button}')")


def keys(page, text):
    for key in text:
        page.keyboard.press(key)


def sign_out(page):
    page.context.clear_cookies()


def test_asked_reviewed_by_keyboard_returned_sent_again_and_labelled(desk, town):
    activity = register(town.bergen, town.kari, **GOOD)
    desk.sign_in("kari")
    desk.goto(f"/activities/{activity.pk}/")
    desk.click("text=Ask for the label")
    submit(desk, "Ask for the label")
    assert "Reviewers look at it" in desk.inner_text("main")

    sign_out(desk)
    desk.sign_in("marianne")
    desk.goto("/reviews/")
    submit(desk, "Review")
    keys(desk, "j0j2j1jx")
    assert desk.evaluate("document.activeElement.closest('[data-criterion]').dataset.criterion") == "together"
    keys(desk, "c")
    desk.keyboard.type("Were local people there? 3 or 4?")
    desk.keyboard.press("Escape")
    keys(desk, "1j2j2j2j2j2j2j")
    assert "16 of 30 points" in desk.inner_text(".sum") and "A cause, and whom it serves" in desk.inner_text(".sum")
    assert desk.input_value("[name=says_together]") == "Were local people there? 3 or 4?"
    desk.reload()
    assert desk.is_checked("[name=points_cause][value='0']") and desk.input_value("[name=says_together]").startswith("Were local")
    desk.check("[name=outcome][value=returned]", force=True)
    desk.fill("[name=words]", "For whom was it?")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url("**/reviews/")
    assert Case.objects.get().state == "returned"

    sign_out(desk)
    desk.sign_in("kari")
    desk.click("text=Read it, and answer")
    assert "For whom was it?" in desk.inner_text("main")
    desk.fill("[name=text]", "For the residents along the fjord.")
    submit(desk, "Send it again")

    sign_out(desk)
    desk.sign_in("marianne")
    desk.goto("/reviews/?show=mine")
    desk.click(".list h3 a")
    assert "For the residents along the fjord." in desk.inner_text("main")
    keys(desk, "2j2j2j2j2j2j2j2j2j2")
    desk.check("[name=outcome][value=label]", force=True)
    submit(desk, "Give the review")
    assert Activity.objects.get(pk=activity.pk).label.key == "impact-1"


def test_a_saved_reply_goes_where_one_wrote_last(desk, town):
    keep_reply(act(town.ines), town.top, name="Who?", text="Who was helped?")
    case = ask(act(town.kari), register(town.bergen, town.kari))
    take(act(town.marianne), case)
    desk.sign_in("marianne")
    desk.goto(f"/reviews/{case.pk}/")
    desk.fill("[name=says_need]", "Good.")
    desk.click("summary:has-text('Saved replies')")
    desk.click("[data-reply]")
    assert desk.input_value("[name=says_need]") == "Good.\nWho was helped?"


def test_without_scripts_a_review_is_given_all_the_same(bare_phone, town):
    case = ask(act(town.kari), register(town.bergen, town.kari))
    take(act(town.marianne), case)
    bare_phone.sign_in("marianne")
    bare_phone.goto(f"/reviews/{case.pk}/")
    for one in case.rubric.criteria.all():
        bare_phone.check(f"[name=points_{one.key}][value='2']", force=True)
    bare_phone.check("[name=outcome][value=label]", force=True)
    submit(bare_phone, "Give the review")
    assert Case.objects.get().outcome == "label"


def test_every_page_of_reviewing_is_accessible(desk, town):
    cleo = committee(town)
    cases = [ask(act(town.kari), register(town.bergen, town.kari, title=title, **GOOD)) for title in ("In hand", "Free", "Back", "Label", "Pair")]
    reply = keep_reply(act(town.ines), town.top, name="Who?", text="Who was helped?")
    take(act(town.ines), cases[0])
    gave(town.marianne, cases[2], "returned")
    gave(town.marianne, cases[3])
    Case.objects.filter(pk=cases[4].pk).update(twice=True)
    gave(cleo, gave(town.marianne, Case.objects.get(pk=cases[4].pk)), "returned", each=1)
    desk.sign_in("ines")
    addresses = [
        "/reviews/",
        "/reviews/?show=mine",
        "/reviews/?show=given",
        "/reviews/?show=asked",
        "/reviews/replies/",
        f"/reviews/replies/{reply.pk}/",
        "/reviews/agreement/",
        "/desk/",
        f"/reviews/{cases[3].pk}/revoke/",
    ]
    assert seen(desk, addresses + [case.get_absolute_url() for case in cases] + [f"/activities/{register(town.bergen, town.kari).pk}/ask-label/"]) == {}
