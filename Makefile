# 法图: two commands for users (make setup, make app), one for developers (make test).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup app test check graph pages schema gains clean

setup: .venv/ready

app: setup
	$(BIN)/streamlit run app.py

# What users of this checkout need; made again when what is required changes.
.venv/ready: requirements.txt requirements-embedded.txt pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" bash scripts/setup.sh
	@touch $@

# What the tests need on top: development packages and, on Debian as root, a browser, fonts, Java.
.venv/ready-dev: .venv/ready requirements-dev.txt scripts/test-tools.sh
	@$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	@bash scripts/test-tools.sh
	@touch $@

test: check graph pages

check: .venv/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/pytest -q --doctest-modules ingest graph_model exports benchmarks tests/test_cli.py tests/guard tests/ingest tests/gold tests/exports tests/benchmarks tests/align

graph: .venv/ready-dev
	$(BIN)/pytest -q tests/graph

pages: .venv/ready-dev
	$(BIN)/pytest -q tests/views tests/journeys

# Files that are generated from the code; tests hold them against it.
schema: setup
	$(BIN)/python -m ingest.facts > docs/facts.schema.json
	$(BIN)/python -m graph_model.schema > docs/schema.md

clean:
	rm -rf .venv .cache build *.egg-info

# What the extractors gain and lose over a folder of texts: make gains BASE=commit FOLDER=texts
gains: setup
	$(BIN)/python benchmarks/gains.py $(BASE) $(FOLDER)
