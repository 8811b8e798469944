"""What a stage in containers keeps, for whoever saves, puts back or moves it: a PostgreSQL and volumes of files."""
