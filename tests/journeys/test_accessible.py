"""axe finds nothing, nothing scrolls sideways, and no line of a list is squeezed: every page, on a phone in the light, on a desk in the dark."""

from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from dugnad.activities.actions.photo import add_photo, hide_photo
from dugnad.certificates.actions.answer import consent
from dugnad.certificates.actions.revoke import revoke
from dugnad.cli.sample.drawn import drawing
from dugnad.core.periods import month_of
from dugnad.criteria.actions import begin as begin_rubric
from dugnad.criteria.actions import drop
from dugnad.label.actions.spotlight import choose
from dugnad.needs import actions as answering
from dugnad.recognition.actions.templates import begin
from dugnad.recognition.mailing import stop_of
from dugnad.seasons.models import Flag
from tests.certificates import making as certifying
from tests.label import making as labelling
from tests.needs import making as needing
from tests.recognition.making import approved
from tests.reports import making as spring
from tests.seasons import making
from tests.world import act, register

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PUBLIC = (
    "/",
    "/units/int/",
    "/units/no/",
    "/units/nep/",
    "/units/no-berg-esn/",
    "/activities/",
    "/activities/?unit=NOWHERE",
    "/figures/",
    "/figures/?by=cause&span=year",
    "/figures/?from=2026-13",
    "/figures/?by=month&across=cause&span=always",
    "/figures/?unit=NO&unit=FR&by=cause&span=always",
    "/figures/?by=month&across=unit&span=always",
    "/figures/?by=month&chart=heat&span=always",
    "/figures/?by=unit&chart=map&span=always",
    "/figures/?by=unit&across=cause&span=always",
    "/figures/?unit=NO&span=always&as_of=2026-06-30",
    "/figures/embed/?unit=NO&span=always&by=cause",
    "/figures/behind/?unit=NO&span=always&as_of=2026-06-30",
    "/figures/growth/?unit=NO",
    "/figures/standing/",
    "/figures/standing/?unit=NO",
    "/directory/",
    "/about/",
    "/words/",
    "/words/esn-2018-causes/",
    "/accounts/login/",
    "/accounts/password/reset/",
    "/api/v1/docs",
    "/nothing/",
    "/seasons/",
    "/seasons/spring-2026/",
    "/seasons/spring-2026/1/",
    "/seasons/spring-2026/2/?stage=2",
    "/seasons/fairness/",
    "/seasons/students/",
    "/certificates/verify/",
    "/certificates/issuer/",
    "/account/certificates/",
    "/units/no/pieces/",
    "/units/no/embeds/",
    "/units/no/embeds/latest/",
    "/p/",
    "/universities/",
    "/universities/?all=1&q=nothing",
)
WRITING = (
    "/universities/{university}/",
    "/universities/{university}/edit/",
    "/universities/{university}/contacts/add/",
    "/letters/",
    "/units/no/letters/new/",
    "/letters/rounds/{round}/",
    "/letters/letter/{letter}/",
    "/letters/letter/{letter}/edit/",
    "/letters/templates/",
    "/letters/templates/{template}/nb/",
    "/letters/{code}/",
    "/letters/stop/{stop}/",
)
OWN = (
    "/desk/",
    "/offline/",
    "/units/no-berg-esn/register/",
    "/activities/{activity}/",
    "/activities/{activity}/?just=1",
    "/activities/{activity}/amend/",
    "/activities/{activity}/withdraw/",
    "/activities/{activity}/photos/",
    "/units/no-berg-esn/offices/",
    "/units/no-berg-esn/edit/",
    "/units/no-berg-esn/brand/",
    "/activities/{activity}/pieces/",
    "/units/no-berg-esn/import/",
    "/account/",
    "/account/tokens/",
)
ABOVE = (
    "/units/no/offices/",
    "/units/no/place/",
    "/units/no/add/",
    "/units/no-berg-esn/close/",
    "/words/esn-2018-causes/add/",
    "/words/esn-2018-causes/publish/",
)
COMPETING = (
    "/seasons/spring-2026/",
    "/seasons/spring-2026/change/",
    "/seasons/spring-2026/2/rule/",
    "/units/int/seasons/plan/",
    "/seasons/students/load/",
    "/flags/",
    "/flags/{flag}/",
    "/desk/",
)
REPORTING = (
    "/reports/",
    "/reports/?unit=NEP",
    "/reports/{published}/",
    "/reports/{draft}/",
    "/reports/{draft}/edit/",
    "/reports/{draft}/examples/",
    "/reports/{draft}/sections/summary/",
    "/reports/{draft}/discard/",
    "/units/no/reports/begin/",
)
NEEDS = (
    "/needs/",
    "/needs/?unit=NOWHERE",
    "/needs/?state=closed&q=nothing",
    "{need}",
    "{white}",
    "{closed}",
    "{need}amend/",
    "{need}evidence/",
    "{need}review/",
    "{need}close/",
    "{need}answer/",
    "/activities/{activity}/needs/",
    "/units/no-berg-esn/needs/record/",
)
CRITERIA = (
    "",
    "next/",
    "next/add/",
    "next/criteria/cause/",
    "next/add-not-counted/",
    "next/not-counted/board-meeting/",
    "next/adopt/",
    "next/discard/",
)
LOOKS = ((390, "light"), (1280, "dark"))  # each width once, each of the colours once
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


SQUEEZED = """[...document.querySelectorAll(".list > li > div:not(.n)")].filter(one => one.checkVisibility() && one.innerText.trim() && one.offsetWidth < 120)
    .map(one => one.innerText.slice(0, 60))"""


