"""Audit a benchmark's database, after folding what waits."""

from dugnad.cli.bench.child import ready, say
from dugnad.cli.main import set_up


def main() -> None:
    set_up()
    from dugnad.activities.posting import all_postings
    from dugnad.figures.audit import audit

    ready()
    found = audit(all_postings)
    say({"checked": found.checked, "differences": len(found.differences)})


if __name__ == "__main__":
    main()
