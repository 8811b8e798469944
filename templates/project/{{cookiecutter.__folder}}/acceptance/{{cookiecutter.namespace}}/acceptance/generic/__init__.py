"""What is true of any service, whatever it is about."""
