"""A field is rendered with its label, its help and its error, tied together for those who listen."""

from typing import Any

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import override

from dugnad.web.templatetags import web


class Visit(forms.Form):
    title = forms.CharField(label="What did you do?", help_text="A short title.")
    people = forms.IntegerField(label="People", required=False)
    days = forms.MultipleChoiceField(label="Days", choices=[("mo", "Monday"), ("tu", "Tuesday")], widget=forms.CheckboxSelectMultiple, help_text="One or more.")
    online = forms.BooleanField(label="Online", required=False)


@pytest.fixture
def wrong() -> Visit:
    form = Visit({"people": "many"})
    form.full_clean()
    return form


def test_a_field_has_its_label_and_its_help() -> None:
    html = str(Visit()["title"].as_field_group())
    assert '<label for="id_title">What did you do?' in html
    assert 'id="id_title_helptext"' in html and 'aria-describedby="id_title_helptext"' in html


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert "(optional)" in str(Visit()["people"].as_field_group())
    assert "(optional)" not in str(Visit()["title"].as_field_group())


def test_an_error_stands_at_its_field_and_keeps_what_was_typed(wrong: Visit) -> None:
    html = str(wrong["people"].as_field_group())
    assert 'aria-invalid="true"' in html and 'aria-describedby="id_people_error"' in html
    assert html.count('id="id_people_error"') == 1 and 'value="many"' in html


def test_choices_are_a_group_with_a_legend_that_names_its_help_and_error(wrong: Visit) -> None:
    html = str(wrong["days"].as_field_group())
    assert "<fieldset" in html and "<legend>Days" in html
    assert 'aria-describedby="id_days_helptext id_days_error"' in html


def test_a_single_box_stands_inside_its_label() -> None:
    html = str(Visit()["online"].as_field_group())
    assert '<label for="id_online"><input type="checkbox"' in html


def test_the_summary_of_errors_leads_to_each_field(wrong: Visit) -> None:
    html = render_to_string("web/components/errors.html", {"form": wrong})
    assert 'role="alert"' in html
    assert 'href="#id_title"' in html and 'href="#field-days"' in html


def test_a_right_form_has_no_summary() -> None:
    assert render_to_string("web/components/errors.html", {"form": Visit()}).strip() == ""


@pytest.mark.parametrize(("language", "shown"), [("en", "18,402"), ("nb", "18\xa0402"), ("fr", "18\u202f402")])
def test_numbers_are_in_the_readers_language(language: str, shown: str) -> None:
    with override(language):
        assert web.number(18402) == shown


@pytest.mark.parametrize(("now", "before", "shown"), [(115, 100, "+15%"), (43, 100, "−57%"), (5, 0, ""), (0, 4, "−100%")])
def test_a_change_says_more_or_less(now: Any, before: Any, shown: str) -> None:
    with override("en"):
        assert web.change(now, before) == shown


def test_an_icon_is_drawn_without_being_read_out() -> None:
    assert 'aria-hidden="true"' in web.icon("check")
