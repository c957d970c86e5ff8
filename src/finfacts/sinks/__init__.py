"""Facts to files: JSON lines, JSON, CSV, a table on a terminal."""
