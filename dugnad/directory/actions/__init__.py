"""The verbs of the directory: offices given and ended, people, units' profiles."""

from dugnad.directory.actions.brand import edit_brand
from dugnad.directory.actions.invite import accept, invite, resend, withdraw_invitation
from dugnad.directory.actions.office import appoint, end_office
from dugnad.directory.actions.person import deactivate, edit_person, reactivate, sign_out_everywhere
from dugnad.directory.actions.tree import add_unit, close_unit, reopen_unit
from dugnad.directory.actions.unit import edit_unit

__all__ = [
    "accept",
    "add_unit",
    "appoint",
    "close_unit",
    "deactivate",
    "edit_brand",
    "edit_person",
    "edit_unit",
    "end_office",
    "invite",
    "reactivate",
    "reopen_unit",
    "resend",
    "sign_out_everywhere",
    "withdraw_invitation",
]
