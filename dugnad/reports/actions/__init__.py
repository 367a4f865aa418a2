"""The verbs of reports: the only code that writes them."""

from dugnad.reports.actions.begin import begin, renew
from dugnad.reports.actions.edit import change, choose, discard, move, rewrite, show
from dugnad.reports.actions.publish import publish

__all__ = ["begin", "change", "choose", "discard", "move", "publish", "renew", "rewrite", "show"]
