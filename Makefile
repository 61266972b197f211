# Everything that is done with this project. Each target sets up what it needs by itself.
# On a fresh machine only Python 3.11+, make and git are needed.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
N      ?= 3000
BASE   ?= HEAD~1
export BASE
export NO_MKDOCS_2_WARNING := 1
export NODE_USE_SYSTEM_CA := 1

# `make smoke` and `make carry` take these from the command line or the environment.
export URL
export COMMIT
export BUILD
export FROM
ifeq ($(SITE_URL),)
unexport SITE_URL
endif

.PHONY: build serve check mutations told review review-link test pseudo record push-record bench lighthouse weights frames lint lock chromium clean

build: $(VENV)/ready          ## make the whole site in site/
	$(BIN)/mkdocs build --strict

serve: $(VENV)/ready          ## preview with live reload, drafts included
	$(BIN)/mkdocs serve

check: $(VENV)/ready          ## say what is to mend in data/ and docs/
	$(BIN)/untfsse check

mutations: $(VENV)/ready      ## change N real files in many ways: none may make the check stumble
	PYTHONPATH=tests $(BIN)/python -m mutations $(N)

told: $(VENV)/ready           ## say what the changes since BASE leave to translators, and what in translations does not fit
	$(BIN)/untfsse translations check --since "$$BASE"

review: $(VENV)/ready         ## every page that the changes since BASE alter, before and after, in review.html
	$(BIN)/untfsse review --base "$$BASE"

review-link:                  # done by the workflow: where the review can be opened, on the page of its run
	@printf '## Review\n\n[Open the review page](%s): every page that changes, before and after.\n' "$$REVIEW" \
	  >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

lint: workflows               ## style and types of the code, and what runs on GitHub
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: workflows release carry sbom smoke rehearsal links links-issue last-good

workflows: $(VENV)/ready      ## what runs on GitHub: its form, its rights, what strangers could do with it
	$(BIN)/zizmor --offline --persona auditor --no-progress --quiet .
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/actionlint

test: lint chromium node_modules/.ready ## every check there is, those in a real browser too
	$(BIN)/pytest

pseudo: $(VENV)/ready         ## the site in an invented language, in site-pseudo/: what is not accented is hard-coded
	PYTHONPATH=tests $(BIN)/python -m pseudo

record: $(VENV)/ready         ## keep account of what was translated from what, commit by commit; bring the schemas up to date
	$(BIN)/untfsse translations record
	$(BIN)/untfsse schema

push-record: $(VENV)/ready    # done by the workflow on main
	sh .ci/push-record $(MAKE) --silent record

release:                      ## the site as it is published: one clock for all of it, kept in build.json
	SOURCE_DATE_EPOCH="$${SOURCE_DATE_EPOCH:-$$(date +%s)}" $(MAKE) build

carry: $(VENV)/ready          ## add to site/ what pages of the last release need: make carry FROM=https://unsse.org/
	$(BIN)/python -m untfsse.publishing.carry "$$FROM" site

sbom: $(VENV)/ready           ## what the site is made with, in sbom.json (CycloneDX)
	$(BIN)/python -m untfsse.publishing.sbom sbom.json

smoke:                        ## does a published site work: make smoke URL=https://unsse.org/ (COMMIT=… or BUILD=build.json waits for it)
	@PYTHONPATH=hooks $(PYTHON) -m untfsse.publishing.smoke "$$URL" --commit "$$COMMIT" --build "$$BUILD"

last-good:                    # done by the workflow that publishes, before it goes back
	@sh .ci/last-good

rehearsal: build              ## go back from a broken release to the one before, on this machine, with times
	PYTHONPATH=tests $(BIN)/python -m rehearsal site

links: $(VENV)/ready          ## which links to other sites are dead, in links.md
	$(BIN)/python -m untfsse.publishing.links links.md

links-issue:                  # done by the workflow each week, with what `make links` found
	sh .ci/links-issue links.md

bench: $(VENV)/ready          ## time a synthetic site of N records against the stock stack
	$(BIN)/python tests/bench.py $(N)

lighthouse: $(VENV)/ready chromium node_modules/.ready ## measure 18 pages as on a phone: about 20 minutes
	PYTHONPATH=tests $(BIN)/python -m browser.lighthouse

weights: build chromium       ## what pages weigh
	PYTHONPATH=tests $(BIN)/python -m browser.weights site

frames: build chromium        ## keep what a screen reader is told of the frame of the pages
	PYTHONPATH=tests $(BIN)/python -m browser.frame site

lock: $(VENV)/ready           ## take newer versions of everything, with hashes
	$(BIN)/uv pip compile --quiet --system-certs --universal --generate-hashes --no-emit-index-url --no-header \
	  --group dev pyproject.toml --upgrade --output-file requirements.lock
	grep -A 100 '^uv==' requirements.lock | awk 'NR == 1 || /^ / { print; next } { exit }' > requirements-uv.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" npm update --silent

clean:                        ## remove what the targets above have made
	rm -rf $(VENV) node_modules site site-pseudo .site-* .cache review.html sbom.json links.md

$(VENV)/ready: requirements.lock requirements-uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name it: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-uv.lock
	$(BIN)/uv pip sync --quiet --system-certs --require-hashes --python $(BIN)/python requirements.lock
	$(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

chromium:                     # the browser of the checks: the one named in CHROMIUM, or Debian's
	@sh .ci/chromium

node_modules/.ready: $(VENV)/ready package.json package-lock.json .npmrc
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@
