"""Facts as one HTML page to read: each article's text with its evidence marked, and its facts.

The page stands alone: no script, nothing is fetched, and the article's words cannot become markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from finfacts.article import ArticleFacts
from finfacts.facts import Fact
from finfacts.sinks.formats import TextFormat
from finfacts.sinks.table import evidence_words
from finfacts.sinks.wording import claim, subject, when
from finfacts.sinks.writable import in_utf8
from finfacts.values import Field

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
article { border-top: 1px solid #8886; padding: 1rem 0 }
.text { white-space: pre-wrap } mark { background: #ffd54f66; color: inherit }
table { border-collapse: collapse; font-size: .9em; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0 }
tr { border-bottom: 1px solid #8883 } .up { color: #2a8a3e } .down { color: #c0392b }
.note { color: #b26a00 } .error { color: #c0392b } .dim { opacity: .65 }
"""
_HEAD = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>finfacts</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>{_STYLE}</style></head><body>
"""
_COLUMNS = ("type", "subject", "claim", "when", "evidence", "rule")


@in_utf8
def section(result: ArticleFacts) -> bytes:
    """Return the part of the page that shows one article, in UTF-8."""
    lines = [
        "<article>",
        f"<h2>{_marked(result, 'title') or escape(result.id or 'article')}</h2>",
        f'<p class="dim">{escape(_origin(result))}</p>',
        *(f'<p class="note">{escape(warning)}</p>' for warning in result.warnings),
    ]
    if result.error:
        words = f"{result.error.kind}: {result.error.message}"
        lines.append(f'<p class="error">{escape(words)}</p>')
    if result.text:
        lines.append(f'<p class="text">{_marked(result, "text")}</p>')
    if result.facts:
        lines += _table(result.facts)
    return "\n".join((*lines, "</article>\n")).encode()


def _origin(result: ArticleFacts) -> str:
    published = result.published.isoformat() if result.published else None
    return " · ".join(part for part in (published, result.source, result.id, result.url) if part)


def _marked(result: ArticleFacts, field: Field) -> str:
    """Return a field as HTML, the words that state a fact marked with what they state."""
    words = result.title if field == "title" else result.text
    if not words:
        return ""
    stated = [
        (span.start, span.end, claim(fact))
        for fact in result.facts
        for span in fact.evidence
        if span.field == field
    ]
    ends = {end for start, stop, _ in stated for end in (start, stop)}
    bounds = sorted({0, len(words), *(end for end in ends if 0 <= end <= len(words))})
    return "".join(_piece(words, start, end, stated) for start, end in pairwise(bounds))


def _piece(words: str, start: int, end: int, stated: list[tuple[int, int, str]]) -> str:
    claims = [said for first, last, said in stated if first <= start and end <= last]
    text = escape(words[start:end])
    return f'<mark title="{escape("; ".join(claims))}">{text}</mark>' if claims else text


def _table(facts: tuple[Fact, ...]) -> Iterator[str]:
    yield "<table><tr>" + "".join(f"<th>{name}</th>" for name in _COLUMNS) + "</tr>"
    for fact in facts:
        tone = escape(getattr(fact, "direction", None) or "")
        cells = (
            fact.type.replace("_", " "),
            subject(fact),
            claim(fact),
            when(fact),
            evidence_words(fact.evidence),
            fact.rule,
        )
        row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr class="{tone}">{row}</tr>'
    yield "</table>"


PAGE = TextFormat(section, head=_HEAD.encode(), tail=b"</body></html>\n")
