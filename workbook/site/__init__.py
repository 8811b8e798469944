"""The site: lessons and their outputs as plain Markdown, which any static site generator can read."""
