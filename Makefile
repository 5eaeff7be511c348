# Everything a developer or a fresh machine needs. `make run` and `make test` install what they need and say so.
SHELL := /bin/bash
DATA ?= data
PORT ?= 8017
START ?= 2026-11-23

SEEDS ?= 20000
# Of the roster's sequences of commands, on each database.
ROSTER_SEEDS ?= 2000
FIRST_SEED ?= 1
MANY_SEEDS = ORANJE_SEEDS=$(SEEDS) ORANJE_ROSTER_SEEDS=$(ROSTER_SEEDS) ORANJE_ROSTER_SEEDS_POSTGRES=$(ROSTER_SEEDS)

.PHONY: setup setup-tests run test browser check release format torture nightly mutants drill

setup:
	@Scripts/setup build

setup-tests:
	@Scripts/setup tests

run: setup
	@Scripts/run "$(DATA)" "$(PORT)" "$(START)"

test: setup-tests
	@Scripts/test

# Only the last part of the tests: every page in a browser.
browser: setup-tests
	swift build --product oranje
	@Scripts/python browser walk.py --oranje .build/debug/oranje

check: setup-tests
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@Scripts/test

release: setup
	swift build -c release --static-swift-stdlib --scratch-path .build-release --product oranje
	swift build -c release --static-swift-stdlib --scratch-path .build-release --product roster-bench
	@ls -l .build-release/release/oranje .build-release/release/roster-bench

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

# The alarm engine under faults and the roster under any commands, by seed; the default is ten times what `make test` runs.
torture: setup-tests
	$(MANY_SEEDS) ORANJE_FIRST_SEED=$(FIRST_SEED) Scripts/with-postgres swift test --filter 'AlarmFaultTests|RosterInvariantTests'

# What takes too long for every change: more seeds, others every night, and 200 kills of a running server.
nightly: setup-tests
	ORANJE_KILLS=200 $(MANY_SEEDS) ORANJE_FIRST_SEED=$$(date +%Y%m%d00000) \
		Scripts/with-postgres swift test --filter 'AlarmFaultTests|RosterInvariantTests|KillTests'

# Breaks the alarm engine in each known way and checks that a test notices.
mutants: setup-tests
	@Scripts/mutants

drill:
	swift build --product oranje
	.build/debug/oranje drill --data "$(DATA)"
