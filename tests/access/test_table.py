"""The table of permissions: every permission has a rule, in words."""

from dugnad.access.rules import RULES, Can
from dugnad.access.table import as_markdown


def test_every_permission_has_a_rule_with_a_sentence():
    assert set(RULES) == set(Can) and all(rule.says for rule in RULES.values())


def test_the_document_has_a_row_for_each():
    assert all(f"`{permission}`" in as_markdown() for permission in Can)
