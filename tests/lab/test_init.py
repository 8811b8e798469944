import subprocess
import sys

import lab


def test_everything_a_lesson_may_use_is_there_and_explains_itself():
    for name in lab.__all__:
        assert getattr(lab, name).__doc__, name


def test_importing_the_lab_is_quick_because_the_heavy_libraries_wait():
    heavy = "{'matplotlib', 'django', 'locust', 'gevent', 'pygments'}"
    code = f"import lab, sys; print(sorted({heavy} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
