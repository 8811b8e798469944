{{ "{" }}%- set imports %}
from {{ cookiecutter.namespace }}.contracts.player import Grant, Item, Player
{{ "{" }}%- endset %}
{{ "{" }}%- set call %}
    """Have player give its player a gem."""
    grant = Grant(key=key, items=[Item(item="gem", count=1)])
    connect(Player, settings.PLAYER_URL).grant_items(player_id=new.player_id, grant=grant)
{{ "{" }}%- endset %}
{{ "{" }}%- set known = "player_id=player.add()" %}
{{ "{" }}%- set check %}
    assert {given: grant.items[0].item for given, (_, grant) in player.grants.items()} == {key: "gem"}
{{ "{" }}%- endset %}
