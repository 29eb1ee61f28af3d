# The work is in make.py, which also runs where there is no make: py make.py demo
PYTHON ?= python3

.PHONY: coverage demo test lock
coverage demo test:
	@$(PYTHON) make.py $@

# After a change of dependencies in pyproject.toml; needs uv.
lock:
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -q -o requirements/run.lock
	uv pip compile pyproject.toml requirements/build.in --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -q -o requirements/dev.lock
