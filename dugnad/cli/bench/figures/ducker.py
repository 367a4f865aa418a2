"""Asks the same questions of DuckDB, over the project's own open data in Parquet."""

import sys
from pathlib import Path
from typing import Any

from dugnad.cli.bench.child import ready, say
from dugnad.cli.bench.figures.asker import median
from dugnad.cli.main import set_up


def main(folder: str) -> None:
    set_up()
    import duckdb

    from dugnad.cli.bench.figures.questions import place, questions
    from dugnad.showcase.opendata.export import export

    files = Path(folder)
    export(files, "CC-BY-4.0")
    asked = questions(place())
    size = sum(path.stat().st_size for path in files.rglob("*.parquet"))
    ready()
    connection = duckdb.connect()
    found: dict[str, Any] = {}
    for name, question in asked.items():
        sql = question.column.replace("{files}", str(files / "parquet"))
        found[name] = median(lambda sql=sql: connection.execute(sql).fetchall(), 7)  # type: ignore[misc]
    say({"questions": found, "megabytes": round(size / 1e6, 1)})


if __name__ == "__main__":
    main(sys.argv[1])
