"""The documents are true: the permissions are the table's, every setting is explained, every link leads somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def permissions() -> list[str]:
    """docs/permissions.md is what the table says."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from dugnad.access.table import as_markdown

    path = ROOT / "docs" / "permissions.md"
    if "--write" in sys.argv:
        path.write_text(as_markdown())
    return (
        []
        if path.exists() and path.read_text() == as_markdown()
        else ["docs/permissions.md is not what access/rules.py says; run: python tests/docs.py --write"]
    )


def settings() -> list[str]:
    """docs/settings.md explains every variable that the code reads, and no other."""
    read = set()
    for path in ROOT.glob("dugnad/**/*.py"):
        read |= set(re.findall(r"[\"'](DUGNAD_[A-Z_]+)[\"']", path.read_text()))
    told = set(re.findall(r"`(DUGNAD_[A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text()))
    tests = {name for name in told if name.startswith("DUGNAD_TEST") or name == "DUGNAD_KILLS"}
    return [f"docs/settings.md does not explain {name}" for name in sorted(read - told)] + [
        f"docs/settings.md explains {name}, which nothing reads" for name in sorted(told - read - tests)
    ]


def links() -> list[str]:
    """Relative links in the documents lead to files that are there."""
    files = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    bad = []
    for name in files:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", (ROOT / name).read_text()):
            if not (ROOT / name).parent.joinpath(target).exists():
                bad.append(f"{name}: {target} is not there")
    return bad


if __name__ == "__main__":
    wrong = permissions() + settings() + links()
    print("\n".join(wrong) or "the documents are true")
    sys.exit(bool(wrong))
