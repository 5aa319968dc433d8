# `make start` reads, `make lab` works, `make demo-class` grades, `make test` checks all of it.
PYTHON ?= python3
PORT ?= 8000
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Small arrays gain nothing by threads, and on a busy machine lose much.
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1
LIBRARY := $(shell find helpers autograder/exercises -name '*.py' -o -name '*.js' -o -name '*.css')
PAGES := $(shell find book notebooks -type f -not -path '*/.*' -not -name '*.pyc')

.PHONY: start book lab release course demo-class test bench clean

start: book
	@echo "The book is at http://localhost:$(PORT)/  (Ctrl-C ends)"
	@python -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html >/dev/null

# Sphinx does not see a changed style sheet or script, so the pages are always written anew. It remembers what it read
# in .doctrees: lessons are executed again only if they, the library or the settings have changed.
book: _build/html/.built
_build/html/.built: .venv/.installed _config.yml _toc.yml $(PAGES) $(LIBRARY)
	rm -rf _build/html
	jupyter-book build . -W -n --keep-going
	touch $@

# Nothing in work/ is ever overwritten: what a learner has changed there is the learner's.
lab: .venv/.installed work
	cd work && jupyter lab
.PHONY: work
work:
	mkdir -p work && cp -Rn notebooks/*.ipynb notebooks/exercises work/

release: .venv/.installed
	mkdir -p _build && JUPYTER_CONFIG_PATH=autograder nbgrader generate_assignment --force --assignment=$(or $(ASSIGNMENT),02_convolution)

course: .venv/.installed
	python -m autograder.course $(or $(DIR),$(error Say where: make course DIR=~/cnn-course))

demo-class: .venv/.installed
	python -m autograder.demo_class

test: .venv/.tested book node_modules/axe-core .venv-oldest/.installed
	sh tests/programs.sh
	python -m pytest -n 2 --dist loadfile

bench: .venv/.tested book
	for benchmark in benchmarks/*.py; do python $$benchmark || exit 1; done

clean:
	rm -rf _build

# A torch that is there already is kept.
.venv/.installed: requirements.txt constraints.txt pyproject.toml binder/overrides.json
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	{ python -c 'import torch' 2>/dev/null && grep -v '^torch==' requirements.txt || cat requirements.txt; } > .requirements.txt
	pip install --quiet --disable-pip-version-check -r .requirements.txt
	mkdir -p .venv/share/jupyter/lab/settings && cp binder/overrides.json .venv/share/jupyter/lab/settings/ && touch $@

.venv/.tested: .venv/.installed requirements-dev.txt
	sh tests/programs.sh
	pip install --quiet --disable-pip-version-check -r requirements-dev.txt && touch $@

# The oldest numpy that the core and the exercises must run on: the one of Python in the browser.
.venv-oldest/.installed: requirements-oldest.txt
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/bin/pip install --quiet --disable-pip-version-check -r requirements-oldest.txt
	touch $@

node_modules/axe-core: package.json
	npm install --silent --no-package-lock --no-audit --no-fund && touch $@
