"""The press is bounded: in time, in memory, in what it can read; and it prints again after any of them."""

import threading

import pytest

from dugnad.documents import press
from dugnad.documents.press import Job, PrintError, found, printed
from dugnad.showcase.pieces.formats import SQUARE
from tests.documents.test_sheets import SHORTEST, sheet


@pytest.fixture
def job():
    return sheet("quilt", SQUARE, SHORTEST)


def test_what_takes_too_long_is_stopped_and_the_next_is_printed(job):
    printed(job, "png", ppi=20)
    with pytest.raises(PrintError, match=r"took longer than 0\.001 s"):
        printed(job, "png", ppi=500, seconds=0.001)
    assert printed(job, "png", ppi=20)


def test_what_needs_too_much_memory_is_refused_and_the_next_is_printed(job):
    with pytest.raises(PrintError):
        printed(job, "png", ppi=4000)
    assert printed(job, "png", ppi=20)


def test_a_template_that_is_not_there_is_said():
    with pytest.raises(PrintError) as said:
        printed(Job("no-such-template", {}), "pdf")
    assert "memory" not in str(said.value) and str(said.value)


def test_a_template_reads_no_file_of_the_machine(job):
    with pytest.raises(PrintError):
        printed(Job("../../../../etc/passwd", {}), "pdf")
    hostile = job.data["pictures"] | {"quilt": job.data["pictures"]["quilt"] | {"name": "../../../../../../etc/passwd"}}
    with pytest.raises(PrintError):
        printed(Job("quilt", job.data | {"pictures": hostile}, job.pictures), "png")


def test_a_picture_that_is_none_is_said(job):
    with pytest.raises(PrintError):
        shown = job.data["pictures"] | {"quilt": job.data["pictures"]["quilt"] | {"name": "broken.svg"}}
        printed(Job("quilt", job.data | {"pictures": shown}, job.pictures | {"broken.svg": b"<svg"}), "png")


def test_who_waits_waits_no_longer_than_the_own_time(job):
    busy = [press._free.get() for _ in range(press.PRESSES)]
    with pytest.raises(PrintError, match="other prints took longer"):
        printed(job, "png", seconds=0.05)
    for one in busy:
        press._free.put(one)


def test_several_at_once_each_get_their_own(job):
    jobs = [Job(job.template, job.data | {"title": str(number)}, job.pictures) for number in range(4)]
    alone, together = [printed(one, "svg") for one in jobs], [None] * 4

    def run(number):
        together[number] = printed(jobs[number], "svg")

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == alone and len({svg[0] for svg in alone}) == 4
    assert len(press.presses()) == press.PRESSES


def test_a_killed_press_is_started_anew(job):
    printed(job, "png", ppi=20)
    one = press.presses()[-1]
    one.process.kill()
    one.process.wait()
    assert printed(job, "png", ppi=20) and press.presses()[-1] is not one


def test_a_press_that_dies_at_work_says_so_and_the_next_is_printed(job, monkeypatch):
    printed(job, "png", ppi=20)
    one = press.presses()[-1]
    monkeypatch.setattr(press.Press, "alive", True)
    one.process.kill()
    one.process.wait()
    with pytest.raises(PrintError, match="more memory"):
        printed(job, "png", ppi=20)
    monkeypatch.undo()
    assert printed(job, "png", ppi=20)


def test_many_pictures_do_not_pile_up(job):
    for number in range(3):
        many = {f"{number}-{at}.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' for at in range(120)}
        assert printed(Job(job.template, job.data, many | job.pictures), "png", ppi=10)


def test_geometry_is_told_by_name(job):
    assert {"title", "who", "address"} <= {one["name"] for one in found(job, "<fitted>")}
