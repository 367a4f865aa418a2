"""The language of templates: fields, optional parts, blocks; and a clear sentence for everything that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dugnad.core.periods import Period, parse_month, year
from dugnad.recognition.composing import packaged
from dugnad.recognition.filling import BLOCKS, FIELDS, BadTemplate, check, filled, paragraphs, plain
from dugnad.recognition.languages import KNOWN, of_country
from dugnad.recognition.wording import counted, joined, when, wording

VALUES = dict.fromkeys(FIELDS, "") | {"university": "Uni", "activities": "12 activities"}


def test_fields_are_filled_and_double_signs_stand_for_themselves():
    assert filled("To {university}: {{ [[x]] }}", VALUES) == "To Uni: { [x] }"


def test_what_stands_in_brackets_is_left_out_when_a_field_in_it_is_empty():
    assert filled("[With {activities}.] [Also {volunteers}.] [Always.]", VALUES) == "With 12 activities. Always."


def test_a_no_break_space_within_a_number_stays():
    assert filled("[{people_helped}]", VALUES | {"people_helped": "3\u00a0637 mennesker"}) == "3\u00a0637 mennesker"


def test_a_paragraph_that_is_left_out_leaves_no_hole():
    assert filled("One\n\n[{volunteers}]\n\nTwo", VALUES) == "One\n\nTwo"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{universty}", "there is no field {universty}. Did you mean {university}?"),
        ("a\n{qqqq}", "Line 2: there is no field {qqqq}. The fields are listed below the text."),
        ("a { b", "a brace stands alone"),
        ("a } b", "a brace stands alone"),
        ("[a [b] c]", "square brackets do not lie within one another"),
        ("a ] b", "square brackets do not lie within one another"),
        ("a [b", "opened and not closed"),
        ("Here {figures} it is", "stands on a line of its own"),
        ("[\n{figures}\n]", "stands on a line of its own"),
        ("{university.__class__}", "there is no field"),
        ("{% load x %}", "there is no field"),
    ],
)
def test_what_cannot_be_filled_is_said_with_its_line(text, says):
    with pytest.raises(BadTemplate, match=r"Line|bracket") as said:
        check(text)
    assert says in str(said.value)


@given(st.text(alphabet="{}[] \n\tabfigures_university%", max_size=60))
def test_whatever_is_typed_is_filled_or_refused(text):
    try:
        check(text)
    except BadTemplate:
        return
    assert isinstance(filled(text, VALUES), str)


@pytest.mark.parametrize("value", ["{city}", "[", "}}", "{figures}", "{% now %}"])
def test_what_a_field_brings_is_never_read_as_a_template(value):
    assert filled("In {city}.", VALUES | {"city": value}) == f"In {value}."


def test_blocks_are_found_between_paragraphs():
    parts = paragraphs("Dear all,\n{figures}\nmore\nlines\n\n{people}")
    assert parts == [{"text": "Dear all,"}, {"block": "figures"}, {"text": "more\nlines"}, {"block": "people"}]
    assert plain("One\n\n{figures}\n\nTwo") == "One\n\nTwo"


@pytest.mark.parametrize("language", KNOWN)
def test_the_packaged_words_of_each_language_can_be_filled_and_lack_nothing(language):
    own, words = packaged(language), wording(language)
    check(own.subject)
    check(own.body)
    assert all(f"{{{block}}}" in own.body for block in BLOCKS)
    assert words.keys() == wording("en").keys() and all(words[name].keys() == wording("en")[name].keys() for name in ("counts", "labels", "offices", "words"))
    assert {name for name in FIELDS if f"{{{name}}}" in own.body} >= {"salutation", "section", "activities", "when", "volunteers", "people_helped"}


def test_each_language_counts_in_its_own_plurals():
    assert [counted("activities", n, "pl") for n in (1, 3, 12, 22)] == ["1 działanie", "3 działania", "12 działań", "22 działania"]
    assert counted("people_helped", 1234, "nb") == "1\u00a0234 mennesker" and counted("volunteers", 1, "de") == "1 freiwillige Person"


def test_a_period_stands_in_a_sentence():
    spring = Period(parse_month("2026-01"), parse_month("2026-06"))
    assert when(year(2026), "fr") == "en 2026" and when(spring, "es") == "de enero a junio de 2026"
    assert when(spring, "pl") == "od stycznia do czerwca 2026" and when(Period(spring.first, spring.first), "nb") == "i januar 2026"
    assert when(Period(parse_month("2026-08"), parse_month("2027-01")), "fr") == "entre août 2026 et janvier 2027"


def test_names_are_joined_as_the_language_does():
    assert joined(["A"], "en") == "A" and joined(["A", "B", "C"], "de") == "A, B und C"


def test_a_country_reads_its_first_language_and_others_english():
    assert [of_country(code) for code in ("AT", "CY", "TR")] == ["de", "el", "en"]
