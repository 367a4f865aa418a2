"""What the worker does with the record; everything is safe to run twice."""

from django_tasks import task

from dugnad.activities.actions.photo import make_small
from dugnad.activities.actions.vocabularies import recount
from dugnad.activities.models import Photo


@task()
def make_thumbnail(photo: str) -> None:
    """The small version of a photo."""
    found = Photo.objects.filter(pk=photo).first()
    if found:
        make_small(found)


@task()
def recount_terms(terms: list[int]) -> None:
    """Post anew what counts under changed words."""
    recount(set(terms))
