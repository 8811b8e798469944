import pytest

from clever.runner.addresses import of_a_start, of_own_server
from clever.runner.database_server import at_hand
from clever.runner.database_server.roles import script_for
from clever.runner.environment import settings_environment
from clever.runner.launching import Launch
from clever.runner.secrets import ensure_secrets

psycopg = pytest.importorskip("psycopg")


def test_a_password_is_a_value_whatever_is_in_it():
    script = script_for(["tiny"], {"DATABASE_PASSWORD_TINY": r"it's \! `ls`"})

    assert script.startswith("\\set name 'tiny'\n\\set password 'it\\'s \\\\! `ls`'\n")


@pytest.mark.live
@pytest.mark.engine("postgresql")
def test_each_database_is_its_own_roles_and_no_other_gets_in(pair, pairs_folder):
    with at_hand(pair, pairs_folder, pair.databases):
        urls = of_a_start(pair, pairs_folder, {})

        for name in pair.databases:
            with psycopg.connect(urls[name]) as connection:
                connection.execute("CREATE TABLE mine (number int)")
        for elsewhere in ("tiny", "postgres", "template1"):
            with pytest.raises(psycopg.OperationalError, match=r"no pg_hba\.conf entry"):
                psycopg.connect(urls["choir"].removesuffix("/choir") + f"/{elsewhere}")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(urls["tiny"], password="a guess")


@pytest.mark.live
@pytest.mark.engine("postgresql")
def test_the_server_itself_keeps_them_apart_whatever_its_access_file_says(pair, pairs_folder):
    may = (
        "SELECT has_database_privilege('choir', 'choir', 'CONNECT'), has_database_privilege('choir', 'tiny', 'CONNECT')"
    )

    with at_hand(pair, pairs_folder, pair.databases):
        choir = psycopg.connect(of_a_start(pair, pairs_folder, {})["choir"])
        found = choir.execute(may).fetchone()
        choir.close()

    assert found == (True, False)


def test_who_opens_anothers_database_does_so_as_that_ones_role(pair, pairs_folder):
    secrets = ensure_secrets(pair, pairs_folder.secrets)
    ports = {"tiny": 1, "choir": 2}

    tiny, choir = (
        settings_environment(pair, name, pairs_folder, secrets=secrets, ports=ports, given={}) for name in pair.projects
    )

    assert choir["DATABASE_URL"].startswith(f"postgresql://choir:{secrets['DATABASE_PASSWORD_CHOIR']}@127.0.0.1:")
    assert choir["TINY_DATABASE_URL"] == tiny["DATABASE_URL"] != choir["DATABASE_URL"]


@pytest.mark.live
@pytest.mark.engine("postgresql")
def test_a_database_that_the_caller_has_elsewhere_is_not_made(pair, pairs_folder):
    given = {"CHOIR_DATABASE_URL": "postgresql://me:hush@127.0.0.1:1/choir"}

    own = of_own_server(pair, pairs_folder, of_a_start(pair, pairs_folder, given))
    with at_hand(pair, pairs_folder, own):
        urls = of_a_start(pair, pairs_folder, {})
        psycopg.connect(urls["tiny"]).close()
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):  # there is no such role
            psycopg.connect(urls["choir"])

    wish = Launch(pair, pairs_folder, asked_port=None, nginx=None, given=given)
    assert own == wish.own_databases == ("tiny",)
    assert of_a_start(pair, pairs_folder, given)["choir"] == given["CHOIR_DATABASE_URL"]
