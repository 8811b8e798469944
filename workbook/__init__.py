"""What makes the book out of its chapters: notebooks, walks, the site, and the tasks that drive them."""
