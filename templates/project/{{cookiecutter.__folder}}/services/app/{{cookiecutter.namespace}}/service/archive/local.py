"""The in-process client: the actions and queries themselves."""

from uuid import UUID

from {{ cookiecutter.namespace }}.contracts.archive import OCTETS, FileRecord
from {{ cookiecutter.namespace }}.service.archive import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.archive.Archive`."""

    get_file = staticmethod(queries.get_file)
    download = staticmethod(queries.download)

    def upload(self, *, file_id: UUID, name: str, content: bytes, content_type: str = OCTETS) -> FileRecord:
        """Keep `content`, as if it had arrived in one piece."""
        return actions.keep(file_id=file_id, name=name, pieces=[content], content_type=content_type)
