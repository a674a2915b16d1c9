# Every target sets up first; set up once, nothing here needs a network.
# Where uv is at hand, `uv run main.py demo` and `uv run pytest` do the same (the way on Windows and macOS).

PYTHON := .venv/bin/python
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check check-format check-lint check-types check-walls check-texts bench bench-quick torture torture-quick lock

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

demo: $(READY) ## make the sample event, print and prove its badges and signs, open the window
	@$(PYTHON) main.py demo

test: $(READY) ## run all tests, on all cores
	@$(PYTHON) -m pytest -n auto --maxprocesses 8 --dist worksteal

check: check-format check-lint check-types check-walls check-texts ## look at format, lint, types, import rules and translations

check-format: $(READY)
	@.venv/bin/ruff format --check

check-lint: $(READY)
	@.venv/bin/ruff check

check-types: $(READY)
	@.venv/bin/mypy

check-walls: $(READY)
	@$(PYTHON) -m pytest -q tests/test_architecture.py

check-texts: $(READY)
	@$(PYTHON) -m pytest -q tests/test_translations.py

bench: $(READY) ## measure every bar against its peer
	@$(PYTHON) tests/benchmarks/bench.py

bench-quick: $(READY) ## the same on small numbers, within 40 seconds
	@$(PYTHON) tests/benchmarks/bench.py --quick

torture: $(READY) ## try what people, time and machines do to the program, for hours
	@$(PYTHON) tests/torture/torture.py

torture-quick: $(READY) ## the same with fewer turns, within 50 seconds
	@$(PYTHON) tests/torture/torture.py --quick

lock: $(READY) ## move to the newest allowed packages and pin them in pyproject.toml
	@PATH="$(CURDIR)/.tools/bin:$$PATH" $(PYTHON) .ci/lock.py

# The stamp is as new as the last set-up; without a change in what is installed, set-up is not run again.
$(READY): pyproject.toml .ci/setup .ci/packages.sh
	@.ci/setup
	@touch $@
