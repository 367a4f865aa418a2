"""The verbs of fair competition: the only code that writes seasons, boards, flags and numbers of students."""
