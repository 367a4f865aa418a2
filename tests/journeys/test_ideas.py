"""The story of an idea, in a real browser: made in one country from an activity, adapted in another, registered, hung on the wall, counted in its lineage."""

import pytest
from django.utils import timezone

from dugnad.activities.models import Activity
from tests.ideas.making import things
from tests.journeys.test_accessible import seen
from tests.world import register

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PUBLIC = ("/ideas/", "/ideas/?q=langauge&people=5", "/ideas/?people=x", "/ideas/{idea}/", "/ideas/{idea}/lineage/", "/ideas/transfers/", "/ideas/transfers/behind/",
          "/ideas/markets/", "/ideas/markets/{market}/", "/ideas/markets/{market}/wall/", "/ideas/digest/stop/{digest_stop}/")  # fmt: skip
OWN = ("/ideas/", "/ideas/{idea}/", "/ideas/{idea}/change/", "/ideas/{idea}/withdraw/", "/ideas/{idea}/version/", "/ideas/{idea}/adapt/", "/ideas/{idea}/translate/",
       "/ideas/{idea}/needs/", "/ideas/{draft_idea}/", "/units/no-berg-esn/ideas/new/", "/ideas/markets/{market}/", "/ideas/digest/")  # fmt: skip
WHOLE = """where => { const within = document.querySelector(where).getBoundingClientRect(); return [...document.querySelectorAll(`${where} path`)]
  .map(path => path.getBoundingClientRect()).every(box => box.right <= within.right + 1 && box.bottom <= within.bottom + 1 && box.width > 40) }"""


def test_an_idea_goes_from_one_country_to_another(phone, town):
    page, day = phone, timezone.localdate()
    register(town.bergen, town.kari, title="Walk and pick", summary="A walk along the fjord, with bags.", learnt="Bring gloves")

    page.sign_in("kari")
    page.goto(Activity.objects.get().get_absolute_url())
    page.click("text=Make an idea of it")
    page.fill("[name=steps]", "Print the map\nBring bags")
    page.click("text=Publish the idea")
    idea = page.url
    assert "Not tried yet." in page.inner_text("main")
    page.goto("/units/no-berg-esn/markets/plan/")
    page.fill("[name=name]", "Market in Bergen")
    page.click("text=Open the market")
    market = page.url
    page.click("text=Put it up")
    assert "Walk and pick" in page.inner_text(".list")

    page.context.clear_cookies()
    page.sign_in("luc")
    page.goto("/ideas/?q=walk")
    page.click("text=Walk and pick")
    page.click("text=Adapt this")
    page.fill("[name=starts_on]", day.isoformat())
    page.fill("[name=title]", "Marche et ramasse")
    page.click("text=Plan the activity")
    page.click("text=Report the results")
    page.fill("[name=volunteers]", "9")
    page.fill("[name=people_helped]", "40")
    page.click("text=Outcome, and what you learnt")
    page.fill("[name=learnt]", "In Paris ask the town first")
    page.click("text=Register the results")

    page.context.clear_cookies()
    page.goto(idea)
    told = page.inner_text("main")
    assert "Tried once in 1 country, typically 9 volunteers for 40 people." in told and "In Paris ask the town first" in told
    page.click("text=How it spread")
    assert "2 countries" in page.inner_text("main") and page.locator("svg.lineage:visible .mark").count() == 2
    page.goto(f"{market}wall/")
    assert "Tried once in 1 country" in page.inner_text(".wall") and page.locator(".wall .code svg").count() == 1
    assert page.evaluate(WHOLE, ".wall .code svg"), "a code of which a part is cut off cannot be read"
    page.goto("/ideas/transfers/")
    assert page.inner_text("h1 b") == "1" and "Norway" in page.inner_text("table")


def test_one_votes_once_and_sees_the_results_when_it_is_closed(bare_phone, town):
    page, market = bare_phone, things(town)["market"]
    page.sign_in("luc")
    page.goto(f"/ideas/markets/{market}/")
    page.check("[name=stalls]")
    page.click(".actions button[form=ballot]")
    assert "You have voted." in page.inner_text("main") and page.locator("[name=stalls]").count() == 0
    page.context.clear_cookies()
    page.sign_in("marianne")
    page.goto(f"/ideas/markets/{market}/")
    page.click("text=Close it and show the results")
    assert "1 vote" in page.inner_text(".podium")


def test_every_page_of_the_market_is_accessible(desk, town):
    keys = things(town)
    assert seen(desk, [address.format(**keys) for address in PUBLIC]) == {}
    desk.sign_in("kari")
    assert seen(desk, [address.format(**keys) for address in OWN]) == {}
