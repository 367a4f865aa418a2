"""Reviews of activities with feedback, and the label."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "dugnad.review"
    default_auto_field = "django.db.models.BigAutoField"
