# Two commands do everything: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# One set of flags, so that build, check and test share what they compile.
DEBUG := -Xswiftc -warnings-as-errors -Xcc -Werror --explicit-target-dependency-import-check error
# The static Swift library halves start-up time and memory.
RELEASE := -c release --static-swift-stdlib
SOURCES := Package.swift Sources Tests

.PHONY: help run build test check format clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: build ## build and open the console (arguments: make run ARGS="--store FILE")
	@exec "$$(swift build $(RELEASE) --show-bin-path)/carbook" $(ARGS)

build: ## build the release program
	@scripts/require-swift
	@scripts/require-packages libncurses-dev libsqlite3-dev
	swift build $(RELEASE)

test: check ## install what the tests need, then run every test
	@scripts/require-packages tmux curl sqlite3
	swift test $(DEBUG)

check: ## import directions, warnings as errors, format
	@scripts/require-swift
	@scripts/require-packages libncurses-dev libsqlite3-dev
	@scripts/check-imports
	swift format lint --strict --parallel --recursive $(SOURCES)
	swift build $(DEBUG) --build-tests

format: ## put every source file into its format
	swift format --in-place --parallel --recursive $(SOURCES)

clean: ## remove what was built
	rm -rf .build
