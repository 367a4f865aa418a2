"""The open data: tables that agree with the pages, open elsewhere, and name nobody."""

import csv
import json

import duckdb
import pytest

from dugnad.activities import actions
from dugnad.cli.main import main
from dugnad.figures import fold, reading
from dugnad.showcase.opendata import columns
from dugnad.showcase.opendata.export import export
from tests.world import act, details, register, term


@pytest.fixture
def exported(world, tmp_path):
    """Three activities: a large one of two sections, a small one with a count held back, one in another year; a fourth is withdrawn."""
    register(world.bergen, world.kari, title="Secret title", organisers=(world.oslo,), goods=((term("measure", "food"), 12),))
    register(world.oslo, world.ola, volunteers=3, people_helped=2_000_000)
    register(world.paris, world.luc, starts_on=details().starts_on.replace(year=2025))
    gone = register(world.oslo, world.ola)
    actions.withdraw(act(world.ola), gone, reason="twice")
    world.folder = tmp_path / "open"
    world.told = export(world.folder, "CC-BY-4.0")
    return world


def rows(world, path):
    return list(csv.DictReader((world.folder / "csv" / path).read_text(encoding="utf-8").splitlines()))


def asked(world, sql):
    return duckdb.sql(sql.format(parquet=world.folder / "parquet")).fetchall()


def test_every_activity_that_counts_is_there_once_in_the_file_of_its_year(exported):
    found = rows(exported, "activities/2026.csv")
    assert [(row["unit"], row["organisers"], row["cause"]) for row in found] == [
        ("NO-BERG-ESN", "NO-OSLO-ESN", "environment"),
        ("NO-OSLO-ESN", "", "environment"),
    ]
    assert found[0]["measures"] == "food=12" and len(rows(exported, "activities/2025.csv")) == 1


def test_small_counts_and_those_that_wait_are_left_out_and_the_small_ones_named(exported):
    small = rows(exported, "activities/2026.csv")[1]
    assert (small["volunteers"], small["small"], small["people_helped"]) == ("", "volunteers", "")
    (figure,) = [row for row in rows(exported, "figures/2026.csv") if (row["unit"], row["facet"]) == ("NO", "")]
    assert (figure["activities"], figure["volunteers"], figure["small"]) == ("2", "13", "")


def test_figures_are_those_of_the_pages(exported):
    for unit in (exported.top, exported.norway, exported.oslo):
        ((many,),) = asked(exported, f"SELECT sum(activities) FROM '{{parquet}}/figures/*/*.parquet' WHERE unit = '{unit.code}' AND facet = ''")
        assert many == reading.total(reading.Question((unit.pk,))).activities


def test_they_are_the_same_when_nothing_waits_to_be_folded(exported, tmp_path):
    fold.fold_waiting()
    assert export(tmp_path / "again", "CC0-1.0") == exported.told


def test_it_opens_in_a_column_store_by_its_years(exported):
    sql = "SELECT year, unit, count(*) FROM read_parquet('{parquet}/activities/*/*.parquet', hive_partitioning = true) GROUP BY ALL ORDER BY ALL"
    assert asked(exported, sql) == [(2025, "FR-PARI-ESN", 1), (2026, "NO-BERG-ESN", 1), (2026, "NO-OSLO-ESN", 1)]
    assert asked(exported, "SELECT list_contains(organisers, 'NO-OSLO-ESN') FROM '{parquet}/activities/*/*.parquet' WHERE unit = 'NO-BERG-ESN'") == [(True,)]


def test_nobody_and_no_text_is_in_it(exported):
    everything = b"".join(path.read_bytes() for path in exported.folder.rglob("*") if path.suffix in (".csv", ".json", ".md"))
    for said in ("Secret title", details().summary, "Kari", "kari@", exported.bergen.email or "no e-mail"):
        assert said.encode() not in everything


def test_the_package_tells_every_file_column_and_licence(exported):
    told = json.loads((exported.folder / "datapackage.json").read_text())
    assert told["licenses"][0]["name"] == "CC-BY-4.0" and "README.md" in {path.name for path in exported.folder.iterdir()}
    listed = {path for resource in told["resources"] for path in ([resource["path"]] if isinstance(resource["path"], str) else resource["path"])}
    assert listed == {path.relative_to(exported.folder).as_posix() for path in exported.folder.glob("*/**/*") if path.is_file()}
    for table in columns.TABLES:
        (resource,) = [one for one in told["resources"] if one["name"] == f"{table.name}-csv"]
        path = resource["path"] if isinstance(resource["path"], str) else resource["path"][0]
        assert (exported.folder / path).read_text().splitlines()[0].split(",") == [field["name"] for field in resource["schema"]["fields"]]


def test_an_empty_network_has_its_units_and_words(world, tmp_path):
    told = export(tmp_path / "open", "CC-BY-4.0")
    assert told.rows["activities"] == 0 and told.rows["units"] > 40 and told.rows["terms"] > 50


@pytest.mark.parametrize("there", ["file", "folder"])
def test_what_is_there_is_not_written_over(world, tmp_path, there, capsys):
    (tmp_path / "old").write_text("old")
    assert main(["export-open-data", str(tmp_path / "old" if there == "file" else tmp_path)]) == 1
    assert "name a new one" in capsys.readouterr().err and (tmp_path / "old").read_text() == "old"


def test_the_command_says_what_it_wrote(world, tmp_path, capsys):
    register(world.bergen, world.kari)
    assert main(["export-open-data", str(tmp_path / "open")]) == 0
    assert "1  activities" in capsys.readouterr().out
