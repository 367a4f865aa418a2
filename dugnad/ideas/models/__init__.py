"""The market's rows: ideas and what became of them, the needs that they answer, what is said at them, market sessions, the monthly mail."""

from dugnad.ideas.models.idea import Adaptation, Effort, Idea, Season, Translation, Words
from dugnad.ideas.models.mail import Digest, Subscriber
from dugnad.ideas.models.market import Ballot, Market, Stall, Vote
from dugnad.ideas.models.need import Named
from dugnad.ideas.models.talk import Following, Remark, Thanks

__all__ = [
    "Adaptation",
    "Ballot",
    "Digest",
    "Effort",
    "Following",
    "Idea",
    "Market",
    "Named",
    "Remark",
    "Season",
    "Stall",
    "Subscriber",
    "Thanks",
    "Translation",
    "Vote",
    "Words",
]
