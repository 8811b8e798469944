"""One Django admin over all services, through a database router."""
