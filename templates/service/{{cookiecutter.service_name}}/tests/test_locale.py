from clever.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "{{ cookiecutter.service_name }}"
    as_they_are = {"request digest"}  # nobody is shown it
