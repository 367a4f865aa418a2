"""Thanks where thanks are due: universities, and the letters that they get."""
