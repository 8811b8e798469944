import pytest

from lab.checks import Wrong
from lab.exercises.lesson_3_2.dockerfile import stages, steps

TWO = """
# what makes
FROM --platform=linux/amd64 node:20-slim as Assets
RUN npm ci \\
  # the second half
  && npx esbuild

FROM python:3.13-slim-trixie
COPY --from=assets --chown=1:1 /page/small.css ./
CMD ["gunicorn", "app"]
"""


def test_a_line_goes_on_after_a_backslash_and_a_comment_in_between():
    assert steps(TWO)[1].line == "RUN npm ci && npx esbuild"


def test_stages_have_bases_and_names():
    assert [(stage.base, stage.name) for stage in stages(TWO)] == [
        ("node:20-slim", "assets"),
        ("python:3.13-slim-trixie", ""),
    ]


def test_options_are_told_from_paths():
    [copy] = stages(TWO)[1].of("COPY")

    assert copy.options == {"from": "assets", "chown": "1:1"}
    assert copy.paths == ["/page/small.css", "./"]


def test_an_option_may_have_no_value():
    [copy] = steps("COPY --link --from=assets /page/small.css ./")

    assert copy.options == {"link": "", "from": "assets"}
    assert copy.line == "COPY --link --from=assets /page/small.css ./"


def test_only_json_is_the_exec_form():
    assert steps('CMD ["gunicorn", "app"]')[0].words == ["gunicorn", "app"]
    assert steps("CMD ['gunicorn', 'app']")[0].words is None
    assert steps("CMD gunicorn app")[0].words is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INSTALL gunicorn", "no instruction 'INSTALL'"),
        ("RUN date", "begins with FROM"),
        ("ARG A=1", "There is no FROM"),
    ],
)
def test_what_is_no_dockerfile_is_refused(text: str, said: str):
    with pytest.raises(Wrong, match=said):
        stages(text)
