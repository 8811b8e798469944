"""The admin page over all services, as the talk had it first: a project that knows no model and speaks JSON."""
