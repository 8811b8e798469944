from clever.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "attendance"
