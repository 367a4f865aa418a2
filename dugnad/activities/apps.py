"""Tells Django about this part."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "dugnad.activities"
    label = "activities"
    default_auto_field = "django.db.models.BigAutoField"
