from clever.runner.containers.images.found import Image
from clever.runner.containers.images.made import Made
from clever.runner.containers.images.table import rows


def image(size: int) -> Image:
    return Image("sha256:1", size, (), {}, {})


def test_an_image_is_shown_with_its_size_what_it_adds_and_how_long_it_took():
    made = [
        Made("clever/base:local", image(125_000_000), None, None),
        Made("clever/coupon:local", image(203_400_000), image(125_000_000), 6.04),
    ]

    assert [line.split() for line in rows(made)] == [
        ["image", "size", "added", "seconds"],
        ["clever/base:local", "125", "125", "there"],
        ["clever/coupon:local", "203", "78", "6.0"],
    ]
