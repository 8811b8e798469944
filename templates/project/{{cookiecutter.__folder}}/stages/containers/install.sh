#!/bin/sh
# Inside the build: put our own part of the project $2 of the stage $1 into /app. Needs no network.
set -eu
stage=$1
project=$2
from=/source/stages/containers

distributions=$(python /source/runner/{{ cookiecutter.namespace }}/runner/containers/images/distributions.py /source "{{ cookiecutter.namespace }}-stage-$stage[$project]")
# Not isolated: what builds them, uv_build, is here already and must not be fetched again.
# shellcheck disable=SC2086
uv pip install --quiet --no-config --no-cache --offline --no-deps --no-build-isolation --system --target /app/lib $distributions
rm -rf /app/lib/bin /app/lib/.lock
# uv notes when it did this. What is the same should stay the same layer, whenever it is made.
rm /app/lib/*.dist-info/uv_cache.json
sed -i '/uv_cache.json/d' /app/lib/*.dist-info/RECORD

# Where it runs nobody may write, so Python's bytecode has to be there already.
/opt/venv/bin/python -m compileall -q --invalidation-mode unchecked-hash /app/lib

cp /source/stages/split/manage.py /source/stages/split/gunicorn.conf.py "$from/probe.py" /app/
cp /source/runner/{{ cookiecutter.namespace }}/runner/commands.py /app/prepare.py
PYTHONPATH=/app/lib /opt/venv/bin/python "$from/packages.py" > /app/packages.txt
