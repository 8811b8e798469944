"""A stage in containers: find an engine, make the images, start them as compose.yaml says, and stop them."""
