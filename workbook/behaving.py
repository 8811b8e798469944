"""`python -m workbook.behaving STAGE DATABASE ...`: the behaviour suite against a stage. The rest is for pytest."""

import argparse
import sys

from clever.acceptance.against import accept, databases
from clever.runner.errors import StageError
from clever.runner.tables import CONTAINERS
from workbook.parts import left_to_the_tests


def main(words: list[str]) -> int:
    """0 where the stage behaves, else 1. Ends with one line where it cannot be tried on that database."""
    parser = argparse.ArgumentParser(prog="behaving")
    parser.add_argument("stage")
    parser.add_argument("database", choices=[*databases(), CONTAINERS])
    parser.add_argument("--nginx", action="store_true")
    chosen, arguments = parser.parse_known_args(words)
    left_to_the_tests()
    try:
        return 0 if accept(chosen.stage, on=chosen.database, nginx=chosen.nginx, arguments=arguments) else 1
    except StageError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
