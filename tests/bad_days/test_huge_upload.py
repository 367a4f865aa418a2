"""200 MB sent to a real server: refused with a sentence, the words kept, and the server none the fatter."""

import http.cookiejar
import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.bad_days.test_kill import Server, _until
from tests.nursery import fresh

MEGABYTE = 1_000_000
BOUNDARY = "birch"


@pytest.fixture
def home():
    with fresh() as env:
        subprocess.run([sys.executable, "-m", "dugnad", "manage", "collectstatic", "--noinput"], env=env, check=True, capture_output=True)
        yield env


@pytest.fixture
def server(home):
    started = Server(home)
    _until(started.listens)
    yield started
    started.kill()


def body(token, size):
    """A form with words and a file, made while it is sent."""
    before = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{{}}"\r\n\r\n{{}}\r\n'
    yield (before.format("csrfmiddlewaretoken", token) + before.format("alt", "Six students planting a birch")).encode()
    yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="birch.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'.encode()
    for _megabyte in range(size // MEGABYTE):
        yield b"x" * MEGABYTE
    yield f"\r\n--{BOUNDARY}--\r\n".encode()


def memory(process):
    """Megabytes that the server and its workers hold at most since they began."""
    pids = subprocess.run(["pgrep", "-g", str(process.pid)], capture_output=True, text=True, check=True).stdout.split()
    peaks = [re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in pids]
    return sum(int(peak[1]) for peak in peaks if peak) / 1000


@pytest.mark.slow
def test_it_is_refused_in_words_and_taken_in_nowhere(home, server):
    said = json.loads(subprocess.run([sys.executable, "-m", "tests.bad_days.session"], env=home, check=True, capture_output=True, text=True).stdout)
    address = f"http://127.0.0.1:{server.port}/activities/{said['activity']}/photos/"
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    browser.addheaders = [("Cookie", f"sessionid={said['session']}")]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.open(address).read().decode())[1]
    before = memory(server.process)
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Content-Length": str(sum(map(len, body(token, 200 * MEGABYTE))))}
    headers["Cookie"] = f"sessionid={said['session']}; csrftoken={next(cookie.value for cookie in jar if cookie.name == 'csrftoken')}"
    try:
        urllib.request.urlopen(urllib.request.Request(address, data=body(token, 200 * MEGABYTE), headers=headers, method="POST"), timeout=60)
        raise AssertionError("it was taken")
    except urllib.error.HTTPError as answer:
        page = answer.read().decode()
    assert "This file is larger than 20 MB" in page and "Six students planting a birch" in page
    assert memory(server.process) - before < 60
    assert list(Path(home["DUGNAD_HOME"]).glob("media/**/*.jpg")) == []
