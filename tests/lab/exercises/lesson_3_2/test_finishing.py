import pytest

from lab.checks import Wrong
from lab.exercises.lesson_3_2.finishing import last_lines

BASE = "FROM python:3.13-slim-trixie\nUSER cafe\n"
ASKS = "HEALTHCHECK CMD python -c \"from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/')\"\n"
STARTS = 'CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app"]\n'


@pytest.mark.parametrize(
    "starts",
    [
        STARTS,
        "CMD exec gunicorn --bind 0.0.0.0:8000 app",
        'CMD ["sh", "-c", "exec gunicorn -b :8000 app:application"]',
        'ENTRYPOINT ["gunicorn"]\nCMD ["-b:8000", "app"]',
    ],
)
def test_whoever_makes_gunicorn_the_first_process_is_right(starts: str):
    assert last_lines(BASE + ASKS + starts).startswith("Right")


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        ("CMD gunicorn --bind 0.0.0.0:8000 app", "is PID 1"),
        ('CMD ["gunicorn --bind 0.0.0.0:8000 app"]', "each word stands by itself"),
        ('CMD ["sh", "-c", "gunicorn --bind 0.0.0.0:8000 app"]', "let it exec"),
        ("", "CMD is missing"),
    ],
)
def test_whoever_puts_a_shell_or_nothing_there_is_told(starts: str, said: str):
    with pytest.raises(Wrong, match=said):
        last_lines(BASE + ASKS + starts)


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        ("HEALTHCHECK CMD /usr/bin/curl -f http://127.0.0.1:8000/", "no curl in a slim image"),
        ("HEALTHCHECK CMD ['python', '-c', 'http://127.0.0.1:8000/']", "single quotes are not JSON"),
        ("HEALTHCHECK python -c 'http://127.0.0.1:8000/'", "stands CMD"),
    ],
)
def test_a_health_check_that_can_never_be_well_is_refused(asks: str, said: str):
    with pytest.raises(Wrong, match=said):
        last_lines(f"{BASE}{asks}\n{STARTS}")


def test_a_health_check_may_use_what_the_image_has_installed():
    curl = "RUN apt-get update && apt-get install --yes curl\n"

    assert last_lines(BASE + curl + "HEALTHCHECK CMD curl -f http://127.0.0.1:8000/\n" + STARTS).startswith("Right")
