"""Names in an article: read where they stand, held against each other, and compared between articles."""
