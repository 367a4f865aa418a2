"""Activities from spreadsheets: found out, mapped, checked by the form, registered by the verbs."""

from dugnad.activities.importing.load import Bar, load
from dugnad.activities.importing.mapping import found_mapping
from dugnad.activities.importing.reader import Wishes

__all__ = ["Bar", "Wishes", "found_mapping", "load"]
