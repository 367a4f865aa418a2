"""Templates of letters: begun as a copy of the packaged words, edited language by language."""

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.recognition.composing import packaged
from dugnad.recognition.filling import BadTemplate, check
from dugnad.recognition.languages import KNOWN
from dugnad.recognition.models import Template, Text


@transaction.atomic
def begin(actor: Actor, unit: Unit, *, name: str) -> Template:
    """A template of the unit with the packaged words in every language."""
    unit = require(actor, Can.WRITE_LETTERS, unit)
    if Template.objects.filter(unit=unit, name=name).exists():
        raise Refused("name-taken", _("There is a template with this name already."), field="name")
    template = Template.objects.create(unit=unit, name=name)
    words = {language: packaged(language) for language in KNOWN}
    Text.objects.bulk_create(Text(template=template, language=language, subject=own.subject, body=own.body) for language, own in words.items())
    journal.record(actor, "template.begun", template, name=name)
    return template


@transaction.atomic
def word(actor: Actor, template: Template, language: str, *, subject: str, body: str) -> Text:
    """Its words in one language; what cannot be filled is refused. Letters that are written already stay as they are."""
    template = require(actor, Can.EDIT_TEMPLATE, template, lock=True)
    for field, text in (("subject", subject), ("body", body)):
        try:
            check(text)
        except BadTemplate as wrong:
            raise Refused("bad-template", str(wrong), field=field) from None
    made, _new = Text.objects.update_or_create(template=template, language=language, defaults={"subject": subject, "body": body})
    template.save(update_fields=["changed_at"])
    journal.record(actor, "template.worded", template, language=language)
    return made
