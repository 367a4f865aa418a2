"""Coordinators offer certificates for what their unit did, to one or to a list, each person once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from dugnad.activities import actions as activities
from dugnad.certificates.actions.offer import MOST, ask_again, offer, offer_to_all
from dugnad.certificates.models import Certificate
from dugnad.certificates.offers import Volunteer, of_a_term, of_activity
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.core.periods import month_of, term_of
from tests.certificates.making import SIRI, given, link, offered
from tests.world import act, details, on, register

ONE, MANY = "/units/no-berg-esn/certificates/offer/", "/units/no-berg-esn/certificates/offer-list/"
LIST = "Name\tE-mail\tHours\tSkills\nSiri Øvrebø\tsiri@example.org\t12,5\tfirst aid; Norwegian\nAli Reza\tali@example.org\t4\t\n"


def answers(activity, **changes):
    return {"work": f"activity:{activity.pk}", "name": "Siri Øvrebø", "email": "Siri@Example.org", "hours": "12,5", "language": "en"} | changes


def told(page):
    """What stands at the fields."""
    return [str(says) for errors in page.context["form"].errors.values() for says in errors]


def test_an_offer_is_asked_by_mail_in_the_chosen_language(world, sign_in):
    page = sign_in(world.kari).post(ONE, answers(register(world.bergen, world.kari), skills="first aid, first aid ,Norwegian", language="en"), follow=True)
    made = Certificate.objects.get()
    assert (made.email, made.hours, made.skills, made.state) == ("siri@example.org", Decimal("12.50"), ["first aid", "Norwegian"], "offered")
    assert mail.outbox[0].to == ["siri@example.org"] and link(made) in mail.outbox[0].body and mail.outbox[0].reply_to == ["kari@example.org"]
    assert "is asked by mail" in page.content.decode()


def test_a_whole_term_has_no_activity(world, sign_in):
    term = term_of(month_of(date.today()))
    sign_in(world.kari).post(ONE, answers(register(world.bergen, world.kari), work=f"term:{term}"))
    made = Certificate.objects.get()
    assert (made.activity, made.title[:16], (made.until - made.since).days > 180) == (None, "Voluntary work, ", True)


def test_what_is_wrong_is_said_at_its_field(world, sign_in):
    page = sign_in(world.kari).post(ONE, {"work": "term:9999999", "name": "\u202e", "email": "siri", "hours": "many", "skills": ",".join("abcdefghijklm")})
    assert page.status_code == 422 and set(page.context["form"].errors) == {"work", "name", "email", "hours", "skills", "language"}
    assert Certificate.objects.count() == 0


@pytest.mark.parametrize("hours", ["0", "-1", "NaN", "1e9", "0.001"])
def test_impossible_hours_are_refused(world, sign_in, hours):
    page = sign_in(world.kari).post(ONE, answers(register(world.bergen, world.kari), hours=hours))
    assert page.status_code == 422 and "hours" in page.context["form"].errors


def test_more_hours_than_the_days_have_are_refused(world, sign_in):
    page = sign_in(world.kari).post(ONE, answers(register(world.bergen, world.kari), hours="25"))
    assert told(page) == ["25 hours do not fit into these days: at most 24."]


def test_the_same_person_is_asked_once_for_the_same(world, sign_in):
    certificate = offered(world)
    page = sign_in(world.kari).post(ONE, answers(certificate.activity))
    assert told(page) == ["This person has been offered a certificate for it already."]


def test_for_something_else_the_same_person_is_asked_again(world):
    given(world)
    given(world)
    assert Certificate.objects.filter(state="given").count() == 2


def test_a_co_organiser_offers_too(world):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    assert offer(act(world.ola), world.oslo, of_activity(activity), SIRI, language="en").unit == world.oslo


def test_nobody_speaks_of_what_others_did(world):
    with pytest.raises(Refused, match="this unit organised"):
        offer(act(world.luc), world.paris, of_activity(register(world.bergen, world.kari)), SIRI, language="en")


def test_a_planned_activity_gives_none(world):
    planned = activities.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() - timedelta(days=2)))
    with pytest.raises(Refused, match="that counts"):
        offer(act(world.kari), world.bergen, of_activity(planned), SIRI, language="en")


def test_a_term_that_has_not_begun_gives_none(world):
    with pytest.raises(Refused, match="not begun"):
        offer(act(world.kari), world.bergen, of_a_term(term_of(month_of(date.today())) + 1), SIRI, language="en")


def test_other_sections_offer_none_of_bergen(world):
    with pytest.raises(NotAllowed):
        offer(act(world.ola), world.bergen, of_activity(register(world.bergen, world.kari)), SIRI, language="en")


def test_a_language_that_we_have_not_is_english(world):
    assert offered(world, language="tlh").language == "en"


def test_who_does_not_answer_is_asked_again_but_not_on_the_same_day(world, sign_in):
    today = timezone.localdate()
    with on(today - timedelta(days=2)):
        certificate = offered(world)
    client = sign_in(world.kari)
    pages = [client.post(f"{certificate.get_absolute_url()}ask/", follow=True).content.decode() for _time in range(2)]
    assert "Siri Øvrebø is asked once more." in pages[0] and "less than a day old" in pages[1]
    assert len(mail.outbox) == 1 and link(certificate) in mail.outbox[0].body


def test_who_has_answered_is_not_asked_again(world):
    with pytest.raises(Refused, match="no answer any more"):
        ask_again(act(world.kari), given(world))


def test_others_ask_nobody_of_bergen(world):
    with pytest.raises(NotAllowed):
        ask_again(act(world.ola), offered(world))


def test_a_pasted_list_is_shown_before_anything_is_sent(world, sign_in):
    activity = register(world.bergen, world.kari)
    page = sign_in(world.kari).post(MANY, {"work": f"activity:{activity.pk}", "language": "en", "text": LIST})
    assert page.context["found"].hours == 16.5 and "Offer to 2 volunteers" in page.content.decode()
    assert (Certificate.objects.count(), mail.outbox) == (0, [])


def test_a_list_that_is_right_asks_everybody_once(world, sign_in):
    said = {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "text": LIST, "really": "1"}
    pages = [sign_in(world.kari).post(MANY, said, follow=True).content.decode() for _time in range(2)]
    assert sorted(message.to[0] for message in mail.outbox) == ["ali@example.org", "siri@example.org"]
    assert "2 volunteers are asked by mail." in pages[0] and "0 volunteers are asked by mail. 2 had been asked before." in pages[1]


def test_what_is_wrong_in_a_list_is_said_row_by_row_and_nobody_is_asked(world, sign_in):
    rows = "name;e-mail;hours\nSiri;siri@example.org;3\n;nobody@example.org;3\nAli;ali;3\nSiri;SIRI@example.org;4\n"
    page = sign_in(world.kari).post(MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "text": rows, "really": "1"})
    assert told(page) == [
        "Row 3, Name: Please fill this in.",
        "Row 4, E-mail: Enter a valid email address.",
        "Row 5: siri@example.org stands in the list twice.",
    ]
    assert (page.status_code, Certificate.objects.count()) == (422, 0)


def test_many_mistakes_are_cut_short(world, sign_in):
    rows = "name;e-mail;hours\n" + "x;y;1\n" * 40
    page = sign_in(world.kari).post(MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "text": rows})
    assert len(told(page)) == 31 and told(page)[-1] == "… and 10 more."


def test_one_row_with_too_many_hours_stops_the_whole_list(world, sign_in):
    rows = LIST + "Eva\teva@example.org\t99\t\n"
    page = sign_in(world.kari).post(MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "text": rows, "really": "1"})
    assert told(page) == ["eva@example.org: 99 hours do not fit into these days: at most 24."]
    assert Certificate.objects.count() == 0


def test_a_list_without_headings_is_understood(world, sign_in):
    page = sign_in(world.kari).post(
        MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "text": "Siri, siri@example.org, 3\nAli, ali@example.org, 4\n"}
    )
    assert [one.name for one in page.context["found"].volunteers] == ["Siri", "Ali"]


def test_headings_that_say_nothing_are_named(world, sign_in):
    page = sign_in(world.kari).post(
        MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "text": "navn;epost;x\nSiri;s@example.org;3\n"}
    )
    assert told(page) == ["There is no column called Hours. The headings are: navn, epost, x."]


def test_a_spreadsheet_is_taken_and_stands_in_the_form(world, sign_in, tmp_path):
    book = Workbook()
    for row in (("Full name", "E-mail address", "Hours"), ("Siri", "siri@example.org", 3), ("Ali", "ali", 4)):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    file = SimpleUploadedFile("list.xlsx", (tmp_path / "list.xlsx").read_bytes())
    page = sign_in(world.kari).post(MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", "file": file})
    assert told(page) == ["Row 3, E-mail: Enter a valid email address."] and "Siri\tsiri@example.org\t3" in page.content.decode()


@pytest.mark.parametrize(
    ("file", "says"),
    [(None, "Paste the list here"), (b"\x00\x01\x02", "not a spreadsheet"), (b"only\none\n", "one column"), (b"x" * 10_000_001, "larger than")],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(world, sign_in, file, says):
    sent = {"file": SimpleUploadedFile("x.csv", file)} if file else {}
    page = sign_in(world.kari).post(MANY, {"work": f"activity:{register(world.bergen, world.kari).pk}", "language": "en", **sent})
    assert page.status_code == 422 and any(says in error for error in told(page))


def test_a_list_has_an_end(world):
    many = [Volunteer(f"V{n}", f"v{n}@example.org", Decimal(1)) for n in range(MOST + 1)]
    with pytest.raises(Refused, match="At most 500"):
        offer_to_all(act(world.kari), world.bergen, of_activity(register(world.bergen, world.kari)), many, language="en")


def test_the_activity_from_whose_page_one_comes_is_chosen(world, sign_in):
    activity = register(world.bergen, world.kari)
    assert f'value="activity:{activity.pk}" selected' in sign_in(world.kari).get(f"{ONE}?activity={activity.pk}").content.decode()


def test_an_old_activity_can_be_chosen_from_its_page(world, sign_in, monkeypatch):
    monkeypatch.setattr("dugnad.certificates.forms.ACTIVITIES", 1)
    old, _new = register(world.bergen, world.kari, starts_on=date(2024, 1, 5)), register(world.bergen, world.kari)
    assert f'value="activity:{old.pk}" selected' in sign_in(world.kari).get(f"{ONE}?activity={old.pk}").content.decode()


@pytest.mark.parametrize("wrong", ["x", "018f3b6e-0000-7000-8000-000000000000"])
def test_an_activity_that_is_none_chooses_nothing(world, sign_in, wrong):
    assert sign_in(world.kari).get(f"{ONE}?activity={wrong}").status_code == 200
