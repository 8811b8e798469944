import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

MAKER = """FROM node:20-slim AS assets
WORKDIR /page
RUN npm ci && npx esbuild style.css --minify --outfile={made}
FROM python:3.13-slim-trixie
RUN pip install gunicorn==23.0.0
{fetch}
COPY app.py ./
CMD ["gunicorn", "app"]
"""


@pytest.mark.parametrize(
    ("made", "fetch"),
    [
        ("small.css", "COPY --from=assets /page/small.css ./"),
        ("small.css", "COPY --from=0 page/small.css /small.css"),
        ("small.css", "COPY --from=assets /page/*.css ./"),
        ("dist/small.css", "COPY --from=ASSETS /page/dist ./static"),
    ],
)
def test_there_are_several_ways_to_fetch_one_file(made: str, fetch: str):
    assert judge(find("3.2.4"), MAKER.format(made=made, fetch=fetch)).passed


@pytest.mark.parametrize(
    ("fetch", "said"),
    [
        ("COPY --from=assets /page/* ./", "node_modules"),
        ("COPY --from=assets / /", "node_modules"),
        ("COPY --from=asset /page/small.css ./", "no stage 'asset'"),
        ("COPY small.css ./", "your own folder"),
        ("COPY --from=assets /page/style.css ./", "Nobody fetches /page/small.css"),
    ],
)
def test_what_brings_too_much_or_nothing_is_told(fetch: str, said: str):
    assert said in judge(find("3.2.4"), MAKER.format(made="small.css", fetch=fetch)).line
