"""The committee's verbs on the words: edit, add, map, publish a new version. What counts follows."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Mapping, Term, Vocabulary
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.network.models import Unit


def _committee(actor: Actor) -> None:
    require(actor, Can.EDIT_VOCABULARY, Unit.objects.get(parent=None))


@transaction.atomic
def edit_term(actor: Actor, term: Term, *, names: dict[str, str], helps: dict[str, str], limit: int | None) -> Term:
    """Change how a word is written and its plausible limit; its key, and so what counts under it, stays."""
    _committee(actor)
    if not names.get("en"):
        raise Refused("name-missing", _("Give at least the English name."), field="name_en")
    before = {"names": term.names, "helps": term.helps, "limit": term.limit}
    term.names, term.helps, term.limit = names, helps, limit
    term.save()
    marks.touch("vocabulary")
    journal.record(actor, "term.edited", term, before=before, names=names, helps=helps, limit=limit)
    return term


@transaction.atomic
def add_term(actor: Actor, vocabulary: Vocabulary, *, key: str, names: dict[str, str], **fields: Any) -> Term:
    """Add a word to a current vocabulary."""
    _committee(actor)
    if vocabulary.until is not None:
        raise Refused("ended", _("This version has ended; add the word to the current one."))
    try:
        with transaction.atomic():
            term = Term.objects.create(vocabulary=vocabulary, key=key, names=names, position=vocabulary.terms.count(), **fields)
    except IntegrityError:
        raise Refused("key-taken", _("There is a word with this key already."), field="key") from None
    marks.touch("vocabulary")
    journal.record(actor, "term.added", term, names=names)
    return term


@transaction.atomic
def map_term(actor: Actor, old: Term, new: Term) -> Mapping:
    """From now on the old word counts as the new one; post anew what it concerns with `recount_terms`."""
    _committee(actor)
    if old.vocabulary.until is None or old.vocabulary.kind != new.vocabulary.kind or old.pk == new.pk:
        raise Refused("wrong-mapping", _("Only a word of an ended version can count as a word of the same kind."), field="new")
    mapping, _made = Mapping.objects.update_or_create(old=old, defaults={"new": new})
    marks.touch("vocabulary")
    journal.record(actor, "term.mapped", old, new=new.key)
    return mapping


@transaction.atomic
def publish(actor: Actor, vocabulary: Vocabulary, *, key: str, version: str, since: date) -> Vocabulary:
    """Begin a new version: a copy to edit, to which every word of the ended one is mapped."""
    _committee(actor)
    if vocabulary.until is not None or since <= vocabulary.since:
        raise Refused("ended", _("A new version follows the current one, and begins after it."), field="since")
    if Vocabulary.objects.filter(key=key).exists():
        raise Refused("key-taken", _("There is a vocabulary with this key already."), field="key")
    fresh = Vocabulary.objects.create(key=key, kind=vocabulary.kind, version=version, names=vocabulary.names, since=since)
    vocabulary.until = since
    vocabulary.save(update_fields=["until"])
    for old in vocabulary.terms.order_by("position"):
        copy = Term.objects.get(pk=old.pk)
        copy.pk, copy.vocabulary = None, fresh
        copy.save()
        Mapping.objects.update_or_create(old=old, defaults={"new": copy})
        Term.objects.filter(parent=old, vocabulary__until=None).update(parent=copy)
    marks.touch("vocabulary")
    journal.record(actor, "vocabulary.published", fresh, after=vocabulary.key)
    return fresh
