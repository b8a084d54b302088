# Needs only make and Python 3.11 or newer with its venv module. Everything else is installed into folders of its own.
#   make demo       render the large example to Markdown, HTML and DOCX in out/, and open the wizard on a copy of it
#   make test       format, lint, types, import contracts, and the tests against the built wheel
#   make test-all   the same, and what needs Debian packages (.ci/run installs them) or runs long
#   make docs       the pages that are made from the program itself
#   make bench      the benchmarks, each against its baseline in the same run
PYTHON ?= python3
SOURCES := $(shell find wizard schemas templates examples -type f -not -path '*/__pycache__/*') hatch_build.py pyproject.toml README.md
PIP := -m pip install --quiet --disable-pip-version-check
DEV := .venv-dev/bin
FULL := -m full

.PHONY: demo test test-all bench docs checks tests tools clean

demo: .venv/.installed
	@.venv/bin/planbygger demo -o out

test: checks tests

test-all: test tools
	$(DEV)/pytest -n 2 $(FULL) --durations=5

docs: .venv-dev/.installed
	$(DEV)/python docs/generate.py

bench: .venv-dev/.installed
	$(DEV)/python tests/benchmarks/run.py --write docs/benchmarks.md

# The program as a user has it: the locked libraries and the built wheel, nothing from the checkout.
.venv/.installed: requirements.lock $(SOURCES)
	$(call fresh,.venv,requirements.lock)
	.venv/bin/python $(PIP) --no-deps --no-build-isolation --force-reinstall .
	@touch $@

.venv-dev/.locked: requirements-dev.lock
	$(call fresh,.venv-dev,requirements-dev.lock)
	@touch $@

.venv-dev/.installed: .venv-dev/.locked $(SOURCES)
	rm -rf build/wheel
	$(DEV)/python -m hatchling build -t wheel -d build/wheel
	$(DEV)/python $(PIP) --no-deps --force-reinstall build/wheel/*.whl
	@touch $@

checks: .venv-dev/.locked
	$(DEV)/ruff format --check .
	$(DEV)/ruff check .
	$(DEV)/mypy
	$(DEV)/mypy --platform win32
	$(DEV)/mypy --platform darwin
	PYTHONPATH=. $(DEV)/lint-imports --no-cache

# PLANBYGGER_INSTALLED makes tests/conftest.py refuse to test anything but the installed wheel.
tests: export PLANBYGGER_INSTALLED = 1
test-all: export PLANBYGGER_INSTALLED = 1
test-all: export PLANBYGGER_THOROUGH = 1
tests: .venv-dev/.installed
	$(DEV)/pytest -n 2 -m "not full" --durations=5

tools: tests/tools/node_modules/.installed

tests/tools/node_modules/.installed: tests/tools/package-lock.json
	@if command -v npm >/dev/null; then cd tests/tools && npm ci --silent --ignore-scripts --no-audit --no-fund && touch node_modules/.installed; \
	elif [ "$$CI" = true ]; then echo "npm is missing: apt-get install nodejs npm" >&2; exit 1; \
	else echo "npm is missing, so the checks of HTML pages are skipped: apt-get install nodejs npm" >&2; fi

clean:
	rm -rf .venv .venv-dev build dist out tests/tools/node_modules

# A virtual environment with exactly what a lock file says.
define fresh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "planbygger needs Python 3.11 or newer; try: make PYTHON=python3.11 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv $(1)
	$(1)/bin/python $(PIP) --require-hashes -r $(2)
endef
