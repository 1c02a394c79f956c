# Two commands do everything: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# One set of flags, so that build, check and test share what they compile.
DEBUG := -Xswiftc -warnings-as-errors -Xcc -Werror --explicit-target-dependency-import-check error
# The static Swift library halves start-up time and memory. The C++ library that it needs goes in with it
# (the linker finds it in a folder without the shared one), and generic types are asked for by call, not by
# name: a sixth of a start (docs/performance.md).
RUNTIME := .build/runtime
RELEASE := -c release --static-swift-stdlib -Xswiftc -L$(RUNTIME) \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
SOURCES := Package.swift Sources Tests

.PHONY: help run build test check screens format clean docs screenshots install deb
.PHONY: stress stress-wal stress-kill stress-readers stress-backup stress-migration soak fuzz
.PHONY: stress-build stress-players bench bench-deps bench-build

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: build ## build and open the console (arguments: make run ARGS="--store FILE")
	@exec .build/release/carbook $(ARGS)

build: ## build the release program
	@scripts/require-swift
	@scripts/require-packages libncurses-dev libsqlite3-dev
	@mkdir -p $(RUNTIME)
	@! command -v clang >/dev/null || ln -sf "$$(clang -print-file-name=libstdc++.a)" $(RUNTIME)/
	swift build $(RELEASE) --product carbook

test: check ## install what the tests need, then run every test
	@scripts/require-packages tmux curl sqlite3 mpv ffmpeg openssl nginx-light caddy mandoc
	swift test $(DEBUG)

check: ## import directions, warnings as errors, format
	@scripts/require-swift
	@scripts/require-packages libncurses-dev libsqlite3-dev
	@scripts/check-imports
	swift format lint --strict --parallel --recursive $(SOURCES)
	swift build $(DEBUG) --build-tests

screens: ## write what the golden screens are compared with anew
	CARBOOK_WRITE_SCREENS=1 swift test $(DEBUG) --filter GoldenScreenTests

format: ## put every source file into its format
	swift format --in-place --parallel --recursive $(SOURCES)

# Where `make install` puts things; DESTDIR is a folder that stands for / (GNU coding standards).
PREFIX ?= /usr/local
DESTDIR ?=
SHARE = $(DESTDIR)$(PREFIX)/share
PROGRAM = "$$(swift build $(RELEASE) --show-bin-path)/carbook"

docs: build ## make docs/keys.md from the program's own tables
	$(PROGRAM) reference keys >docs/keys.md

screenshots: build ## draw docs/pictures from a real screen
	@scripts/require-packages tmux curl
	swift build $(RELEASE) --product screenshots
	@scripts/screenshots

install: build ## install program, man pages, completions and service unit (DESTDIR=, PREFIX=)
	install -D $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/carbook
	install -d $(SHARE)/man/man1 $(SHARE)/man/man5 $(SHARE)/bash-completion/completions
	install -d $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(PROGRAM) reference man >$(SHARE)/man/man1/carbook.1
	$(PROGRAM) reference man5 >$(SHARE)/man/man5/carbook.5
	$(PROGRAM) reference bash >$(SHARE)/bash-completion/completions/carbook
	$(PROGRAM) reference zsh >$(SHARE)/zsh/site-functions/_carbook
	$(PROGRAM) reference fish >$(SHARE)/fish/vendor_completions.d/carbook.fish
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed 's|/usr/bin/|$(PREFIX)/bin/|' packaging/carbook.service \
	  >$(DESTDIR)$(PREFIX)/lib/systemd/system/carbook.service
	install -D -m 644 packaging/carbook.desktop $(SHARE)/applications/carbook.desktop
	install -D -m 644 packaging/carbook.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/carbook.conf

deb: build ## a Debian package in .build/deb
	@scripts/require-packages debhelper bash-completion fakeroot lintian
	DEB_BUILD_OPTIONS=noautodbgsym dpkg-buildpackage --build=binary --no-sign --no-check-builddeps
	mkdir -p .build/deb
	mv ../carbook_*.deb ../carbook_*.changes ../carbook_*.buildinfo .build/deb/
	lintian --fail-on error,warning .build/deb/carbook_*.changes

# The long runs (docs/testing.md). SECONDS= and ROUNDS= make them shorter or longer.
STRESS = "$$(swift build $(RELEASE) --show-bin-path)/stress"
SECONDS ?=
ROUNDS ?= 1000
DURATION = $(if $(SECONDS),--seconds $(SECONDS))

stress-build: build
	swift build $(RELEASE) --product stress

stress: stress-wal stress-kill stress-readers stress-backup stress-migration ## every long run over the store

stress-wal: stress-build ## writers and checkpoints lose nothing; without the rule they do
	$(STRESS) wal $(DURATION)
	@if $(STRESS) wal --library-rule $(DURATION); then echo "rule off: not shown this time"; \
	else echo "rule off: shown to fail"; fi

stress-kill: stress-build ## kill -9 at random moments loses no delivery
	$(STRESS) kill --rounds $(ROUNDS)

stress-readers: stress-build ## 8 writers, 8 readers and a stranger share the store
	$(STRESS) readers $(DURATION)

stress-backup: stress-build ## a copy made while 500 deliveries a second come in is whole
	$(STRESS) backup $(DURATION)

stress-migration: stress-build ## kill -9 in a migration leaves the old store or the new one
	$(STRESS) migration $(if $(filter command line,$(origin ROUNDS)),--rounds $(ROUNDS))

stress-players: ## 10,000 recordings played: no process or descriptor is left
	PLAYS=$(or $(PLAYS),10000) swift test $(DEBUG) --filter 'many plays leave nothing behind'

soak: stress-build ## 500 deliveries a second; 1,000 slow connections
	$(STRESS) soak $(DURATION)
	$(STRESS) slow $(DURATION)

# The figures of docs/performance.md. CALLS= makes the stores smaller, PARTS= chooses rows; the stores
# are made once and kept in ~/.cache/carbook-bench.
CALLS ?= 10000000
PARTS ?=

bench-deps: ## install what the figures are compared with
	@scripts/require-packages tmux sqlite3 webhook nginx-light wrk lnav tig less htop

bench-build: build
	swift build $(RELEASE) --product cloop
	swift build $(RELEASE) --product bench

bench: bench-build ## measure beside peers and the physical limit; about 15 minutes
	@"$$(swift build $(RELEASE) --show-bin-path)/bench" --calls $(CALLS) $(PARTS)

fuzz: ## throw mutated bytes at the parser and the decoder, 10 minutes
	@scripts/require-swift
	scripts/fuzz $(or $(SECONDS),600)

clean: ## remove what was built
	rm -rf .build
