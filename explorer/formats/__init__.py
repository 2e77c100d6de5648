"""Files to vetted contents. Nothing here runs anything that a file brings."""
