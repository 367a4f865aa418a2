"""Fill an empty database with the sample federation."""

import gc
import random
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date

from django.db import connection, transaction
from tqdm import tqdm

from dugnad.activities.actions.vocabularies import load
from dugnad.activities.finding import gather
from dugnad.activities.models import CountsFor
from dugnad.cli.sample.activities import Writer, shares
from dugnad.cli.sample.certificates import certificates
from dugnad.cli.sample.competition import COPIES, competition, enough
from dugnad.cli.sample.copies import TABLES
from dugnad.cli.sample.federation import brands, people, sections
from dugnad.cli.sample.future import plans
from dugnad.cli.sample.market import market
from dugnad.cli.sample.needs import needs
from dugnad.cli.sample.photos import photos, photos_of_label
from dugnad.cli.sample.reporting import reports
from dugnad.cli.sample.reviewing import OURS, reviews
from dugnad.cli.sample.spotlight import spotlight
from dugnad.cli.sample.thanks import thanks
from dugnad.cli.sample.unhindered import unhindered
from dugnad.core import marks
from dugnad.criteria.actions import load as load_rubric
from dugnad.network.defaults import load_defaults

YEARS = 6
THOUGHT_OUT = 200_000  # beyond, activities are copied


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """So many rows are made and dropped here that looking for cycles among them costs an eighth of the time, and finds none."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@seldom_collecting()
def fill(activities: int = 20_000, seed: int = 1, progress: bool = True, today: date | None = None, thought_out: int = THOUGHT_OUT) -> None:
    """Found the sample network and write that many activities over six years, by the bulk path.

    So many are thought out one by one; of more, each stands for several that differ in nothing but their ids.
    """
    rng, today = random.Random(seed), today or date.today()
    with transaction.atomic():
        load()
        load_rubric()
        top = load_defaults("Sample network", sample_data=True)
        units = sections(top, rng)
        officers = people(top, units, rng, today)
        brands()
    copies = -(-activities // thought_out)
    quick = unhindered([model for model, _id in TABLES], indexed=[CountsFor]) if copies > 1 and not connection.in_atomic_block else nullcontext()
    with quick, tqdm(total=activities, unit=" activities", disable=not progress, desc="sample activities") as bar, marks.steady():
        writer = Writer(units, officers, rng, today, copies)
        for month, number in shares(activities - COPIES - len(OURS) if enough(activities) else activities, today, YEARS):
            with transaction.atomic():
                writer.month(month, number)
            bar.update(number)
        with transaction.atomic():
            writer.arrive(month + 1)
    plans(units, officers, rng, today)
    competition(top, units, rng, today, activities, copied=copies > 1)
    certificates(today)
    photos(today, everywhere=enough(activities))
    reports(top, today)
    thanks(rng, today)
    needs(rng, today)
    reviews(rng, today, regular=enough(activities))
    if enough(activities):
        photos_of_label()
    spotlight(top)
    market(officers, rng, today)
    with transaction.atomic():
        gather()
    with connection.cursor() as cursor:  # so many rows at once: the planner must not have to guess, nor look up what is seen by all
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" and not connection.in_atomic_block else "ANALYZE")
