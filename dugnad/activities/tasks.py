"""What the worker does with the record; everything is safe to run twice."""

from datetime import date

from django_tasks import task

from dugnad.activities.actions import recount
from dugnad.activities.actions.photo import make_small
from dugnad.activities.models import Photo


@task()
def make_thumbnail(photo: str) -> None:
    """The small version of a photo."""
    found = Photo.objects.filter(pk=photo).first()
    if found:
        make_small(found)


@task()
def recount_terms(terms: list[int]) -> None:
    """Count anew what stands under changed words."""
    recount.recount_terms(set(terms))


@task()
def recount_unit(unit: int, since: str) -> None:
    """Count anew what was registered since a unit belongs elsewhere."""
    recount.recount_unit(unit, date.fromisoformat(since))
