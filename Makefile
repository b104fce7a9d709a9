# Needs git, make and Python 3.11 or newer; everything else goes into .venv. Another Python: make test PYTHON=python3.13
# The recipes call nothing but the shell and Python, so that a machine with little on its PATH is enough.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
HINT := newslint needs Python 3.11 or newer; name one: make PYTHON=python3.13 ...

define USAGE
make demo                   run newslint on the two articles in seeds/
make test                   run the tests; ARGS="-k repeat" goes to pytest
make lint                   ruff, mypy, and the pre-commit files
make bench                  print start-up time and speed
make quality CORPUS=FOLDER  measure the findings on articles of your own
make quality-artifacts AEB=FOLDER   measure what is found of web pages, on article-extraction-benchmark
make languagetool           try LanguageTool for real, from a clean environment
make dist                   build the sdist and the wheel, and try the wheel
make clean                  remove .venv and what was built
endef

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench quality quality-artifacts languagetool dist clean

help:
	@: $(info $(USAGE))

# Findings (1) are what the demo is there to show; wrong use (2) and a fault of ours (3) fail.
demo: .venv/ready
	@$(BIN)/newslint seeds/ || { code=$$?; [ $$code -eq 1 ] || exit $$code; }

test: .venv/ready-test
	@$(BIN)/python -m pytest -q $(ARGS)

lint: .venv/ready-dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/pre-commit validate-config .pre-commit-config.yaml
	$(BIN)/pre-commit validate-manifest .pre-commit-hooks.yaml

bench: .venv/ready-test
	@$(BIN)/python tests/bench/run.py $(ARGS)

quality: .venv/ready-quality
	@[ -n '$(CORPUS)' ] || { echo 'Name a folder of articles: make quality CORPUS=FOLDER' >&2; exit 2; }
	@$(BIN)/python -m tests.quality.run '$(CORPUS)' $(ARGS)

quality-artifacts: .venv/ready-quality
	@[ -n '$(AEB)' ] || { echo 'Name a checkout of article-extraction-benchmark: make quality-artifacts AEB=FOLDER' >&2; exit 2; }
	@$(BIN)/python -m tests.quality.artifacts '$(AEB)' $(ARGS)

languagetool: .venv/ready
	@$(BIN)/python .ci/languagetool.py

dist: .venv/ready-dev
	@$(BIN)/python .ci/dist.py

clean:
	@$(PYTHON) -c 'import shutil; [shutil.rmtree(name, ignore_errors=True) for name in (".venv", "build", "dist")]'

# A change of pyproject.toml makes the environment anew, which also takes the two stamps below with it.
.venv/ready: pyproject.toml
	@command -v $(PYTHON) > /dev/null || { echo 'There is no $(PYTHON) here. $(HINT)' >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$$($(PYTHON) --version 2>&1) is too old. $(HINT)" >&2; exit 2; }
	@echo 'Making .venv; this takes a minute.' && $(PYTHON) -m venv --clear .venv
	@$(PIP) --editable .
	@: > $@

.venv/ready-test: .venv/ready
	@$(PIP) --editable '.[test]'
	@: > $@

.venv/ready-quality: .venv/ready-test
	@$(PIP) --editable '.[quality]'
	@: > $@

.venv/ready-dev: .venv/ready-test
	@$(PIP) --editable '.[dev]'
	@: > $@
