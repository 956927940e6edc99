# make demo    the main job: three extensions on real input, held and released
# make test    everything that must pass
# make test-all  the same, and what takes too long for every day
# make bench   the speed table, beside python3; make bench-record also writes it into Benchmarks/README.md;
#              ONLY="echo" measures the groups of rows with that in their names, and keeps the other rows
# make bounds  what the machine and its kernel leave to the row of the echo server, without any lock
# make setup   install what is missing (demo, test and bench call it)
# make format  rewrite the Swift sources in the house's format; make lint only checks
# make install  PREFIX=… [DESTDIR=…], make uninstall  the same; see Packaging/README.md
# make clean   remove what was built

SWIFT  ?= swift
JOBS   ?= 2
FUZZ_SECONDS ?= 60
PREFIX ?= /usr/local
RELEASE = --configuration release --scratch-path .build/release-tree --jobs $(JOBS)
BATON   = .build/release-tree/release/baton
SWIFT_SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: setup setup-bench release demo test test-all test-swift test-lock test-lock-sanitizers test-threads \
        test-address test-address-all fuzz test-models test-examples test-packages test-packages-all test-install \
        test-documentation test-syntax-whole install uninstall gallery bench bench-record bounds thresholds format lint clean

setup:
	@Tools/setup.sh build

setup-bench:
	@Tools/setup.sh build bench

release: setup
	@$(SWIFT) build $(RELEASE)

install: setup
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Packaging/install.sh --check
	@$(MAKE) --no-print-directory release
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' SWIFT='$(SWIFT)' Packaging/install.sh .build/release-tree/release

uninstall:
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Packaging/uninstall.sh

demo: release
	@$(BATON) demo

test-all: test test-packages-all test-address-all test-syntax-whole
	Tests/Models/run.sh --whole

# All of Python's standard library beside ast.parse, and mutated programs for a minute.
test-syntax-whole: setup
	BATON_WHOLE_LIBRARY=1 BATON_MUTATION_SECONDS=60 $(SWIFT) test --jobs $(JOBS) --filter BatonSyntaxTests

# libFuzzer over the parser, the compiler and the verifier for FUZZ_SECONDS; FUZZ_SEED repeats a run.
fuzz: setup
	Tools/fuzz.sh $(FUZZ_SECONDS) $(FUZZ_SEED)

test: test-models test-lock test-lock-sanitizers test-threads test-address test-examples test-install test-documentation gallery \
      test-packages test-swift

# Unit, behaviour and exit tests, debug build.
test-swift: setup
	JOBS=$(JOBS) Tools/test-swift.sh

# The lock without a host: C alone, then under the sanitizers.
test-lock: setup
	$(MAKE) -C Tests/LockHarness test

test-lock-sanitizers: setup
	$(MAKE) -C Tests/LockHarness tsan asan

# Swift suites that put several threads on one thing, under the thread sanitizer.
test-threads: setup
	JOBS=$(JOBS) Tools/test-threads.sh

# Suites under the address sanitizer: those that make, break and free the most, or all.
test-address: setup
	JOBS=$(JOBS) Tools/test-address.sh

test-address-all: setup
	JOBS=$(JOBS) Tools/test-address.sh --all

# The lock's models: each must hold, each mutant must be rejected.
test-models: setup
	Tests/Models/run.sh

# Each example built by its own Makefile, as an outside author would, and one short demo with every result checked.
test-examples: release
	Tools/test-examples.sh $(BATON)

# Installed into an empty folder, with this checkout hidden: extensions built by pkg-config, CMake and baton build, a host
# application, the manual; and nothing left after make uninstall.
test-install: release
	Tools/test-install.sh

# Every checker of the contract over the programs of Tests/Contract/Gallery: caught, missed, false alarms. Fails where a
# program does not give what it promises, and where what is generated from the headers and the gallery is not up to date.
gallery: release
	@Tools/contract/calls.py --check
	@Tools/contract/gallery.py --baton $(BATON)
	@Tools/contract/page.py --check --baton $(BATON)

# The reference is complete and up to date; the tutorial's programs compile and print what it shows.
test-documentation: release
	Tools/reference/write.py --check
	Tools/documentation.py --baton $(BATON) Documentation/WritingExtensions.md

# Ten CPython packages from PyPI, unmodified, built with Python.h, imported and checked.
test-packages: release
	Tools/python_names.py --check
	Tools/test-packages.sh $(BATON)

# The same and further packages, and what the relaxed check of the contract finds in their sources.
test-packages-all: release
	Tools/test-packages.sh $(BATON) --all
	Tools/check-packages.py --baton $(BATON)

# The headers that are made from others, and the reference.
headers:
	Tools/contract/calls.py
	Tools/python_names.py
	Tools/reference/write.py
	Tools/contract_table.py CShim/include > CShim/check/functions.inc.new && mv CShim/check/functions.inc.new CShim/check/functions.inc

BENCH = $(SWIFT) run --package-path Benchmarks --configuration release --jobs $(JOBS) bench \
	    --baton $(BATON) --json Benchmarks/.build/bench.json $(if $(ONLY),--only "$(ONLY)")

bench: setup-bench release
	@$(BENCH)

# The same, and the table of Benchmarks/README.md written anew. Wants a quiet machine.
bench-record: setup-bench release
	@$(BENCH) --markdown Benchmarks/README.md

# What a release costs beside the examples' work: the tables in their READMEs.
thresholds: setup-bench release
	@mkdir -p Benchmarks/.build/cases-baton
	@$(CC) -O2 -shared -fPIC -ICShim/include -o Benchmarks/.build/cases-baton/cases.so Benchmarks/Cases/*.c
	@BATON_PATH=Benchmarks/.build/cases-baton $(BATON) call cases.thresholds

bounds: setup
	@mkdir -p Benchmarks/.build
	@$(CC) -std=c11 -O2 -pthread -o Benchmarks/.build/echo-bound Benchmarks/Bounds/echo.c
	@Benchmarks/.build/echo-bound

format:
	$(SWIFT) format --in-place --recursive $(SWIFT_SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SWIFT_SOURCES)

clean:
	rm -rf .build Benchmarks/.build
	@for folder in Tests/LockHarness Examples/*/; do [ ! -f $$folder/Makefile ] || $(MAKE) -s -C $$folder clean; done
