"""The verbs of a need: the only code that writes here."""

from dugnad.needs.actions.answer import answer, take_back
from dugnad.needs.actions.evidence import add_evidence, restore_evidence, withdraw_evidence
from dugnad.needs.actions.record import amend, record
from dugnad.needs.actions.review import close, reopen, review

__all__ = ["add_evidence", "amend", "answer", "close", "record", "reopen", "restore_evidence", "review", "take_back", "withdraw_evidence"]
