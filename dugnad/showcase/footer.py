"""The sums under the list: recounted from the records where that is quick, from the accounts where they are many."""

from typing import Any

from django.db.models import Count, Q, Sum

from dugnad.activities import finding
from dugnad.activities.limits import COUNTED
from dugnad.figures import reading
from dugnad.figures.measures import Measures
from dugnad.showcase.asked import Asked

QUICK = 5000
LARGE = 50_000  # of so many, those with a common word are not summed up for everybody who asks


def footer(asked: Asked) -> dict[str, Any]:
    """{"sums": Measures, or None for words that stand in too many, "recounted": whether they come from the records themselves}."""
    unit = asked.unit or asked._top
    if asked.form.errors or unit is None:
        return {"sums": Measures(), "recounted": True}
    if asked.figure:
        facet, value = next(iter(asked.facets.items()), ("", None))
        sums = reading.total(reading.Question((unit.pk,), asked.period, facet, value))
        if sums.activities > QUICK:
            return {"sums": sums, "recounted": False}
    if asked.words and reading.total(reading.Question((unit.pk,), asked.period)).activities > LARGE and finding.many(asked.rows, asked.words):
        return {"sums": None, "recounted": True}
    return {"sums": recounted(asked.rows), "recounted": True}


def recounted(rows: Any) -> Measures:
    """Summed over the records, without the counts that are held back."""
    names = (*COUNTED, "volunteer_minutes")
    with_held = Count("pk", filter=~Q(held=[]))  # asked along, since reading them is one more look at every row
    found = rows.order_by().aggregate(activities=Count("pk"), with_held=with_held, money=Sum("money_eur"), **{name: Sum(name) for name in names})
    sums = {name: int(found[name] or 0) for name in names} | {"money_cents": int((found["money"] or 0) * 100)}
    for row in rows.order_by().exclude(held=[]) if found["with_held"] else ():
        for name in row.held:
            column = {"volunteer_hours": "volunteer_minutes", "money_eur": "money_cents"}.get(name, name)
            if column in sums:
                value = row.money_eur * 100 if column == "money_cents" else getattr(row, column)
                sums[column] -= int(value or 0)
    return Measures(activities=found["activities"], **sums)
