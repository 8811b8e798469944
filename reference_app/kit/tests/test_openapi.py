"""What an API says of itself."""

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("addresses")


def test_every_operation_may_answer_with_a_problem(client: Client) -> None:
    schema = client.get("/api/openapi.json").json()

    operations = [operation for path in schema["paths"].values() for operation in path.values()]
    assert operations
    assert all("application/problem+json" in operation["responses"]["default"]["content"] for operation in operations)
    assert "Problem" in schema["components"]["schemas"]
