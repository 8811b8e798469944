"""The images of a stage in containers: what goes into them, whether they are as they should be, and their making."""
