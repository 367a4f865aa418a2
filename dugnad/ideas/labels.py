"""Does an activity carry the label? The one place that asks, since the label is given elsewhere."""

from django.db.models import BooleanField, ExpressionWrapper, Q, Value
from django.db.models.expressions import Combinable

from dugnad.activities.models import Activity

HAS_LABEL = any(field.name == "label" for field in Activity._meta.get_fields())


def labelled(path: str = "") -> Combinable:
    """To annotate a queryset with; `path` leads from its rows to the activity. Before there was a label, none carries it."""
    if not HAS_LABEL:
        return Value(False)
    return ExpressionWrapper(Q(**{f"{path}label__isnull": False}), output_field=BooleanField())
