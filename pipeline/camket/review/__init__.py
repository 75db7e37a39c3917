"""Review: what people decide on what was found, in sheets or on a page."""
