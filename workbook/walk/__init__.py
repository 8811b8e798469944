"""Execute lessons headless: as a learner would, with the solutions in place."""
