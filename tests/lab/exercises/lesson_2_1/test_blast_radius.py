from lab.checks.checking import judge
from lab.checks.registry import find


def test_a_feature_may_be_collected_in_a_loop():
    def blast_radius(answers):
        hurt = set()
        for feature, status in answers:
            if str(status)[0] not in "1234":
                hurt.add(feature)
        return hurt

    assert judge(find("2.1.2"), blast_radius).passed


def test_a_list_of_features_is_told_that_a_set_is_wanted():
    verdict = judge(find("2.1.2"), lambda answers: [feature for feature, _ in answers])

    assert not verdict.passed
    assert "A set of features is wanted" in verdict.line
