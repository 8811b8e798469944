"""A service's place in a stage: its project and processes, its addresses and permits, and the backoffice's part."""
