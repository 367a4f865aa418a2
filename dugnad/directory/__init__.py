"""Who is the coordinator of X: offices given and ended, invitations, units' profiles."""
