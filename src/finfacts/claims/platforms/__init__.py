"""Claims about what retail platforms measure: sentiment labels, message volume, polls."""
