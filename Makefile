# Everything a developer or a fresh machine needs. `make run` and `make test` install what they need and say so.
SHELL := /bin/bash
DATA ?= data
PORT ?= 8017
START ?= 2026-11-23

.PHONY: setup setup-tests run test check release format

setup:
	@Scripts/setup build

setup-tests:
	@Scripts/setup tests

run: setup
	@Scripts/run "$(DATA)" "$(PORT)" "$(START)"

test: setup-tests
	@Scripts/test

check: setup-tests
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@Scripts/test

release: setup
	swift build -c release --static-swift-stdlib --scratch-path .build-release --product oranje
	@ls -l .build-release/release/oranje

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift
