"""The gate on branch coverage: all of the rules, nearly all of the rest."""

import subprocess
import sys

COVERAGE = [sys.executable, "-m", "coverage"]
WHOLE = "dugnad/core/*,dugnad/access/*,dugnad/figures/*,dugnad/*/actions.py,dugnad/*/actions/*"


def report(*options: str) -> int:
    return subprocess.run([*COVERAGE, "report", "--show-missing", "--skip-covered", *options], check=False).returncode


if __name__ == "__main__":
    failed = report(f"--include={WHOLE}", "--fail-under=100")
    failed |= report("--fail-under=95")
    sys.exit(failed)
