# Bylaw, from a fresh machine with a Swift toolchain: `make judge` and `make test`.

SWIFT ?= swift
BYLAW = .build/debug/bylaw
SOURCES = Sources Tests Package.swift

.PHONY: judge test setup build lint format
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

# The command `bylaw`, in .build/debug.
build: setup
	$(SWIFT) build --product bylaw

# What the system must have: libyaml and pkg-config. Does nothing where they are there.
setup:
	Scripts/setup

# Whether the code has the project's format.
lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

# Gives the code the project's format.
format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)
