from {{ cookiecutter.namespace }}.kit.testing.korean import SpeaksKorean


class TestTheKoreanOfTitles(SpeaksKorean):
    app = "app"
    as_they_are = {"rank"}


class TestTheKoreanOfFiles(SpeaksKorean):
    app = "archive"
    as_they_are = {"SHA-256"}
