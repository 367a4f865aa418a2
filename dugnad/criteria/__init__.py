"""What a good activity is: the rubric as versioned data, the self-check; knows no activity."""
