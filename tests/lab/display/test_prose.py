from lab.display.prose import prose


def test_what_stands_between_backticks_is_code():
    assert prose("`guest` is copied into `customer`") == "<code>guest</code> is copied into <code>customer</code>"


def test_everything_else_is_text_and_never_markup():
    assert prose("<b> & `<i>`") == "&lt;b&gt; &amp; <code>&lt;i&gt;</code>"


def test_a_backtick_by_itself_stays():
    assert prose("a ` alone, and `` around nothing") == "a ` alone, and `` around nothing"
