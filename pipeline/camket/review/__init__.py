"""Review: what people decide on what was found."""
