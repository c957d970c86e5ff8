"""How a sentence means it: coreference, negation, hedging, attribution, tense."""
