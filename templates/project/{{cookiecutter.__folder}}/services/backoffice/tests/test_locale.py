from {{ cookiecutter.namespace }}.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "backoffice"
