"""Banks that only spoke: "the shares" after "Barclays cut its target" are not Barclays'."""

from __future__ import annotations

from finfacts.context.setting import Setting
from finfacts.lexicons.instruments import load_lexicon
from finfacts.values import Instrument


def is_only_house(setting: Setting, value: Instrument) -> bool:
    """Return whether a resolved phrase was taken for a house that the article is not about.

    Args:
        setting: knows what the article is about.
        value: an instrument of the sentence.
    """
    if value.link != "coreference" or setting.main is None or value.symbol == setting.main.symbol:
        return False
    return value.name in load_lexicon().brokers
