# Everything a person or a machine does with this project, by one word. `make` alone lists the words.
# The environment is made on first need and remembered: a second run goes straight to work.

BIN := .venv/bin
DEMO := build/demo
PYTEST = $(BIN)/python -m pytest -n 2 --dist loadfile $(COVERAGE)
COVERAGE =

# Compiled modules are kept whatever the caller's shell says: compiling all of them for each process doubles a test run.
export PYTHONDONTWRITEBYTECODE =

.PHONY: help setup run test lint check deep build bench pictures messages pin clean

help: ## list these words
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: .venv/.set-up ## the environment in .venv, from pinned packages

.venv/.set-up: pyproject.toml requirements/uv.txt requirements/dev.txt packaging/set-up.sh
	@packaging/set-up.sh work
	@touch $@

.venv-check/.set-up: requirements/uv.txt requirements/check.txt packaging/set-up.sh packaging/sound.py
	@packaging/set-up.sh check
	@touch $@

run: setup ## the main job on the example data, into build/demo; where there is a screen, the window on it
	@$(BIN)/calm-instructor demo --out $(DEMO)
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then $(BIN)/calm-instructor --data $(DEMO); fi

test: setup ## the tests, in under three minutes
	@mkdir -p build/coverage
	@$(PYTEST)

lint: setup ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

check: COVERAGE = --cov --cov-report= --cov-fail-under=0
check: test .venv-check/.set-up ## the tests and the slower ones with coverage, and other people's tools on what we make
	@$(BIN)/python -m pytest -n 2 -m check --cov --cov-append --cov-report=term
	@packaging/check-demo.sh build/check

deep: setup ## the tests with long searches, and the build as one folder: an hour rather than minutes
	@$(BIN)/python -m pytest -n 2 -m 'not check' --hypothesis-profile=deep

build: setup ## the program as one folder that runs without Python, in build/dist
	@$(BIN)/python packaging/build.py

bench: setup ## how long things take here
	@$(BIN)/python -m tests.bench

pictures: setup ## every screen and every page of every paper as a picture, in build/pictures
	@$(BIN)/calm-instructor demo --out $(DEMO) > /dev/null
	@$(BIN)/python packaging/pictures.py $(DEMO) build/pictures
	@$(BIN)/python -m tests.ui.screens build/pictures

messages: setup ## gather the sentences for translators
	@packaging/gather-messages.sh

pin: setup ## renew the pinned requirement files and the list of licences
	@packaging/pin.sh --upgrade
	@$(MAKE) --no-print-directory setup
	@$(BIN)/python packaging/third_party.py

clean: ## remove what was made; the environments stay
	rm -rf build dist .pytest_cache .hypothesis .ruff_cache .mypy_cache .import_linter_cache
	find calm_instructor packaging tests -name __pycache__ -type d -prune -exec rm -rf {} +
