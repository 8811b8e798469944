from {{ cookiecutter.namespace }}.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "event"
    as_they_are = {"request digest", "progress", "progresss"}  # nobody is shown them
