"""link: short addresses, where they lead, and how often they were followed."""
