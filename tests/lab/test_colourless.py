from lab.colourless import colourless


def test_whatever_asks_for_colours_is_left_out_and_the_rest_stays():
    given = {"FORCE_COLOR": "1", "PYTHON_COLORS": "1", "DJANGO_COLORS": "dark", "HOME": "/home/mina"}

    assert colourless(given) == {"HOME": "/home/mina", "NO_COLOR": "1"}
