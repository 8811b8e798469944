"""Sample links: to the board's notices, and to a few pages elsewhere."""

from datetime import timedelta

from {{ cookiecutter.namespace }}.kit.sample import DAY_ONE, LINKS, NOTICES, Progress, sample_id
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link

ELSEWHERE = ["https://example.com/download", "https://example.com/wiki?lang=ko", "https://example.org/forum/여름"]


def slug(number: int) -> str:
    """The slug of the `number`th sample link, such as `sample-7`."""
    return f"sample-{number}"


def target(number: int) -> str:
    """Where it leads: four of five to a notice or to the board, the rest elsewhere."""
    if number % 5 == 0:
        return ELSEWHERE[number // 5 % len(ELSEWHERE)]
    return f"/board/{sample_id('notice', number)}/" if number <= NOTICES else "/board/"


def clicks(number: int) -> list[int]:
    """How often it was followed on each of its first three days: much at first, less and less later."""
    return [number * 37 % 200 // (1 + day) for day in range(3)]


def link(number: int) -> Link:
    """The `number`th sample link. One of fifty has ended, one of a hundred was switched off."""
    born = DAY_ONE + timedelta(hours=number)
    return Link(
        slug=slug(number),
        target=target(number),
        active=number % 100 != 0,
        expires_at=born + timedelta(days=30) if number % 50 == 7 else None,
        clicks=sum(clicks(number)),
        created_at=born,
    )


def fill(progress: Progress) -> None:
    """Make the sample links and their clicks by day."""
    Link.objects.bulk_create(link(number) for number in range(1, LINKS + 1))
    ids = dict(Link.objects.values_list("slug", "id"))
    ClickDay.objects.bulk_create(
        ClickDay(link_id=ids[slug(n)], day=(DAY_ONE + timedelta(hours=n, days=day)).date(), clicks=count)
        for n in range(1, LINKS + 1)
        for day, count in enumerate(clicks(n))
        if count
    )
    progress("links", LINKS, LINKS)
