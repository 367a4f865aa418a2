"""The verbs of the record: the only code that writes it."""

from dugnad.activities.actions.amend import amend
from dugnad.activities.actions.confirm import confirm_counts, confirm_part, decline_part
from dugnad.activities.actions.draft import discard_draft, save_draft
from dugnad.activities.actions.judge import judge
from dugnad.activities.actions.register import plan, register, report_results
from dugnad.activities.actions.withdraw import withdraw

__all__ = [
    "amend",
    "confirm_counts",
    "confirm_part",
    "decline_part",
    "discard_draft",
    "judge",
    "plan",
    "register",
    "report_results",
    "save_draft",
    "withdraw",
]
