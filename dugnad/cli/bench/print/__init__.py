"""The benchmark of print: letters beside WeasyPrint, and sheets."""
