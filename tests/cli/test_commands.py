"""The command line as scripts rely on it: a sample federation, served, asked, audited, imported into."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.nursery import fresh

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A small sample federation of its own; on PostgreSQL in a database of its own."""
    folder = tmp_path_factory.mktemp("home")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DUGNAD_", "DJANGO_SETTINGS"))} | {"DUGNAD_HOME": str(folder)}
    name = f"demo_{os.getpid()}"
    if os.environ.get("DUGNAD_TEST_DATABASE") == "postgres":
        import psycopg

        from tests.settings import POSTGRES

        with psycopg.connect(POSTGRES, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        environment["DUGNAD_DATABASE_URL"] = POSTGRES.rpartition("/")[0] + "/" + name
    done = dugnad(environment, "demo", "--no-serve", "--activities", "600", "--seed", "7")
    assert done.returncode == 0, done.stderr
    yield environment
    if "DUGNAD_DATABASE_URL" in environment:
        with psycopg.connect(POSTGRES, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def dugnad(environment, *words, cwd=ROOT):
    return subprocess.run([sys.executable, "-m", "dugnad", *words], env=environment, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


def test_the_sample_federation_has_its_activities(home):
    found = json.loads(dugnad(home, "stats", "INT", "--json").stdout)
    assert 550 < found["measures"]["activities"] <= 600 and found["unit"] == "INT"


def test_a_second_demo_leaves_what_is_there(home):
    done = dugnad(home, "demo", "--no-serve")
    assert done.returncode == 0 and "there already" in done.stderr


def test_the_audit_of_the_samples_finds_nothing(home):
    done = dugnad(home, "audit", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["differences"]) == (0, []) and found["checked"] > 10_000


@pytest.mark.parametrize("by", ["unit", "measure", *(pytest.param(by, marks=pytest.mark.once) for by in ("month", "cause", "sdg", "type", "action"))])
def test_every_breakdown_has_rows(home, by):
    found = json.loads(dugnad(home, "stats", "INT", "--by", by, "--json").stdout)
    assert found["rows"] and set(found["rows"][0]) == {"key", "label", "measures"}


def test_countries_add_up_to_the_network_but_for_joint_ones(home):
    found = json.loads(dugnad(home, "stats", "INT", "--by", "unit", "--json").stdout)
    assert sum(row["measures"]["activities"] for row in found["rows"]) >= found["measures"]["activities"]


def test_a_year_ago_there_was_less(home):
    now, before = (json.loads(dugnad(home, "stats", "INT", *more, "--json").stdout) for more in ((), ("--as-of", "2024-01-01")))
    assert 0 < before["measures"]["activities"] < now["measures"]["activities"] and before["entry"] < now["entry"]


def test_figures_are_a_table_for_people(home):
    assert re.search(r"^Education & Youth +\d", dugnad(home, "stats", "INT", "--by", "cause", "--from", "2025-01", "--to", "2025-12").stdout, re.M)


@pytest.mark.once
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("stats", "NOWHERE"), 1), (("stats", "INT", "--from", "2026-02", "--to", "2026-01"), 1), (("stats", "INT", "--from", "soon"), 2), (("stats", "INT", "--as-of", "soon"), 2),
        (("stats",), 2), (("nonsense",), 2), ((), 2), (("import-units", "nowhere.csv"), 1), (("import-activities", "nowhere.csv", "--unit", "NO"), 1),
        (("import-activities", "README.md", "--unit", "NOWHERE"), 1), (("import-activities", "README.md", "--unit", "NO", "--map", "nonsense"), 2), (("demo", "--no-serve", "--activities", "-1"), 1),
        (("token", "nobody@example.org"), 1), (("token", "local@example.org", "--days", "0"), 1), (("appoint", "a@example.org", "--role", "local", "--unit", "NOWHERE"), 1),
        (("appoint", "a@example.org", "--role", "local", "--unit", "INT"), 1), (("appoint", "nobody", "--role", "local", "--unit", "NO-BERG-ESN"), 1),
        (("serve", "--port", "99999999"), 2), (("serve", "--port", "-1"), 2), (("demo", "--port", "x"), 2),
    ],
)  # fmt: skip
def test_wrong_words_are_refused_in_a_sentence(home, words, status):
    done = dugnad(home, *words)
    assert done.returncode == status and done.stderr and "Traceback" not in done.stderr


