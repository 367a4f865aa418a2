"""THE table: which office may do what, where, and when. Everything else asks it."""

from django.db.models import Q

from dugnad.access.can import ABOVE, AUDITOR, BOARD, COMMITTEE, COORDINATORS, NATIONAL, Can, Rule
from dugnad.access.ideas import IDEAS
from dugnad.access.needs import NEEDS
from dugnad.access.review import REVIEWS
from dugnad.network.models import Role

__all__ = ["RULES", "Can", "Rule"]

RULES: dict[Can, Rule] = (
    {
        Can.SEE_ACTIVITY: Rule(
            roles=frozenset(Role.values),
            public=Q(state="registered"),
            says="Registered activities are public; planned and withdrawn ones are seen by the offices of the unit and above.",
        ),
        Can.SEE_HISTORY: Rule(roles=frozenset(Role.values), says="The offices of the unit and above see who changed what, and why."),
        Can.REGISTER: Rule(
            roles=COORDINATORS,
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="Coordinators register for their own unit and those below it.",
        ),
        Can.AMEND: Rule(
            roles=COORDINATORS,
            when=Q(state__in=["planned", "registered"]),
            says="Coordinators amend what is planned or registered in their unit and below.",
        ),
        Can.WITHDRAW: Rule(
            roles=COORDINATORS,
            when=Q(state__in=["planned", "registered"]),
            says="Coordinators withdraw what is planned or registered in their unit and below.",
        ),
        Can.CONFIRM_COUNT: Rule(
            roles=frozenset({NATIONAL, COMMITTEE}),
            when=Q(state="registered") & ~Q(held=[]),
            never_own=("registered_by", "contributors"),
            says="A count beyond the plausible limit is confirmed by a national coordinator or the committee, never by who registered or amended it.",
        ),
        Can.CONFIRM_PART: Rule(
            roles=COORDINATORS,
            when=Q(activity__state__in=["planned", "registered"]),
            says="A co-organiser's coordinators confirm or decline its part.",
        ),
        Can.EDIT_DRAFT: Rule(roles=frozenset(), mine="person", unit=None, says="A draft belongs to the person who types it."),
        Can.IMPORT: Rule(
            roles=COORDINATORS,
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="Coordinators import files for their own unit and those below it.",
        ),
        Can.EDIT_UNIT: Rule(roles=COORDINATORS, unit="", says="Coordinators edit the profile of their own unit and those below it."),
        Can.ADD_UNIT: Rule(
            roles=ABOVE,
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="National coordinators and boards add units below their country; the committee and the board add any.",
        ),
        Can.CLOSE_UNIT: Rule(roles=ABOVE, unit="parent", says="A unit is closed, and opened again, by the coordinators and the board above it."),
        Can.PLACE_UNIT: Rule(
            roles=frozenset({COMMITTEE}),
            unit="parent",
            when=Q(level__groups=False),
            says="The committee says to which parent and platforms a unit belongs, and since when.",
        ),
        Can.APPOINT_LOCAL: Rule(
            roles=COORDINATORS | {BOARD},
            unit="",
            when=Q(closed_on=None, level__groups=False, parent__parent__isnull=False),
            says="A section's coordinators, and all above, invite local coordinators (so that handing over needs nobody else).",
        ),
        Can.APPOINT_NATIONAL: Rule(
            roles=ABOVE,
            unit="",
            when=Q(closed_on=None, parent__isnull=False, parent__parent=None),
            says="A country's coordinators, the committee and the board invite national coordinators, national boards and auditors.",
        ),
        Can.APPOINT_INTERNATIONAL: Rule(
            roles=frozenset({BOARD, COMMITTEE}), unit="", when=Q(parent=None), says="The board and the committee invite to international offices."
        ),
        Can.END_OFFICE: Rule(roles=ABOVE, mine="person", says="One may end one's own office; national coordinators, committee and board end those below."),
        Can.SEE_INVITATION: Rule(roles=COORDINATORS | {BOARD}, says="Invitations are seen, and withdrawn, by the offices of the unit and above."),
        Can.SEE_PERSON: Rule(
            roles=frozenset(Role.values),
            unit="offices__unit",
            mine="pk",
            says="A person's page with e-mail address is seen by the person and by the offices of the unit and above.",
        ),
        Can.DEACTIVATE: Rule(
            roles=frozenset({COMMITTEE, BOARD}), unit="offices__unit", never_own="pk", says="The committee and the board deactivate people in their units."
        ),
        Can.EDIT_VOCABULARY: Rule(roles=frozenset({COMMITTEE}), unit="", when=Q(parent=None), says="The international committee edits the vocabularies."),
        Can.EDIT_RUBRIC: Rule(
            roles=frozenset({COMMITTEE}), unit="", when=Q(parent=None), says="The international committee writes and adopts what a good activity is."
        ),
        Can.USE_TOKEN: Rule(mine="person", unit=None, says="Tokens are made, seen and revoked by the person whose they are."),
        Can.SEE_AUDIT: Rule(roles=frozenset({AUDITOR, BOARD, COMMITTEE}), unit="", says="Auditors, board and committee run the audit of a unit's figures."),
        Can.RUN_SEASON: Rule(
            roles=ABOVE,
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="National coordinators plan seasons for their country, the committee and the board for any unit.",
        ),
        Can.SEE_SEASON: Rule(
            roles=frozenset(Role.values),
            public=Q(published_at__isnull=False),
            says="Published seasons are public; planned ones are seen by the offices of their unit.",
        ),
        Can.CHANGE_SEASON: Rule(roles=ABOVE, when=Q(frozen_at=None), says="Who may plan a season changes it until it has ended."),
        Can.LOOK_AT_FLAG: Rule(
            roles=frozenset({NATIONAL, COMMITTEE}),
            unit="activity__unit",
            never_own=("activity__registered_by", "activity__contributors"),
            never_of=("activity__unit", "activity__organisers__unit"),
            says="National coordinators and the committee look at flagged activities below them; never at what they registered or amended, nor at what a unit "
            "in which they hold an office organised.",
        ),
        Can.LOAD_STUDENTS: Rule(
            roles=frozenset({COMMITTEE}), unit="", when=Q(parent=None), says="The international committee loads the numbers of international students."
        ),
        Can.LIST_CERTIFICATES: Rule(
            roles=COORDINATORS, unit="", says="Coordinators see which certificates their unit and those below it offered, and what became of them."
        ),
        Can.OFFER_CERTIFICATE: Rule(
            roles=COORDINATORS,
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="Coordinators offer certificates to volunteers of their own unit and those below it.",
        ),
        Can.SEE_CERTIFICATE: Rule(
            unit=None,
            public=Q(state__in=["given", "revoked", "withdrawn"]),
            says="A certificate to which the volunteer agreed is seen by whoever has its code; that it is revoked or withdrawn, too.",
        ),
        Can.REVOKE_CERTIFICATE: Rule(
            roles=COORDINATORS,
            when=Q(state__in=["offered", "given"]),
            says="Coordinators take back what their unit and those below it offered or gave. (Volunteers withdraw their consent by the link in their mail.)",
        ),
        Can.MAKE_REPORT: Rule(roles=COORDINATORS | {BOARD}, unit="", says="Coordinators and boards of a unit, and those above, make reports about it."),
        Can.SEE_REPORT: Rule(
            roles=frozenset(Role.values),
            public=Q(published_at__isnull=False),
            says="Published reports are public; drafts are seen by the offices of the unit and above.",
        ),
        Can.CHANGE_REPORT: Rule(
            roles=COORDINATORS | {BOARD}, when=Q(published_at=None), says="Who may make a report edits its draft, publishes it, or throws it away."
        ),
        Can.RENEW_REPORT: Rule(
            roles=COORDINATORS | {BOARD},
            when=Q(published_at__isnull=False, newer=None),
            says="Who may make a report begins the next edition of one that is published.",
        ),
        Can.LOAD_UNIVERSITIES: Rule(
            roles=frozenset({COMMITTEE}), unit="", when=Q(parent=None), says="The international committee loads the register of universities."
        ),
        Can.SERVE_UNIVERSITY: Rule(
            roles=COORDINATORS,
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="Coordinators say which universities their own unit and those below it serve.",
        ),
        Can.EDIT_UNIVERSITY: Rule(
            roles=COORDINATORS, unit="units", says="The coordinators of the units that serve a university keep its address, languages and contacts."
        ),
        Can.SEE_CONTACT: Rule(
            roles=frozenset(Role.values),
            unit="university__units",
            says="Contacts at a university are seen by the offices of the units that serve it and above.",
        ),
        Can.WRITE_LETTERS: Rule(
            roles=COORDINATORS | {BOARD},
            unit="",
            when=Q(closed_on=None, level__groups=False),
            says="Coordinators and the board write letters, and templates of letters, for their own unit and those below it.",
        ),
        Can.EDIT_TEMPLATE: Rule(roles=COORDINATORS | {BOARD}, says="A template is edited by the coordinators of its unit and above; those below use it."),
        Can.HANDLE_ROUND: Rule(roles=COORDINATORS | {BOARD}, says="A round of letters is handled by the coordinators and boards of its unit and above."),
        Can.HANDLE_LETTER: Rule(
            roles=COORDINATORS | {BOARD}, unit="round__unit", says="A letter is edited, approved, printed, sent and tracked by those who handle its round."
        ),
        Can.SEE_LETTER: Rule(
            roles=frozenset(Role.values),
            public=~Q(state="drafted"),
            says="What a letter says of a university is public from its approval on, to whoever has its code; drafts are seen by the offices of the unit "
            "in whose name they are written, and above.",
        ),
        Can.EDIT_BRAND: Rule(roles=COORDINATORS | {BOARD}, unit="", says="Coordinators and boards give their unit, and those below it, its logo and colours."),
        Can.WORD_PIECES: Rule(
            roles=COORDINATORS | {BOARD},
            unit="",
            says="Everybody may print what the record says; coordinators and boards of the unit and above may put it into other words.",
        ),
        Can.ANSWER_WITH: Rule(
            roles=COORDINATORS, when=Q(state="registered"), says="The coordinators of an activity's unit and above say which needs it answered, of any unit."
        ),
    }
    | IDEAS
    | NEEDS
    | REVIEWS
)
