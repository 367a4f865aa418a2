"""Reviews of activities with feedback, and the label."""
