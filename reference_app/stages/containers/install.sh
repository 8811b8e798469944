#!/bin/sh
# Inside the build: put our own part of the project $1 into /app, and its static files into /static. Needs no network.
set -eu
project=$1
from=/source/stages/containers

distributions=$(python /source/runner/clever/runner/containers/images/distributions.py /source "clever-stage-split[$project]")
# Not isolated: what builds them, uv_build, is here already and must not be fetched again.
# shellcheck disable=SC2086
uv pip install --quiet --no-config --no-cache --offline --no-deps --no-build-isolation --system --target /app/lib $distributions
rm -rf /app/lib/bin /app/lib/.lock

# The smaller ones take the place of their sources, before each is named by its content.
for app in /minified/*; do
  find /app/lib -type d -path "*/static/$(basename "$app")" -exec cp -R "$app/." {} \;
done

cp /source/stages/split/manage.py /source/stages/split/gunicorn.conf.py "$from/probe.py" /app/
cp /source/runner/clever/runner/commands.py /app/prepare.py

# Where it runs nobody may write, so Python's bytecode has to be there already.
/opt/venv/bin/python -m compileall -q /app/lib

export PYTHONPATH=/app/lib PYTHONDONTWRITEBYTECODE=1
/opt/venv/bin/python "$from/collect_static.py" "$project" /static
find /static -name "*.map" -delete # nobody debugs other people's scripts here
/opt/venv/bin/python "$from/packages.py" > /app/packages.txt
