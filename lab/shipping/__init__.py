"""How lesson 1.5 ships a release: a Fabric file that a reader may keep."""
