from lab.checks.checking import judge
from lab.checks.registry import find


def in_a_list(request, cache, render):
    if request.user is not None:
        return render(request)
    kept = cache.get((request.path, request.language))
    if kept is None:
        kept = [render(request)]
        cache.set((request.path, request.language), kept, 60)
    return kept[0]


def of_each_user(request, cache, render):
    key = f"{request.path} {request.language} {request.user}"
    page = cache.get(key) if request.user is None else None
    if page is None:
        page = render(request)
        cache.set(key, page, timeout=60)
    return page


def test_a_page_may_lie_in_the_cache_in_any_form():
    assert judge(find("1.6.3"), in_a_list).passed


def test_what_somebody_sees_who_is_logged_in_does_not_go_into_the_cache():
    assert not judge(find("1.6.3"), of_each_user).passed


def test_a_dictionary_of_ones_own_is_not_the_cache():
    pages = {}

    def of_this_process(request, cache, render):
        if request.user is not None:
            return render(request)
        key = request.path, request.language
        if key not in pages:
            pages[key] = render(request)
        return pages[key]

    assert not judge(find("1.6.3"), of_this_process).passed
