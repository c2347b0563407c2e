# Sets Vigil up and runs it; needs Python 3.11 or later, make and a package index, nothing else.
#
#   make demo   one whole life against a stand-in for Telegram, then keeps running
#   make run    the real bot, from settings
#   make test   the fast tests
#   make check  the whole gate, which CI runs; needs Debian's chromium, or one of that name
#   make bench  measures and prints
#   make lock   pins anew what pyproject.toml asks for (UPGRADE=--upgrade takes the newest)
#   make cases  Telegram's documented behaviours, each with its source, played on the stand-in
#   make screenshot   makes the picture in the README anew
#   make miniapp      builds the page that phones open, miniapp/page.html; needs node and npm

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --only-binary=:all:
PYTEST := $(BIN)/python -m pytest -n 2
LOCK := $(BIN)/uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-emit-index-url --no-emit-find-links --no-header --quiet $(UPGRADE)

# Where npm notes what it has installed of the page's parts.
PAGE_PARTS := miniapp/node_modules/.package-lock.json

# What must be covered branch by branch: an alarm lives or dies in these.
EVERY_BRANCH := rules/* sealing/* storage/inbox.py storage/journal.py storage/outbox.py \
	bot/ear.py bot/courier.py

.PHONY: demo run bench setup setup-dev test check browser style types stairs tests branches \
	lock screenshot cases miniapp miniapp-parts node
.DEFAULT_GOAL := demo

demo: setup
	$(BIN)/vigil demo

run: setup
	$(BIN)/vigil run

bench: setup
	$(BIN)/vigil bench

# Three at once, for they wait for the wire more than they reckon.
test: setup-dev miniapp-parts
	$(PYTEST) -n 3 -m "not slow"

# Cheap steps first. Each is a recipe of its own, so that the last line says which one failed.
check: setup-dev miniapp-parts
	@$(MAKE) --no-print-directory browser
	@$(MAKE) --no-print-directory node
	@$(MAKE) --no-print-directory style
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory stairs
	@$(MAKE) --no-print-directory tests
	@$(MAKE) --no-print-directory branches
	@echo "== the gate is passed"

browser:
	@echo "== browser: is there one to test the page with"
	@command -v chromium >/dev/null || { \
		echo "The page is tested in a real browser, and there is no chromium here."; \
		echo "On Debian: apt-get install chromium fonts-noto-core"; exit 1; }

node:
	@echo "== node: is there one to build the page of the phones with"
	@test -e $(PAGE_PARTS) || { \
		echo "The page that phones open is built and tested with node and npm; they, or what"; \
		echo "miniapp/package-lock.json pins, are not here. On Debian: apt-get install nodejs npm"; \
		exit 1; }

style: setup-dev
	@echo "== style: ruff check, ruff format"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup-dev
	@echo "== types: mypy --strict"
	@$(BIN)/mypy

stairs: setup-dev
	@echo "== stairs: import-linter"
	@$(BIN)/lint-imports

tests: setup-dev
	@echo "== tests: all of them, slow ones too, counting branches"
	@VIGIL_NEEDS_BROWSER=1 VIGIL_NEEDS_NODE=1 $(PYTEST) --cov --cov-branch --cov-report=

# Room by room: a pattern that matches no file at all fails too, so nothing passes by being renamed.
branches: setup-dev
	@echo "== branches: all of them where an alarm lives or dies"
	@set -f; for room in $(EVERY_BRANCH); do \
		$(BIN)/coverage report --include="$$room" --fail-under=100 >.coverage-report 2>&1 \
			|| { echo "$$room:"; cat .coverage-report; rm -f .coverage-report; exit 1; }; \
		echo "every branch of $$room"; \
	done; rm -f .coverage-report

# What runs and what tests it are pinned together first, so that one version serves both.
lock: setup-dev
	cat requirements.lock requirements-dev.lock >.together.lock
	$(LOCK) pyproject.toml --group build --group dev --output-file .together.lock
	$(LOCK) pyproject.toml --group build --constraint .together.lock --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	rm .together.lock

cases: setup-dev
	@$(BIN)/python -m tests.simulator.cases_player

screenshot: setup-dev
	VIGIL_NEEDS_BROWSER=1 VIGIL_SCREENSHOT=docs/page.png \
		$(BIN)/python -m pytest -q tests/browser/test_story.py

miniapp: $(PAGE_PARTS)
	@cd miniapp && npm run --silent build

# Without npm, or without a registry, the tests say what they left out; `make check` insists.
miniapp-parts:
	@! command -v npm >/dev/null || $(MAKE) --no-print-directory $(PAGE_PARTS) || true

$(PAGE_PARTS): miniapp/package-lock.json
	@echo "== installing what miniapp/package-lock.json pins"
	@cd miniapp && npm ci --silent && touch node_modules/.package-lock.json

# Set-up. A stamp that is older than the lock it was made from means: install again.
setup: .venv/installed
setup-dev: .venv/installed-dev

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Vigil needs Python 3.11 or later, and '$(PYTHON)' is not that."; \
		echo "Install one and name it: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' cannot make virtual environments here."; \
		echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "== making .venv"
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	@echo "== installing what requirements.lock pins"
	@$(INSTALL) -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed | .venv/bin/python
	@echo "== installing what requirements-dev.lock pins"
	@$(INSTALL) -r requirements.lock -r requirements-dev.lock
	@touch $@
