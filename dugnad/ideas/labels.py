"""Does an activity carry the label? The one place that asks. (A regular activity is judged too, and carries none.)"""

from django.db.models import BooleanField, ExpressionWrapper, Q

from dugnad.activities.details import REGULAR


def labelled(path: str = "") -> ExpressionWrapper:
    """To annotate a queryset with; `path` leads from its rows to the activity."""
    return ExpressionWrapper(Q(**{f"{path}label__isnull": False}) & ~Q(**{f"{path}label__key": REGULAR}), output_field=BooleanField())
