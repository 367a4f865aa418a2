"""Impact reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "dugnad.reports"
    default_auto_field = "django.db.models.BigAutoField"
