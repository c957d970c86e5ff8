"""A self-contained page to read errors in context: gold and found side by side, by cause and type.

No script or style is loaded from elsewhere, and every word of an article is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from finfacts.evaluation.fact_errors import FactError, SlotDifference
from finfacts.evaluation.gold import GoldArticle
from finfacts.evaluation.report import FACT_HEAD, Report, fact_row
from finfacts.evaluation.scores import FactScores

CONTEXT = 160
STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse } td, th { padding: .15rem .6rem; text-align: left }
th { font-weight: 600 } .figures td + td, .figures th + th { text-align: right }
article { border-top: 1px solid #ccc; padding: .8rem 0 } article h3 { margin: 0; font-size: 1rem }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid #ccc }
mark { background: #ffe28a } .cause { background: #eee; border-radius: .3rem; padding: 0 .4rem }
.wrong { background: #ffd9d9 } .missing { background: #fff0c2 } .extra { background: #e3e0ff }
.meta { color: #666 } form { position: sticky; top: 0; background: #fff; padding: .5rem 0 }
"""
SCRIPT = """
const form = document.forms.filter, shown = document.getElementById('shown');
function filter() {
  let count = 0;
  for (const one of document.querySelectorAll('article')) {
    const fits = ['cause', 'type', 'source'].every(
      name => !form[name].value || one.dataset[name] === form[name].value);
    one.hidden = !fits;
    count += fits;
  }
  shown.textContent = count;
}
form.addEventListener('change', filter);
filter();
"""


def html_page(report: Report, articles: Iterable[GoldArticle]) -> str:
    """Return the page.

    Args:
        report: what was measured.
        articles: the gold articles that the errors stand in.
    """
    texts = {one.id: one for one in articles}
    return "\n".join(_page(report, texts)) + "\n"


def _page(report: Report, articles: Mapping[str, GoldArticle]) -> Iterator[str]:
    title = f"Evaluation: {', '.join(report.sets)}"
    yield "<!doctype html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield f"<style>{STYLE}</style></head><body>"
    yield f"<h1>{escape(title)}</h1>"
    yield from _figures(report.facts)
    yield from _filters(report.errors)
    for error in report.errors:
        yield from _error(error, articles.get(error.article))
    yield f"<script>{SCRIPT}</script></body></html>"


def _figures(facts: Mapping[str, FactScores]) -> Iterator[str]:
    yield '<table class="figures"><tr>'
    for head in FACT_HEAD:
        yield f"<th>{head}</th>"
    yield "</tr>"
    for name, one in facts.items():
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in fact_row(name, one))
        yield f"<tr>{cells}</tr>"
    yield "</table>"


def _filters(errors: Sequence[FactError]) -> Iterator[str]:
    yield '<form name="filter">'
    yield from _select("cause", [one.cause for one in errors])
    yield from _select("type", [one.type for one in errors])
    yield from _select("source", [one.article for one in errors])
    yield f'<span class="meta"><span id="shown">{len(errors)}</span> errors</span></form>'


def _select(name: str, values: Sequence[str]) -> Iterator[str]:
    counts = {value: values.count(value) for value in sorted(set(values))}
    yield f'<label>{name} <select name="{name}"><option value="">all</option>'
    for value, count in counts.items():
        shown = escape(value)
        yield f'<option value="{shown}">{shown} ({count})</option>'
    yield "</select></label>"


def _error(error: FactError, article: GoldArticle | None) -> Iterator[str]:
    cause, kind, source = escape(error.cause), escape(error.type), escape(error.article)
    yield f'<article data-cause="{cause}" data-type="{kind}" data-source="{source}">'
    rule = f' <span class="meta">{escape(error.rule)}</span>' if error.rule else ""
    yield f'<h3>{source} · {kind} <span class="cause">{cause}</span>{rule}</h3>'
    if article:
        yield f"<blockquote>{_context(error, article)}</blockquote>"
    yield "<table><tr><th></th><th>gold</th><th>found</th></tr>"
    yield f"<tr><th>evidence</th>{_cell(error.gold)}{_cell(error.found)}</tr>"
    for one in (*error.differences, *error.agreed):
        yield _slot_row(one)
    yield "</table></article>"


def _context(error: FactError, article: GoldArticle) -> str:
    """Return the words around an error with its evidence marked."""
    field, start, end = error.place
    text = article.field(field)
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before = f"{'…' if first else ''}{escape(text[first:start])}"
    after = f"{escape(text[end:last])}{'…' if last < len(text) else ''}"
    return f"{before}<mark>{escape(text[start:end])}</mark>{after}"


def _slot_row(one: SlotDifference) -> str:
    cells = f"{_cell(one.gold)}{_cell(one.found)}"
    return f'<tr class="{one.verdict}"><th>{escape(one.slot)}</th>{cells}</tr>'


def _cell(text: str | None) -> str:
    return f"<td>{'–' if text is None else escape(text)}</td>"
