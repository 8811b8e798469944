"""What tests of services share."""
