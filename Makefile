# make run and make test are all that a newcomer needs; each makes .venv the first time.
.DEFAULT_GOAL := run
.PHONY: run test bench freeze lock environment
unexport PYTHONDONTWRITEBYTECODE

run: environment
	@scripts/run.sh

test: environment
	@scripts/test.sh

# Every script in benchmarks/ prints what it measured.
bench: environment
	@for script in benchmarks/[a-z]*.py; do echo "== $$script"; PYTHONPATH=. .venv/bin/python "$$script" || exit 1; done

# The program as one folder, dist/payapp, that needs no Python.
freeze: environment
	@.venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN build.spec
	@echo "Made dist/payapp; start it with dist/payapp/payapp"

# New versions of what requirements.lock pins.
lock: environment
	@scripts/lock.sh

environment:
	@scripts/setup.sh
