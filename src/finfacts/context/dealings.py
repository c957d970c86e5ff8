"""Issuers that deal with another: "Intel bought the company", "IAG's bid led the stock to rise".

What stands for a company or its stock there is the other's, not that of the one who buys or sells.
"""

from __future__ import annotations

import regex

from finfacts.context.anaphors import Phrase, noun_words
from finfacts.context.subjects import Told
from finfacts.patterns import lazy
from finfacts.values import Instrument

_HOLDINGS = (
    r"(?:bets?|stakes?|investments?|interests?|holdings?|positions?|wagers?|purchase|acquisition"
    r"|takeover|pursuit|bid|offer|deal)"
)
_HOLDING = lazy(  # "Berkshire's bet on the packaged-food giant"
    rf"'s?[ ](?:[\p{{L}}-]+[ ]){{0,3}}?{_HOLDINGS}"
    r"(?:[ ]to[ ](?:buy|acquire))?(?:[ ](?:on|in|of|for|with))?[ ]"
)
_BID = lazy(
    rf"'s?[ ](?:[\p{{Ll}}-]+[ ]){{0,2}}?{_HOLDINGS}\b(?![ ](?:on|in|of|for|with|to|rates?)\b)"
)
_BUYS = lazy(
    r"""
    (?:[ ](?:LP|L\.P\.|Inc\.?|Corp\.?|Ltd\.?|Co\.|AG|Plc))? (?:,[ ]which(?:[ ][^;:"]{3,120}?,)?)?
    (?:[ ]said[ ]it)?
    (?:[ ](?!(?:as|while|after|before|because|since|when|if|that|but|where|although|though|until
      |once|than|how|why|what|sa(?:id|ys|ying)|shares|stock)\b)[\p{Ll}\p{N}$%.-]+){0,12}?
    [ ](?:acquir(?:e[sd]?|ing)|b(?:uys?|uying|ought)|purchas(?:e[sd]?|ing)
      |(?:took|takes?|taking)[ ]over
      |(?:stakes?|shares|invest(?:s|ed|ing|ments?)?|interests?|positions?|holdings?)[ ]in
      |(?:bids?|bidding|offers?)[ ]for|control[ ]of|approach(?:ed)?)[ ]
    """,
    regex.VERBOSE,
)
_DEALS = lazy(
    r"[ ](?:has[ ]|have[ ]|had[ ])?(?:sold|sells|bought|buys|acquired|owns|owned|holds|held"
    r"|unloaded|purchased)[ ](?!back\b)(?:[\w.,$%-]+[ ]){0,4}?(?:shares|stake)\b"
    r"(?![ ](?:back|in[ ]its))"
)


def means_another(told: Told, instrument: Instrument, phrase: Phrase) -> bool:
    """Whether a phrase means what an issuer of its sentence buys, holds, bids for or sells."""
    end = instrument.span.end
    if phrase.head in noun_words("stock") and _DEALS.match(told.clean, end):
        return True  # "Goldman Sachs sold about 2 million shares"
    return _BUYS.fullmatch(told.clean, end, max(end, phrase.start)) is not None


def only_bids(told: Told, instrument: Instrument) -> bool:
    """Whether an issuer is named for its bid alone: "the end of IAG's interest"."""
    return _BID.match(told.clean, instrument.span.end) is not None


def may_be_named_again(told: Told, instrument: Instrument, at: int) -> bool:
    """Whether "the company" can mean it: not in its own clause, "Nvidia is buying the company"."""
    end = instrument.span.end
    if _HOLDING.fullmatch(told.clean, end, max(end, at)):
        return False
    if at < end or _OWN.match(told.clean, end):
        return True
    return _BOUNDARY.search(told.clean, end, at) is not None


_OWN = lazy(r"'s?\b|[ ](?:shares|stock|investors|shareholders|analysts|bulls|bears|employees)\b")
_BOUNDARY = lazy(
    r"[,;:(\u2013\u2014]|[ ]-+[ ]"
    r"|\b(?:that|as|while|after|before|because|since|when|if|sa(?:id|ys|ying)|and|but|where|although"
    r"|though|whether|until|once|which|whose|sign|than|how|why|what|prompt\p{L}*|fear\p{L}*"
    r"|concern\p{L}*|expect\p{L}*|bet\p{L}*|believ\p{L}*|argu\p{L}*|hop\p{L}*|think\p{L}*)\b"
)