def test_a_refused_appointment_makes_nobody_known(home):
    dugnad(home, "appoint", "new@example.org", "--role", "local", "--unit", "INT")
    assert "Nobody signs in with new@example.org" in dugnad(home, "token", "new@example.org").stderr


@pytest.mark.parametrize(
    ("more", "status"), [({"PORT": "x"}, 0), ({"DUGNAD_DATABASE_URL": "nonsense"}, 1), ({"DUGNAD_DATABASE_URL": "postgres://127.0.0.1:1/x"}, 1)]
)
def test_a_wrong_setting_is_refused_in_a_sentence_where_it_matters(home, more, status):
    done = dugnad(home | more, "stats", "INT")
    assert done.returncode == status and "Traceback" not in done.stderr and "mistake in Dugnad" not in done.stderr


def test_nothing_serves_without_a_secret_key(tmp_path):
    done = dugnad({"DUGNAD_HOME": str(tmp_path), "PATH": os.environ["PATH"]}, "serve", "--port", "1")
    assert done.returncode == 1 and "DUGNAD_SECRET_KEY" in done.stderr


@pytest.mark.once
def test_a_real_network_is_founded_filled_and_staffed(home, tmp_path):
    own = {k: v for k, v in home.items() if k != "DUGNAD_DATABASE_URL"} | {"DUGNAD_HOME": str(tmp_path)}
    units = tmp_path / "units.csv"
    units.write_text("country_code,section_id,section_name,city,lat,lon\nno,esn-alta,ESN Alta,Alta,69.97,23.29\nxx,esn-x,ESN X,X,1,1\n")
    activities = tmp_path / "list.csv"
    activities.write_text("title,date,cause,volunteers\nClean-up,2026-03-14,environment,5\nBad,2026-02-31,environment,5\n")
    said = [
        dugnad(own, "import-units", str(units)),
        dugnad(own, "import-units", str(units), "--json"),
        dugnad(own, "import-units", str(units), "--dry-run"),
        dugnad(own, "appoint", "me@example.org", "--role", "local", "--unit", "NO-ALTA", "--name", "Me"),
        dugnad(own, "token", "me@example.org", "--scope", "write"),
        dugnad(own, "import-activities", str(activities), "--unit", "no-alta"),
        dugnad(own, "import-activities", str(activities), "--unit", "no-alta", "--keep-good", "--json"),
        dugnad(own, "stats", "NO-ALTA"),
        dugnad(own, "demo", "--no-serve"),
        dugnad(own, "found", "Again"),
        dugnad(own, "migrate", "--quiet"),
        dugnad(own, "work", "--once"),
        dugnad(own, "audit"),
        dugnad(own, "manage", "check"),
    ]
    assert [one.returncode for one in said] == [0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0], [one.stderr for one in said]


def test_the_demo_is_served_with_its_worker(home):
    port = _free_port()
    server = subprocess.Popen([sys.executable, "-m", "dugnad", "serve", "--port", str(port)], env=home, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert f":{port}/" in server.stdout.readline()
        page = _page(port, "/")
        taken = dugnad(home, "serve", "--port", str(port))
        assert "sample data" in page and (taken.returncode, "taken" in taken.stderr) == (1, True)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
        server.stdout.close()


def _page(port, path):
    for _attempt in range(50):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20).read().decode()
        except OSError:
            time.sleep(0.2)
    raise AssertionError("no answer")


def _free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def test_a_server_does_not_start_on_a_database_of_an_older_version():
    with fresh() as environment:
        assert dugnad(environment, "manage", "migrate", "activities", "0001", "--fake").returncode == 0
        done = dugnad(environment, "serve", "--port", "0")
    assert done.returncode == 1 and "dugnad migrate" in done.stderr and "Traceback" not in done.stderr
