"""Activities from spreadsheets: found out, mapped, checked by the form, registered by the verbs."""

from dugnad.activities.importing.load import Bar, Wishes, load
from dugnad.activities.importing.mapping import found_mapping

__all__ = ["Bar", "Wishes", "found_mapping", "load"]
