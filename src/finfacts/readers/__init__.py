"""Files to articles: text, HTML, JSON lines, CSV."""
