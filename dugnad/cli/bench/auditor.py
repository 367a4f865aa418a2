"""Take the bare rows away, fold what waits, and audit a benchmark's database."""

from dugnad.cli.bench.child import ready, say
from dugnad.cli.main import set_up


def main() -> None:
    set_up()
    from django.db import connection

    from dugnad.activities.posting import all_postings
    from dugnad.cli.bench.writer import BARE
    from dugnad.figures.audit import audit
    from dugnad.figures.fold import fold_waiting

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM activities_activity WHERE money_receiver = %s", [BARE])
    ready()
    while fold_waiting():
        pass
    found = audit(all_postings)
    say({"checked": found.checked, "differences": len(found.differences)})


if __name__ == "__main__":
    main()
