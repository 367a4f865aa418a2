"""No worker runs: registering goes on, and what waits is done once when it is back."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.bad_days.test_huge_upload import home  # noqa: F401

pytestmark = pytest.mark.slow


def run(home, *words):  # noqa: F811
    return subprocess.run([sys.executable, "-m", *words], env=home, check=True, capture_output=True, text=True).stdout


def test_what_waits_is_done_once_when_the_worker_is_back(home):  # noqa: F811
    assert json.loads(run(home, "tests.bad_days.without_worker")) == [302, 302, 302, True]
    kept = Path(home["DUGNAD_HOME"])
    assert (list(kept.glob("mail/*")), list(kept.glob("media/**/*-small.jpg"))) == ([], [])
    for _time in range(2):
        run(home, "dugnad", "work", "--once")
        assert len(list(kept.glob("media/**/*-small.jpg"))) == 1
        mails = [mail.read_text() for mail in kept.glob("mail/*")]
        assert [mail.count("To: new@example.org") for mail in mails] == [1]


def test_a_mail_server_that_is_away_is_tried_again(home):  # noqa: F811
    run(home, "tests.bad_days.without_worker")
    run(home | {"DUGNAD_EMAIL_URL": "smtp://127.0.0.1:9"}, "dugnad", "work", "--once")
    later = "from django_tasks_db.models import DBTaskResult as R; print(R.objects.filter(status='READY').update(run_after='2026-01-01T00:00Z'))"
    assert run(home, "dugnad", "manage", "shell", "--no-imports", "-v", "0", "-c", later).strip() == "1"
    run(home, "dugnad", "work", "--once")
    assert [mail.read_text().count("To: new@example.org") for mail in Path(home["DUGNAD_HOME"]).glob("mail/*")] == [1]


def waiting(since):
    task = DBTaskResult.objects.create(args_kwargs={"args": [], "kwargs": {}}, task_path="dugnad.activities.tasks.make_thumbnail", backend_name="default")
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - since)


def test_who_answers_for_the_network_is_told_on_the_desk(world, sign_in):
    waiting(timedelta(minutes=9))
    assert "the worker is not running" in sign_in(world.ines).get("/desk/").content.decode()
    assert "the worker is not running" not in sign_in(world.kari).get("/desk/").content.decode()


def test_what_waits_for_a_moment_alarms_nobody(world, sign_in):
    waiting(timedelta(seconds=20))
    assert "the worker is not running" not in sign_in(world.ines).get("/desk/").content.decode()
