{{ "{" }}%- set imports %}
from {{ cookiecutter.namespace }}.contracts.link import Link, NewLink
{{ "{" }}%- endset %}
{{ "{" }}%- set call %}
    """Have link give the record a short address, which leads to the board."""
    connect(Link, settings.LINK_URL).put_link(slug=key.hex, new=NewLink(target="/board/"))
{{ "{" }}%- endset %}
{{ "{" }}%- set known = "" %}
{{ "{" }}%- set check %}
    assert {slug: made.target for slug, made in link.links.items()} == {key.hex: "/board/"}
{{ "{" }}%- endset %}
