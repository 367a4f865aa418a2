"""The verbs of the directory: offices given and ended, people, units' profiles."""

from dugnad.directory.actions.invite import accept, invite, resend, withdraw_invitation
from dugnad.directory.actions.office import appoint, end_office
from dugnad.directory.actions.person import deactivate, reactivate
from dugnad.directory.actions.unit import edit_unit

__all__ = ["accept", "appoint", "deactivate", "edit_unit", "end_office", "invite", "reactivate", "resend", "withdraw_invitation"]
