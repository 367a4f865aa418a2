"""What is told about the open data: a Frictionless data package, and the data dictionary for people."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from dugnad.showcase.opendata.columns import LIST, SMALL, TABLES, Column, Table
from dugnad.showcase.opendata.licences import LICENCES

KINDS: "dict[Any, str]" = {pl.String: "string", pl.Int64: "integer", pl.Float64: "number", pl.Boolean: "boolean", pl.Date: "date"}
RULES = (
    f"A count of people from 1 to {SMALL - 1} is left empty, and the column `small` names it; so is every such count in the figures. "
    "Sums of what is left can therefore be smaller than a figure.",
    "Nobody is named: texts, places, partners, links, photos and those who registered are left out; sections lie at a hundredth of a degree.",
    "A count that waits for a national coordinator's confirmation is empty, as it does not count yet.",
    "Kinds of people are never added into one: the same person can be in two of the columns.",
    "A joint activity is one row of `activities` and counts once in each of its units, and once in each unit above them.",
    "Words are those of today; an activity that was registered with an older word stands under the word to which that is mapped.",
)


def write(folder: Path, licence: str, rows: dict[str, int], network: str) -> None:
    """datapackage.json and README.md into the folder."""
    name, address = LICENCES[licence]
    told = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "social-impact-activities",
        "title": f"Social-impact activities: {network}" if network else "Social-impact activities",
        "description": " ".join(RULES),
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "licenses": [{"name": licence, "title": name, "path": address}],
        "resources": [_resource(folder, table, kind) for table in TABLES for kind in ("csv", "parquet")],
    }
    (folder / "datapackage.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "README.md").write_text("\n".join(_dictionary(network, name, address, rows)) + "\n", encoding="utf-8")


def _resource(folder: Path, table: Table, kind: str) -> dict[str, Any]:
    files = sorted((folder / kind).glob(f"{table.name}/**/*.{kind}" if table.yearly else f"{table.name}.{kind}"))
    fields = [_field(column, kind) for column in table.columns]
    schema = {"fields": fields, "primaryKey": list(table.key)}
    if table.refers:
        schema["foreignKeys"] = [{"fields": [field], "reference": {"resource": f"{other}-{kind}", "fields": [key]}} for field, other, key in table.refers]
    paths = [file.relative_to(folder).as_posix() for file in files]
    media = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[kind]
    return {
        "name": f"{table.name}-{kind}", "title": table.says, "path": paths if table.yearly else paths[0],
        "format": kind, "mediatype": media, "encoding": "utf-8", "schema": schema,
    }  # fmt: skip


def _field(column: Column, kind: str) -> dict[str, Any]:
    """A list of Parquet is "any" to Frictionless, whose own type for lists is that of JSON."""
    if column.kind == LIST:
        shape: dict[str, Any] = {"type": "any"} if kind == "parquet" else {"type": "list", "itemType": "string", "delimiter": ";"}
    else:
        shape = {"type": KINDS[column.kind]}
    return {"name": column.name, **shape, "description": column.says}


def _dictionary(network: str, name: str, address: str, rows: dict[str, int]) -> list[str]:
    lines = [f"# Open data: {network or 'social-impact activities'}", "", f"Licence: [{name}]({address}).", ""]
    lines += ["Each table is there as CSV (lists joined by semicolons, UTF-8) and as Parquet; the large ones are parted by year.", "", "## Rules", ""]
    lines += [f"- {rule}" for rule in RULES]
    for table in TABLES:
        lines += ["", f"## `{table.name}`", "", f"{table.says} {rows[table.name]:,} rows.", "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {_field(column, 'csv')['type']} | {column.says} |" for column in table.columns]
    return lines
