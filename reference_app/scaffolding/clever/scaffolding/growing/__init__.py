"""From one stage to the next, and back: `inv grow split`, `inv shrink`.

The template that a project was made from is asked twice, for the stage that it is at and for the one that it is to be
at, and each time the project's own services join what comes of it. What differs between the two is the step.
"""
