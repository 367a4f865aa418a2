"""Nothing about the domain: ids, periods, errors and the journal."""
