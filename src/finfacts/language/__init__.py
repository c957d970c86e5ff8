"""Article to passage: same-length clean-up, sentences that know "Inc." and "U.S.", tokens."""
