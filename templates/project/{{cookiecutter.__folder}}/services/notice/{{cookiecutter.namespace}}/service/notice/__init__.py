"""notice: what the company tells its players, from one moment to another, in Korean and in English."""
