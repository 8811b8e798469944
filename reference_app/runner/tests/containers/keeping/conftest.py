"""A stage of one project on containers: PostgreSQL and a volume as `containers` has them, and no image of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clever import runner
from clever.runner.houses import House, find_house
from clever.runner.places import StageFolder
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import load_stage

from ...stages import SHIPPED, write

MAKE_DATABASES = Path(__file__).parents[4] / "stages" / "containers" / "postgres" / "make_databases.sh"

COMPOSE = """
services:
  postgres:
    image: ${POSTGRES_IMAGE:-postgres:17}
    user: postgres
    command: [postgres, -c, fsync=off]
    environment: { POSTGRES_PASSWORD_FILE: /run/secrets/postgres-password }
    secrets: [postgres-password]
    volumes: ["postgres-data:/var/lib/postgresql/data"]
    tmpfs: [/tmp, /var/run/postgresql]
  databases:
    image: ${POSTGRES_IMAGE:-postgres:17}
    user: postgres
    entrypoint: [/bin/sh, /make_databases.sh]
    command: [tiny]
    environment: { PGHOST: postgres, PGUSER: postgres }
    secrets: [postgres-password, database-passwords]
    volumes: ["./make_databases.sh:/make_databases.sh:ro"]
    tmpfs: [/tmp, /var/lib/postgresql/data]
  tiny:
    image: ${POSTGRES_IMAGE:-postgres:17}
    user: "10001:10001"
    entrypoint: [sleep, "600"]
    volumes: ["uploads:/var/lib/clever/media"]
    tmpfs: [/tmp, /var/lib/postgresql/data]
volumes:
  postgres-data:
  uploads:
secrets:
  postgres-password: { file: "${SECRETS}/postgres-password" }
  database-passwords: { file: "${SECRETS}/database-passwords" }
"""


@pytest.fixture
def house(root: Path) -> Iterator[House]:
    """The house of such a stage, which was never started. Its containers and volumes are gone afterwards."""
    if not MAKE_DATABASES.exists():
        pytest.skip("there is no stage in containers in this project")
    sources = write(root, "shipped", SHIPPED)
    (sources / "compose.yaml").write_text(COMPOSE)
    (sources / ".env.example").write_text("")
    (sources / "Containerfile").write_text("FROM scratch\nUSER 10001:10001\n")
    (sources / "make_databases.sh").write_text(MAKE_DATABASES.read_text())
    (root / "stages" / "tiny" / "nginx.conf").write_text("")
    folder = StageFolder.of("shipped", root)
    folder.make()
    ensure_secrets(load_stage("shipped", root), folder.secrets)
    yield find_house("shipped", root, {})
    runner.down("shipped", forget_data=True, root=root)
