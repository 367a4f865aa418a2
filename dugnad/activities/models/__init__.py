"""The record's rows: vocabularies, activities, drafts, evidence."""

from dugnad.activities.models.activity import Activity, CountsFor, Good, Organiser, Tag
from dugnad.activities.models.draft import Draft
from dugnad.activities.models.photo import Photo
from dugnad.activities.models.reminder import Reminder
from dugnad.activities.models.vocabulary import Mapping, Term, Vocabulary

__all__ = ["Activity", "CountsFor", "Draft", "Good", "Mapping", "Organiser", "Photo", "Reminder", "Tag", "Term", "Vocabulary"]
