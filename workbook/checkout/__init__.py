"""A stage as a project of its own: `inv checkout STAGE DIR`."""