def faults(page):
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("rules => axe.run(document, rules).then(told => told.violations)", RULES)  # what is right need not be told: three times as fast
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    squeezed = page.evaluate(SQUEEZED)
    told = [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]
    return told + ([("scrolls sideways", page.url)] if wide else []) + [("squeezed", text) for text in squeezed]


def seen(page, addresses):
    bad = {}
    for address in addresses:
        for width, theme in LOOKS:
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=theme)
            if theme == "light":
                page.goto(address)
            if found := faults(page):
                bad[address, width, theme] = found
    return bad


@pytest.mark.parametrize("part", range(4))
def test_every_public_page_is_accessible(desk, town, part):
    register(town.bergen, town.kari, outcome="Thirty bags", learnt="Bring gloves")
    compete(town)
    assert seen(desk, PUBLIC[part::4]) == {}


def test_every_page_of_a_coordinator_is_accessible(desk, town):
    activity = register(town.bergen, town.kari, organisers=(town.oslo,), volunteers=5000)
    alt, jpeg = drawing("environment", 0)
    for hidden in (False, True):
        photo = add_photo(act(town.kari), activity, BytesIO(jpeg), size=len(jpeg), alt=alt)
        if hidden:
            hide_photo(act(town.kari), photo)
    desk.sign_in("kari")
    assert seen(desk, [address.format(activity=activity.pk) for address in OWN]) == {}


def test_every_page_of_a_certificate_is_accessible(desk, town):
    one, other, waits = (certifying.offered(town) for _time in range(3))
    consent(one)
    revoke(act(town.kari), consent(other), reason="Another person was meant.")
    public = [one.get_absolute_url(), other.get_absolute_url(), certifying.link(one), certifying.link(waits)]
    assert seen(desk, public) == {}
    desk.sign_in("kari")
    own = [f"/units/no-berg-esn/certificates/{page}" for page in ("", "offer/", "offer-list/")]
    assert seen(desk, [*own, f"{one.get_absolute_url()}revoke/", f"{waits.get_absolute_url()}revoke/"]) == {}


def test_every_page_of_the_label_is_accessible(desk, town):
    stands, gone = labelling.awarded(town), labelling.revoked(town, labelling.awarded(town))
    choose(act(town.ines), town.top, stands.activity, month_of(timezone.localdate()), words="Ask first.")
    public = ["/good-examples/", "/good-examples/?country=fr", "/good-examples/?step=nothing", stands.get_absolute_url(), gone.get_absolute_url(), "/"]
    assert seen(desk, public) == {}
    desk.sign_in("ines")
    labelling.awarded(town)
    assert seen(desk, ["/good-examples/spotlight/", f"/good-examples/spotlight/?award={stands.pk}"]) == {}


def test_every_page_of_what_a_good_activity_is_is_accessible(desk, town):
    assert seen(desk, ["/good-activities/", "/good-activities/?version=1"]) == {}
    draft = begin_rubric(act(town.ines))
    drop(act(town.ines), draft.criteria.last())
    desk.sign_in("ines")
    assert seen(desk, [f"/good-activities/{page}" for page in CRITERIA]) == {}


def compete(town):
    """A season with something on its boards, and something to look at."""
    making.season(town)
    making.students(town)
    for name in ("bergen", "oslo"):
        flagged = making.did(town, name, 4)[0]
    return Flag.objects.create(activity=flagged, kind="round", reason={"round": 9, "of": 12})


def test_every_page_of_those_who_keep_a_season_is_accessible(desk, town):
    flag = compete(town)
    desk.sign_in("ines")
    assert seen(desk, [address.format(flag=flag.pk) for address in COMPETING]) == {}


def test_every_report_and_every_page_on_which_it_is_made_is_accessible(desk, town):
    spring.did(town, 3, outcome="Thirty bags", learnt="Bring gloves", volunteers=5)
    slugs = {"published": spring.published(town).slug, "draft": spring.begun(town, language="nb").slug}
    desk.sign_in("ines")
    assert seen(desk, [address.format(**slugs) for address in REPORTING]) == {}


def test_every_page_of_those_who_write_letters_is_accessible(desk, town):
    of = approved(town, 3)
    of.letters.filter(email__startswith="school001").update(state="sending", asked_at=of.made_at)
    of.letters.filter(email__startswith="school002").update(state="drafted")
    letter = of.letters.get(email__startswith="rector")
    keys = {"round": of.pk, "letter": letter.pk, "code": letter.code, "university": letter.university_id, "stop": stop_of("a@b.no").split("/")[-2]}
    template = begin(act(town.marianne), town.norway, name="Ours").pk
    desk.sign_in("marianne")
    assert seen(desk, [address.format(template=template, **keys) for address in WRITING]) == {}


def test_every_page_of_local_needs_is_accessible(desk, town):
    needs = [needing.recorded(town, proof=needing.FIGURE) for _time in range(3)]
    answering.answer(act(town.kari), needs[0], register(town.bergen, town.kari, title="Dinner for the lonely", outcome="Forty came."))
    answering.close(act(town.kari), needs[2], result="There is a café now.")
    told = dict(zip(("need", "white", "closed"), (need.get_absolute_url() for need in needs), strict=True))
    activity = register(town.bergen, town.kari, title="Soup for the lonely", volunteers=2).pk
    desk.sign_in("kari")
    assert seen(desk, [address.format(activity=activity, **told) for address in NEEDS]) == {}


def test_every_page_of_the_committee_is_accessible(desk, town):
    desk.sign_in("ines")
    assert seen(desk, ABOVE) == {}


def test_a_form_with_errors_is_accessible_and_leads_to_them(phone):
    phone.sign_in("kari")
    phone.goto("/units/no-berg-esn/register/")
    phone.click("#record .actions button")
    assert faults(phone) == [] and phone.evaluate("document.activeElement.closest('.summary-of-errors') !== null")
