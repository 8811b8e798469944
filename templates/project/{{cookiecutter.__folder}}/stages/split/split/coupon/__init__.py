"""The project of the coupon service."""
