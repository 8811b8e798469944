{{ "{" }}%- set imports %}
from {{ cookiecutter.namespace }}.contracts.archive import Archive
{{ "{" }}%- endset %}
{{ "{" }}%- set call %}
    """Have archive keep the record's title as a file."""
    content = new.title.encode()
    connect(Archive, settings.ARCHIVE_URL).upload(
        file_id=key, name="record.txt", content=content, content_type="text/plain"
    )
{{ "{" }}%- endset %}
{{ "{" }}%- set known = "" %}
{{ "{" }}%- set check %}
    assert {file_id: content.decode() for file_id, (_, content) in archive.files.items()} == {key: new.title}
{{ "{" }}%- endset %}
