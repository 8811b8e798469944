"""Sample devices: one for each sample player."""

from datetime import timedelta

from {{ cookiecutter.namespace }}.kit.sample import DAY_ONE, PLAYERS, Progress, batches, sample_id
from {{ cookiecutter.namespace }}.service.vid.models import Vid

PLATFORMS = [Vid.Platform.ANDROID, Vid.Platform.ANDROID, Vid.Platform.IOS, Vid.Platform.OTHER]


def fill(progress: Progress) -> None:
    """Make the sample devices."""
    for batch in batches(PLAYERS):
        Vid.objects.bulk_create(
            Vid(
                id=sample_id("vid", number),
                platform=PLATFORMS[number % len(PLATFORMS)],
                created_at=DAY_ONE + timedelta(minutes=number),
            )
            for number in batch
        )
        progress("devices", batch.stop - 1, PLAYERS)
