"""What users do under load: one small file each, played by locust.

A scenario is one `FastHttpUser` with tasks. `service` names the service it calls, since its host differs from stage to
stage. `prepare(order)`, a class method, runs once before the first user does: the order holds `url`, `bases` (the
address of each service), `caller` (name and secret of the game server, for a stage), `users`, `seconds` and the
scenario's own `options`.
"""
