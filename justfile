# Every recipe runs inside the environment that .ci/go.py made (or any other that is active).
set shell := ["bash", "-euo", "pipefail", "-c"]
set windows-shell := ["powershell.exe", "-NoLogo", "-Command"]

# What a change must pass
check: lint types layers test

# Format and style
lint:
    ruff format --check
    ruff check

# Types, strict
types:
    mypy

# Who may import whom
layers:
    lint-imports

# Tests: just test tests/unit -k rupiah
test *args:
    python -m pytest {{args}}

# Tests of the windows on the real screen
ui *args:
    python -m pytest tests/ui --headed {{args}}

# Time, bytes and memory against their floors; writes docs/performance.md
bench *args:
    python -m bench {{args}}

# Kill, cut and fill the disk, with counts of what survived
faults *args:
    python -m tests.faults {{args}}

# Random changes of everything that a seal covers; none may be accepted
mutations *args:
    python -m tests.mutations {{args}}

# Every printed page as a picture, into docs/sheets/
sheets *args:
    python -m tests.sheets {{args}}

# Every window at every size and theme as a picture, into shots/
shots *args:
    python -m tests.shots {{args}}

# Choose newer versions within pyproject.toml and write requirements.lock (docs/adr/0004)
# gurobipy stays out: it is proprietary, and only an optional solver of an oracle in the tests
lock *args:
    uv lock {{args}}
    uv export --quiet --all-extras --all-groups --no-emit-project --no-emit-package gurobipy --no-header --no-annotate --format requirements-txt --output-file requirements.lock

# Gather changelog.d into CHANGELOG.md: just changelog 0.2.0
changelog version:
    towncrier build --yes --version {{version}}
