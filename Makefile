# The two commands: make demo, make test. The rest serves them.
PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
export PORT

.PHONY: setup demo demo-reset test test-fast check lock messages

setup: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dugnad needs Python 3.11 or newer; set PYTHON=")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/.developing: .venv/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

demo: setup
	$(BIN)/dugnad demo

demo-reset: setup
	rm -rf $${DUGNAD_HOME:-var}
	$(BIN)/dugnad demo

test: .venv/.developing
	sh tests/components.sh
	$(BIN)/pytest -n 2 -q --cov --cov-report=
	DUGNAD_TEST_DATABASE=postgres $(BIN)/pytest -n 2 -q --cov --cov-append --cov-report= -m "not browser" # a browser sees the same on both
	$(BIN)/python tests/gate.py

test-fast: .venv/.developing
	DUGNAD_EXAMPLES=3 $(BIN)/pytest -n 2 -q -m "not slow and not browser and not thorough"

check: .venv/.developing
	$(BIN)/ruff check dugnad tests
	$(BIN)/ruff format --check dugnad tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint dugnad --lint --quiet
	$(BIN)/python tests/docs.py
	$(BIN)/python tests/translations.py

lock: .venv/.developing
	$(BIN)/uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-emit-find-links -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links -q -o requirements-dev.lock

messages: .venv/.developing
	$(BIN)/python tests/translations.py --write
