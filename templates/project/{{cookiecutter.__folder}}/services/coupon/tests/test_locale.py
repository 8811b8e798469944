from {{ cookiecutter.namespace }}.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "coupon"
    as_they_are = {"request digest"}  # nobody is shown it
