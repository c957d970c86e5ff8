"""How right we are: gold facts, matching, scores, a report."""
