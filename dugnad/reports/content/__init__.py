"""What stands in a report, as plain data: sections of blocks, which page and print show in their own way and publishing freezes."""
