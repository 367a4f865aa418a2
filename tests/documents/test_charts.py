"""Charts are sound, open what they count, and bear any figures."""

from xml.etree import ElementTree

from dugnad.documents.charts import Bar, bar, columns, ranked, sparkline

HOSTILE = "<b onclick='x'>\"&\x00"
MONTHS = [
    Bar(
        f"Month {i}",
        i * 3,
        f"{i * 3}",
        i * 2,
        f"a year before: {i * 2}",
        f"/m/{i}",
        "culture",
        f"{2020 + i // 12}",
    )
    for i in range(72)
]


def links(markup: str) -> list[str | None]:
    assert "style=" not in markup
    return [link.get("href") for link in ElementTree.fromstring(markup).iter("a")]


def test_every_column_and_row_opens_what_it_counts() -> None:
    assert links(columns(MONTHS, title="Series")) == [bar.href for bar in MONTHS]
    assert links(ranked(MONTHS[:9], title="Causes")) == [bar.href for bar in MONTHS[:9]]


def test_a_column_says_its_number_and_last_years() -> None:
    tree = ElementTree.fromstring(columns(MONTHS, title="Series", unit="activities"))
    assert [title.text for title in tree.iter("title")][13] == "Month 13: 39 activities (a year before: 26)"


def test_years_are_named_where_they_begin() -> None:
    tree = ElementTree.fromstring(columns(MONTHS, title="Series"))
    assert [t.text for t in tree.iter("text") if t.get("class") is None] == [str(year) for year in range(2020, 2026)]


def test_the_last_is_labelled_and_the_highest_and_lowest_where_they_fit() -> None:
    assert labelled([5, 900, 4, 7, 8, 3, 6, 2, 5, 100]) == {"900", "100", "2"}
    assert labelled([5, 5, 4, 7, 2, 3, 6, 8, 9000, 1000]) == {"1000", "2"}


def labelled(values: list[int]) -> set[str | None]:
    tree = ElementTree.fromstring(columns([Bar("x", v, str(v)) for v in values], title="Series"))
    return {t.text for t in tree.iter("text") if t.get("class") == "number"}


def test_hostile_words_and_odd_figures_do_no_harm() -> None:
    odd = [Bar(HOSTILE, v, HOSTILE, b, HOSTILE, "javascript:x", HOSTILE, HOSTILE) for v, b in ((0, None), (-5, -9), (0, 0), (1e12, 3))]
    for drawn in (
        columns(odd, title=HOSTILE),
        ranked(odd, title=HOSTILE),
        columns(odd[:1], title=""),
        ranked(odd[:1], title=""),
    ):
        assert set(links(drawn)) == {"#"}
        assert all(float(r.get("height", "0").rstrip("%")) >= 0 for r in ElementTree.fromstring(drawn).iter("rect"))


def test_a_bar_alone_for_a_table() -> None:
    for drawn in (bar(5, 10, "culture", before=3), bar(0, 0), bar(7, 3, HOSTILE)):
        assert 0 <= float(next(ElementTree.fromstring(drawn).iter("rect")).get("width", "").rstrip("%")) <= 100


def test_no_figures_yet() -> None:
    assert "Nothing to count yet" in columns([], title="x")
    assert "Nothing to count yet" in ranked([], title="x")
    assert sparkline([]) == ""


def test_a_sparkline_ends_where_its_last_value_is() -> None:
    for values in ([3], [0, 0], [-1, 5, 2]):
        assert ElementTree.fromstring(sparkline(values, title=HOSTILE)).find("circle") is not None
