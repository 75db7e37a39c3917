"""Web pages: where the article stands, its pieces, its day, author and source."""
