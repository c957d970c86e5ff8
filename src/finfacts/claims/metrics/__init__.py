"""Claims about figures: results, guidance, estimates, economic data, operations."""
