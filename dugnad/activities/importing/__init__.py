"""Activities from spreadsheets: found out, mapped, checked by the form, registered by the verbs."""

from dugnad.activities.importing.load import Wishes, load
from dugnad.activities.importing.mapping import found_mapping

__all__ = ["Wishes", "found_mapping", "load"]
