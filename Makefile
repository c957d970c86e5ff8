# Everything runs in a virtual environment that make builds itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test cluster check lint types layers gate format bench clean

demo: $(READY)  ## extract the facts of a shipped article and show them
	$(BIN)/finfacts extract corpora/demo/article.jsonl --format table

test: $(READY)  ## run the whole test suite
	$(BIN)/python -m pytest

cluster: $(READY)  ## install what the tests of Spark, Ray and fuzzing need (Spark needs Java too)
	$(BIN)/python -m pip install --quiet --editable ".[all,spark]" --group cluster --group fuzz

check: lint types layers  ## run the checks that CI runs beside the tests

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

gate: $(READY)  ## fail when whole-fact F1 on the train or dev split falls under the baseline
	for split in train dev; do \
	  $(BIN)/finfacts evaluate corpora/newsroom corpora/markets --split $$split \
	    --baseline corpora/baseline.json --fail-under-baseline > /dev/null || exit 1; \
	done

format: $(READY)  ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

corpora: $(READY)  ## check the gold and write the splits
	$(BIN)/python tools/build_corpora.py

docs: $(READY)  ## write anew the outputs that README.md and docs show
	$(BIN)/python tools/write_examples.py
	$(BIN)/python tools/write_command_line.py
	$(BIN)/python examples/targets_and_moves.py corpora/newsroom/train.jsonl \
	  corpora/markets/train.jsonl --plot docs/targets.png > /dev/null

bench: $(READY)  ## measure speed beside other readers, write docs/benchmarks.md
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python bench/report.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[all]" --group dev
	touch $(READY)
