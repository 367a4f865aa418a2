"""The market of ideas: recipes, adaptations, lineage, market sessions."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "dugnad.ideas"
    default_auto_field = "django.db.models.BigAutoField"
