"""Real programs that a stage may stand on, started privately: own folder, own port, own password, nothing left."""
