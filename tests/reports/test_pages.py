"""Reports on pages: read by everybody, made by those who may, without a script; nothing typed is lost."""

import pytest

from dugnad.reports import actions
from dugnad.reports.models import Report
from tests.reports.making import LATER, begun, did, published
from tests.world import act, on


def read(client, address, **sent):
    with on(LATER):
        return client.get(address, **sent).content.decode()


def test_the_list_has_the_current_editions(world, client):
    did(world)
    first = published(world, title="Spring")
    second = actions.renew(act(world.ines), first)
    assert "Spring" in read(client, "/reports/") and "impact report, with figures" in read(client, "/reports/")
    with on(LATER):
        actions.publish(act(world.ines), second)
    page = read(client, "/reports/")
    assert second.get_absolute_url() in page and f'"{first.get_absolute_url()}"' not in page
    assert "A newer edition has been published" in read(client, first.get_absolute_url())
    assert "The edition before this one" in read(client, second.get_absolute_url())


def test_the_list_of_a_unit_has_its_own_only(world, client):
    published(world, title="Norwegian spring")
    assert "Norwegian spring" in read(client, "/reports/?unit=no") and "Norwegian spring" not in read(client, "/reports/?unit=fr")
    assert "Norwegian spring" not in read(client, "/reports/?unit=nowhere")


def test_a_title_is_listed_as_it_was_published_whoever_reads(world, client):
    published(world, language="fr")
    with on(LATER):
        page = client.get("/reports/", headers={"Accept-Language": "nb"}).content.decode()
    assert 'lang="fr">' in page and "Norvège" in page and "Norge did" not in page


def test_the_page_of_a_unit_leads_to_its_reports(world, client):
    assert "/reports/?unit=NO" in read(client, "/units/no/")


def test_an_empty_list_says_what_will_be_here(world, client):
    assert "Here will be impact reports" in read(client, "/reports/")


def test_one_finds_ones_own_drafts_and_where_to_begin(world, sign_in):
    begun(world, title="My draft")
    page = read(sign_in(world.marianne), "/reports/")
    assert "My draft" in page and "/units/no/reports/begin/" in page


def test_the_list_asks_no_more_for_more_reports(world, client, django_assert_max_num_queries):
    for _time in range(3):
        published(world)
    read(client, "/reports/")
    with django_assert_max_num_queries(12):
        read(client, "/reports/")


def test_a_report_is_read_on_one_page_with_its_code(world, client):
    did(world, 2, outcome="The beach was clean", learnt="Bring gloves")
    report = published(world)
    page = read(client, report.get_absolute_url())
    for words in (
        "Norway registered 2 activities from January 2026 to June 2026.",
        "The beach was clean",
        "Bring gloves",
        "Method and limits",
        f"/p/{report.proof}/",
        "<svg",
    ):
        assert words in page
    assert "Begin the next edition" not in page


def test_a_published_report_asks_no_figures(world, client, django_assert_max_num_queries):
    did(world, 2, outcome="The beach was clean")
    report = published(world)
    with django_assert_max_num_queries(12):
        read(client, report.get_absolute_url())


def test_an_activity_that_was_withdrawn_since_is_told_but_not_linked(world, client):
    from dugnad.activities import actions as activities

    own = did(world, 1, outcome="The beach was clean")[0]
    report = published(world)
    assert f"/activities/{own.pk}/" in read(client, report.get_absolute_url())
    activities.withdraw(act(world.kari), own, reason="twice")
    page = read(client, report.get_absolute_url())
    assert "The beach was clean" in page and f"/activities/{own.pk}/" not in page


def test_a_draft_is_a_page_for_its_offices(world, sign_in):
    report = begun(world)
    page = read(sign_in(world.marianne), report.get_absolute_url())
    assert "This is a draft" in page and "/edit/" in page


NEW = {"first_month": "2026-01", "last_month": "2026-06", "theme": "cause:health", "title": "", "language": "fr"}


def test_a_report_is_begun_on_a_page(world, sign_in):
    answered = sign_in(world.marianne).post("/units/no/reports/begin/", NEW)
    report = Report.objects.get()
    assert (answered["Location"], report.theme, report.language, report.unit) == (f"/reports/{report.slug}/edit/", "cause:health", "fr", world.norway)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"last_month": "2025-02"}, "It ends before it begins."),
        ({"first_month": "soon"}, "Write the month like 2026-03."),
        ({"first_month": "2010-01"}, "ten years at most"),
        ({"theme": "cause:luck"}, "Choose one from the list"),
        ({"language": "xx"}, "Choose one from the list"),
        ({"title": "x" * 121}, "120"),
    ],
)
def test_a_bad_beginning_is_a_sentence_at_the_field(world, sign_in, changes, says):
    answered = sign_in(world.marianne).post("/units/no/reports/begin/", NEW | changes)
    assert answered.status_code == 422 and says in answered.content.decode() and not Report.objects.exists()


