"""The house stays as it was built: small modules that say their job, imports that only go down, no script or style inside a page."""

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dugnad"
MODULES = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = [path for path in PACKAGE.rglob("templates/**/*") if path.suffix in (".html", ".svg")]
SAY_NOTHING = {"utils", "helpers", "common", "base", "manager", "managers", "handler", "handlers", "misc"}
MOST_LINES = 300
INLINE = re.compile(r"<[^>]*\s(style|on[a-z]+)\s*=|<style\b|<script(?![^>]*\ssrc=)", re.IGNORECASE)


def _named(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_no_file_is_longer_than_300_lines():
    written = [*MODULES, *TEMPLATES, *(ROOT / "tests").rglob("*.py"), *PACKAGE.rglob("static/**/*.js"), *PACKAGE.rglob("static/**/*.css")]
    assert _named(path for path in written if len(path.read_text().splitlines()) > MOST_LINES) == []


def test_every_module_says_its_job_in_its_first_line():
    silent = [path for path in MODULES if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))]
    assert _named(silent) == []


def test_no_module_has_a_name_that_says_nothing():
    assert _named(path for path in MODULES if path.stem in SAY_NOTHING) == []


def test_no_template_holds_script_or_style_of_its_own():
    assert TEMPLATES and _named(path for path in TEMPLATES if INLINE.search(path.read_text())) == []


def test_the_search_for_script_and_style_finds_them():
    for wrong in ('<p style="x">', '<p class="a" onclick="x">', "<style>", "<script>", '<script type="module">'):
        assert INLINE.search(wrong), wrong
    assert not INLINE.search('<script type="module" src="/a.js"></script><p class="one" data-on="x">')


def test_parts_do_not_speak_through_signals():
    signals = re.compile(r"django\.(dispatch|db\.models\.signals|core\.signals)|\breceiver\(")
    assert _named(path for path in MODULES if signals.search(path.read_text())) == []


def test_imports_only_go_down():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(linter)], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-1000:]
