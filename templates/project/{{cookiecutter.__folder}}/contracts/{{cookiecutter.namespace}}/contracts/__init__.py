"""What the services say to each other. A contract only ever grows: a field may be added, never taken away or renamed.

player = connect(Player, settings.PLAYER_URL)
player.grant_items(player_id=..., grant=Grant(...))
"""

from {{ cookiecutter.namespace }}.contracts.connect import connect

__all__ = ["connect"]