def test_the_editing_page_shows_sections_and_pages(world, sign_in):
    did(world)
    report = begun(world)
    page = read(sign_in(world.marianne), f"/reports/{report.slug}/edit/")
    assert "Key figures: up" in page and "/report/1.png" in page and "/slides/2.png" in page and "Publish the report" in page


def test_title_and_language_are_changed_there(world, sign_in):
    report = begun(world)
    sign_in(world.marianne).post(f"/reports/{report.slug}/edit/", NEW | {"title": "A warm spring", "language": "nb"})
    report.refresh_from_db()
    assert (report.title, report.language) == ("A warm spring", "nb")


def test_sections_are_moved_and_left_out_by_buttons(world, sign_in):
    report = begun(world)
    session = sign_in(world.marianne)
    answered = session.post(f"/reports/{report.slug}/sections/figures/up/")
    session.post(f"/reports/{report.slug}/sections/goals/hide/")
    session.post(f"/reports/{report.slug}/sections/goals/hide/")
    rows = [section.kind for section in report.sections.all()]
    assert answered["Location"] == f"/reports/{report.slug}/edit/#figures" and rows.index("figures") < rows.index("summary")
    assert not report.sections.get(kind="goals").shown
    session.post(f"/reports/{report.slug}/sections/goals/show/")
    session.post(f"/reports/{report.slug}/sections/figures/down/")
    assert report.sections.get(kind="goals").shown and report.sections.get(kind="figures").position == 3


@pytest.mark.parametrize("address", ["sections/figures/sideways/", "sections/nothing/up/"])
def test_what_is_no_way_or_no_section_is_not_there(world, sign_in, address):
    report = begun(world)
    assert sign_in(world.marianne).post(f"/reports/{report.slug}/{address}").status_code == 404


def test_own_words_are_written_beside_what_the_report_says_itself(world, sign_in):
    did(world)
    report = begun(world)
    session = sign_in(world.marianne)
    assert "1 activity" in read(session, f"/reports/{report.slug}/sections/summary/")
    session.post(f"/reports/{report.slug}/sections/summary/", {"title": "In short", "text": "Dear\r\n\r\nrector <b>"})
    page = read(session, report.get_absolute_url())
    assert "In short" in page and "<p>rector &lt;b&gt;</p>" in page


def test_a_text_that_is_too_long_is_refused_and_kept(world, sign_in):
    report = begun(world)
    answered = sign_in(world.marianne).post(f"/reports/{report.slug}/sections/summary/", {"title": "", "text": "long " * 1000})
    assert answered.status_code == 422 and "long long" in answered.content.decode()


def test_examples_are_chosen_from_the_best_or_by_address(world, sign_in):
    one, two = did(world, 2, outcome="Clean")
    report = begun(world)
    session = sign_in(world.marianne)
    with on(LATER):
        session.post(f"/reports/{report.slug}/examples/", {"activities": [str(two.pk)], "other": f"http://testserver/activities/{one.pk}/\n"})
    assert [row.activity_id for row in report.examples.all()] == [two.pk, one.pk]
    assert read(session, f"/reports/{report.slug}/examples/").count("checked") == 2


@pytest.mark.parametrize(
    ("other", "says"), [("litter", "is not the address of an activity"), ("0194914e-8c5b-7da5-80d1-50cafa900000", "registered activity of Norway")]
)
def test_an_example_that_is_none_is_refused_at_its_field(world, sign_in, other, says):
    report = begun(world)
    answered = sign_in(world.marianne).post(f"/reports/{report.slug}/examples/", {"other": other})
    assert answered.status_code == 422 and says in answered.content.decode()


def test_publishing_renewing_and_throwing_away(world, sign_in):
    did(world)
    report = begun(world)
    session = sign_in(world.marianne)
    with on(LATER):
        answered = session.post(f"/reports/{report.slug}/publish/", follow=True)
    assert "its figures no longer move" in answered.content.decode() and "Begin the next edition" in answered.content.decode()
    edit = session.post(f"/reports/{report.slug}/renew/")["Location"]
    assert "Edit the next edition" in read(session, report.get_absolute_url())
    gone = session.post(edit.replace("/edit/", "/discard/"), follow=True)
    assert "The draft is thrown away." in gone.content.decode() and Report.objects.get() == report


def test_what_is_not_over_is_not_published_and_it_is_said(world, sign_in):
    report = begun(world)
    with on(LATER.replace(month=4)):
        page = sign_in(world.marianne).post(f"/reports/{report.slug}/publish/", follow=True).content.decode()
    assert "publish it after June 2026" in page and "It can be published once June 2026 is over." in page
