"""Everything that somebody may be allowed to do, and what a row of the table says."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from dugnad.network.models import Role

LOCAL, NATIONAL, COMMITTEE, BOARD, AUDITOR = Role.LOCAL, Role.NATIONAL, Role.COMMITTEE, Role.BOARD, Role.AUDITOR


class Can(StrEnum):
    """Everything that somebody may be allowed to do; scope.verb."""

    SEE_ACTIVITY = "activity.see"
    SEE_HISTORY = "activity.see-history"
    REGISTER = "activity.register"
    AMEND = "activity.amend"
    WITHDRAW = "activity.withdraw"
    CONFIRM_COUNT = "activity.confirm-count"
    CONFIRM_PART = "organiser.confirm-part"
    EDIT_DRAFT = "draft.edit"
    IMPORT = "activity.import"
    EDIT_UNIT = "unit.edit"
    ADD_UNIT = "unit.add"
    CLOSE_UNIT = "unit.close"
    PLACE_UNIT = "unit.place"
    APPOINT_LOCAL = "unit.appoint-local"
    APPOINT_NATIONAL = "unit.appoint-national"
    APPOINT_INTERNATIONAL = "unit.appoint-international"
    END_OFFICE = "office.end"
    SEE_INVITATION = "invitation.see"
    DEACTIVATE = "person.deactivate"
    SEE_PERSON = "person.see"
    EDIT_VOCABULARY = "vocabulary.edit"
    EDIT_RUBRIC = "rubric.edit"
    ASK_LABEL = "activity.ask-label"
    SEE_CASE = "case.see"
    ANSWER_CASE = "case.answer"
    REVIEW_CASE = "case.review"
    SETTLE_CASE = "case.settle"
    GIVE_OPINION = "case.opinion"
    REVIEW_ALONE = "case.review-alone"
    GIVE_REVIEW = "review.give"
    REVOKE_AWARD = "award.revoke"
    KEEP_REPLIES = "unit.keep-replies"
    SEE_AGREEMENT = "unit.see-agreement"
    USE_TOKEN = "token.use"
    SEE_AUDIT = "network.audit"
    RUN_SEASON = "unit.run-season"
    SEE_SEASON = "season.see"
    CHANGE_SEASON = "season.change"
    LOOK_AT_FLAG = "flag.look"
    LOAD_STUDENTS = "unit.load-students"
    LIST_CERTIFICATES = "unit.list-certificates"
    OFFER_CERTIFICATE = "unit.offer-certificate"
    SEE_CERTIFICATE = "certificate.see"
    REVOKE_CERTIFICATE = "certificate.revoke"
    MAKE_REPORT = "unit.make-report"
    SEE_REPORT = "report.see"
    CHANGE_REPORT = "report.change"
    RENEW_REPORT = "report.renew"
    LOAD_UNIVERSITIES = "unit.load-universities"
    SERVE_UNIVERSITY = "unit.serve-university"
    EDIT_UNIVERSITY = "university.edit"
    SEE_CONTACT = "contact.see"
    WRITE_LETTERS = "unit.write-letters"
    EDIT_TEMPLATE = "template.edit"
    HANDLE_ROUND = "round.handle"
    HANDLE_LETTER = "letter.handle"
    SEE_LETTER = "letter.see"
    EDIT_BRAND = "unit.brand"
    WORD_PIECES = "unit.word-pieces"
    CHOOSE_SPOTLIGHT = "spotlight.choose"
    SEE_NEED = "need.see"
    RECORD_NEED = "unit.record-need"
    CHANGE_NEED = "need.change"
    ANSWER_WITH = "activity.answer-need"
    SEE_IDEA = "idea.see"
    WRITE_IDEA = "unit.write-idea"
    CHANGE_IDEA = "idea.change"
    JOIN_IDEA = "idea.join"
    TAKE_BACK_REMARK = "remark.take-back"
    RUN_MARKET = "unit.run-market"
    HANDLE_MARKET = "market.handle"
    JOIN_MARKET = "market.join"
    VOTE_FOR_STALL = "stall.vote"
    TAKE_DOWN_STALL = "stall.take-down"


@dataclass(frozen=True, slots=True)
class Rule:
    """`roles` held in a unit at or above `unit` may, if the row fulfils `when`; `anyone` may if it fulfils `public`.

    `anywhere`: the unit in which they are held does not matter. `unit` is the path of lookups to the unit ("" when the row is a unit);
    `mine` names the person whose own row it is; `never_own` names the people who may not although the office would allow it;
    `never_of` the units whose own officers may not; `never_then` the lookups from a unit to the activity in which it had a part: who
    held an office in it on its days may not.
    """

    roles: frozenset[str] = frozenset()
    unit: str | None = "unit"
    anywhere: bool = False
    when: Q | None = None
    public: Q | None = None
    mine: str | None = None
    never_own: str | tuple[str, ...] = ()
    never_of: tuple[str, ...] = ()
    never_then: tuple[str, ...] = ()
    says: str = ""


EVERYWHERE = Q(pk__isnull=False)
COORDINATORS = frozenset({LOCAL, NATIONAL, COMMITTEE})
ABOVE = frozenset({NATIONAL, COMMITTEE, BOARD})
