"""What a good activity is: the rubric as versioned data, the self-check; knows no activity."""

from django.apps import AppConfig


class CriteriaConfig(AppConfig):
    name = "dugnad.criteria"
    default_auto_field = "django.db.models.BigAutoField"
