"""The table of permissions in words, for docs/permissions.md."""

from dugnad.access.rules import RULES
from dugnad.network.models import Role

HEAD = """# Who may do what

Made from the table in `dugnad/access/rules.py` by `python tests/docs.py --write`; `make check` compares the two.
An office reaches the unit in which it is held and everything below it. What you may not see is a 404.

"""


def as_markdown() -> str:
    """One row for each permission, one column for each office."""
    roles = list(Role)
    lines = [f"| permission | {' | '.join(str(role) for role in roles)} | in words |", f"|---|{'---|' * len(roles)}---|"]
    for permission, rule in RULES.items():
        marks = " | ".join("yes" if role in rule.roles else "" for role in roles)
        lines.append(f"| `{permission}` | {marks} | {rule.says} |")
    return HEAD + "\n".join(lines) + "\n"
