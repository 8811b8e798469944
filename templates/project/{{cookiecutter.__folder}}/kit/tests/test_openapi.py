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


def test_examples_of_a_parameter_stay_in_its_schema_alone(client: Client) -> None:
    schema = client.get("/api/openapi.json").json()

    parameters = schema["paths"]["/api/kit/echo/{text}"]["get"]["parameters"]
    assert [parameter["schema"].get("examples") for parameter in parameters] == [None, ["and more"]]
    assert not any("examples" in parameter for parameter in parameters)
