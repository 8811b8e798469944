from lab.sources.highlight import highlighted, rules


def test_colours_belong_to_the_page():
    assert "var(--jp-mirror-editor-keyword-color, var(--md-code-hl-keyword-color," in rules()
    assert "background" not in rules()


def test_python_gets_classes_and_an_unknown_file_stays_plain():
    assert '<span class="k">def</span>' in highlighted("def a(): ...", filename="a.py")
    assert "<span" not in highlighted("def a(): ...", filename="LICENCE").partition("<pre>")[2]


def test_code_is_text_and_never_markup():
    assert "<script>" not in highlighted("<script>alert(1)</script>", filename="a.unknown")


def test_blank_lines_of_the_code_stay():
    assert "\n\n\n" in highlighted("a = 1\n\n\nb = 2", filename="a.py")
