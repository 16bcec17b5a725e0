# Bylaw, from a fresh machine with a Swift toolchain: `make judge` and `make test`.

SWIFT ?= swift
BYLAW = .build/debug/bylaw
SOURCES = Sources Tests Package.swift Benchmarks/Sources Benchmarks/Benchmarks Benchmarks/Package.swift
# A copy of the folder in which other engines do the same work, with its `inputs.jsonl`.
PEERS ?=
PEER = Benchmarks/.build/release/bylaw-peer
BENCH = Benchmarks/.build/release/bylaw-bench

# How long `make soak` judges (600) and `make fuzz` tries each part (60), and what `make tsan` and `make asan` test: all, or
# TESTS=filter.
SECONDS ?=
TESTS ?=
# How the sanitizers report. What makes the system end a process by a signal cannot be tested under them.
SANITIZER_OPTIONS = halt_on_error=0:exitcode=66
SANITIZED = $(if $(TESTS),--filter '$(TESTS)') --skip DiskFullTests
# The leak search ptraces the process, which containers often forbid: LEAKS=0 leaves it out.
LEAKS ?= 1
SOAK = .build/release/bylaw-soak

.PHONY: judge test tsan asan soak setup build fuzz hostile bench bench-check bench-update bench-build peers lint format
.SILENT:

# Judges the shares in Examples by WorkCircle's policy, and shows the decisions.
judge: build
	for request in Examples/shares/*.json; do \
		echo "== $$request"; \
		$(BYLAW) judge --policies Policies/workcircle "$$request" || exit; \
	done

# Every test.
test: setup
	$(SWIFT) test

# Every test under the thread sanitizer, in a build of its own; with TESTS=filter those alone.
tsan: setup
	TSAN_OPTIONS="$(SANITIZER_OPTIONS) suppressions=$(abspath Scripts/tsan-suppressions)" \
		$(SWIFT) test --sanitize thread --scratch-path .build-tsan $(SANITIZED)

# Every test under the address sanitizer, and the search for leaks where the system has it.
asan: setup
	ASAN_OPTIONS="$(SANITIZER_OPTIONS) detect_leaks=$(LEAKS)" LSAN_OPTIONS="suppressions=$(abspath Scripts/lsan-suppressions)" \
		$(SWIFT) test --sanitize address --scratch-path .build-asan $(SANITIZED)

# Judges at full load while policies are replaced and decisions are logged; fails if memory grows: make soak SECONDS=60.
soak: setup
	$(SWIFT) build -c release --product bylaw-soak
	$(SOAK) --seconds $(or $(SECONDS),600)

# The command `bylaw`, in .build/debug.
build: setup
	$(SWIFT) build --product bylaw

# Tries inputs without end on every part that reads what others wrote: make fuzz SECONDS=60, for each.
fuzz: setup
	Scripts/fuzz $(or $(SECONDS),60)

# The command on the largest and worst of files, in bounded memory and time.
hostile: setup
	$(SWIFT) build -c release --product bylaw
	Scripts/hostile

# What the system must have: libyaml and pkg-config. Does nothing where they are there.
setup:
	Scripts/setup

# How fast Bylaw judges: the whole table, and the command; with PEERS=folder on the inputs that other engines get.
bench: bench-build
	$(BENCH) table $(if $(PEERS),--inputs "$(abspath $(PEERS))/inputs.jsonl")
	Scripts/bench-command

# Whether decisions ask the heap for as many blocks, and take as many instructions, as is committed.
bench-check: bench-build
	$(BENCH) allocations
	Scripts/bench-instructions

# Commits to what decisions take now: review Benchmarks/Thresholds afterwards.
bench-update: bench-build
	$(BENCH) allocations --update
	Scripts/bench-instructions --update

# Bylaw beside other engines, where their folder is set up: make peers PEERS=folder.
peers: bench-build
	test -n "$(PEERS)" -a -x "$(PEERS)/run_all.sh" || { echo 'name the set-up folder of the other engines: PEERS=folder' >&2; exit 2; }
	cd "$(PEERS)" && EXTRA="$(abspath $(PEER)) --inputs inputs.jsonl" ./run_all.sh peers
	$(PEER) --row folded --inputs "$(PEERS)/inputs.jsonl"

bench-build: setup
	$(SWIFT) build -c release --package-path Benchmarks --product bylaw-peer
	$(SWIFT) build -c release --package-path Benchmarks --product bylaw-bench

# Whether the code has the project's format.
lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

# Gives the code the project's format.
format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)
