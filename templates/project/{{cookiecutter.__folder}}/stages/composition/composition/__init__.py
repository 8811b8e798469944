"""Stage 4: split, and a service that is made of four others."""
