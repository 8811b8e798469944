import pytest

from clever.runner.environment import (
    inherited,
    left_to_us,
    preparing_environment,
    settings_environment,
    shared,
    with_settings,
)
from clever.runner.errors import StageError
from clever.runner.secrets import digest, ensure_secrets
from clever.runner.stagefile import StageFile, load_stage


@pytest.fixture
def environment(root, folder):
    folder.make()
    stage = load_stage("tiny")
    secrets = ensure_secrets(stage, folder.secrets)

    def make(**given):
        return settings_environment(stage, "tiny", folder, secrets=secrets, ports={"tiny": 8000}, given=given)

    return make


def two_projects(**tables) -> StageFile:
    project = {"settings": "s", "wsgi": "w", "processes": {}}
    return StageFile.model_validate(
        {
            "name": "split",
            "folder": "/stages/split",
            "summary": "Two projects.",
            "projects": {
                "vid": project | {"port": 1, "apps": ["vid"], "database": "vid", "processes": {"vid": "gunicorn"}},
                "coupon": project | {"port": 2, "apps": ["coupon"], "database": "coupon", "callers": ["vid"]},
            },
            **tables,
        }
    )


def of_both(stage, folder, tmp_path, **given):
    secrets = ensure_secrets(stage, tmp_path / "split.env")
    ports = {"vid": 8001, "coupon": 8002}
    return [
        settings_environment(stage, name, folder, secrets=secrets, ports=ports, given=given) for name in stage.projects
    ]


def test_a_shells_own_settings_do_not_reach_a_stage():
    given = {"PATH": "/bin", "SECRET_KEY": "x", "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "y", "LC_ALL": "C"}

    assert inherited(given) == {"PATH": "/bin", "LC_ALL": "C", "PYTHONUNBUFFERED": "1"}


def test_without_a_database_url_the_database_is_a_file_of_the_stage(environment, folder):
    assert environment()["DATABASE_URL"] == f"sqlite:///{folder.path}/databases/tiny.sqlite3"


def test_database_and_cache_of_the_caller_are_honoured(environment):
    made = environment(DATABASE_URL="postgres://db/tiny", CACHE_URL="redis://cache")

    assert (made["DATABASE_URL"], made["CACHE_URL"]) == ("postgres://db/tiny", "redis://cache")


def test_a_stage_that_brings_postgresql_has_its_database_there_under_its_own_password(root, folder):
    stage = load_stage("tiny").model_copy(update={"database_server": "postgresql"})
    folder.postgresql.mkdir(parents=True)
    (folder.postgresql / "port").write_text("23456")
    secrets = ensure_secrets(stage, folder.secrets)
    password = secrets["DATABASE_PASSWORD_TINY"]

    made = settings_environment(stage, "tiny", folder, secrets=secrets, ports={"tiny": 8000}, given={})

    assert made["DATABASE_URL"] == f"postgresql://tiny:{password}@127.0.0.1:23456/tiny"


def test_an_empty_address_leaves_a_database_to_us():
    stage = two_projects()

    assert left_to_us(stage, {"VID_DATABASE_URL": "postgres://db/vid", "COUPON_DATABASE_URL": ""}) == ("coupon",)
    assert left_to_us(stage, {"DATABASE_URL": "postgres://db/all"}) == ("vid", "coupon")


def test_an_empty_database_url_is_none(environment):
    assert environment(DATABASE_URL="") == environment()


def test_callers_are_known_by_the_digest_of_their_secret(environment, folder):
    secrets = ensure_secrets(load_stage("tiny"), folder.secrets)
    secret = secrets["CALLER_SECRET_GAME_SERVER"]

    made = environment()

    assert made["CALLERS"] == f"game-server={digest(secret)}"
    assert secret not in made.values()


def test_staffs_password_is_no_setting_of_a_server(environment):
    assert "STAFF_PASSWORD" not in environment()


def test_only_vid_gets_the_signing_key(folder, tmp_path):
    vid, coupon = of_both(two_projects(), folder, tmp_path)

    assert "VID_SIGNING_KEY" in vid
    assert "VID_SIGNING_KEY" not in coupon
    assert vid["VID_PUBLIC_KEY"] == coupon["VID_PUBLIC_KEY"]


def test_a_seam_names_the_port_that_the_callee_got(folder, tmp_path):
    _, coupon = of_both(two_projects(seams={"VID_URL": "${vid}/api/vid"}), folder, tmp_path)

    assert coupon["VID_URL"] == "http://127.0.0.1:8001/api/vid"


def test_each_of_several_databases_has_a_variable_of_its_own(folder, tmp_path):
    vid, coupon = of_both(two_projects(), folder, tmp_path, COUPON_DATABASE_URL="postgres://db/coupon")

    assert vid["DATABASE_URL"].startswith("sqlite:")
    assert coupon["DATABASE_URL"] == "postgres://db/coupon"


def test_one_database_url_for_several_databases_is_refused(folder, tmp_path):
    with pytest.raises(StageError, match="set instead: VID_DATABASE_URL, COUPON_DATABASE_URL"):
        of_both(two_projects(), folder, tmp_path, DATABASE_URL="postgres://db/all")


def test_projects_share_what_they_agree_on_and_no_secret(folder, tmp_path):
    vid, coupon = of_both(two_projects(), folder, tmp_path)

    common = shared({"vid": vid, "coupon": coupon})

    assert common["SECURE"] == "0"
    assert not common.keys() & {"SECRET_KEY", "CALLER_SECRET", "VID_SIGNING_KEY", "DATABASE_URL", "BIND"}


def test_a_lone_project_shares_everything(environment):
    assert shared({"tiny": environment()}) == environment()


def test_a_project_that_says_what_it_calls_is_told_of_nobody_else(folder, tmp_path):
    seams = {"VID_URL": "${vid}/api/vid", "COUPON_URL": "${coupon}/api/coupon"}
    stage = two_projects(seams=seams)
    vid = stage.projects["vid"].model_copy(update={"calls": ()})
    stage = stage.model_copy(update={"projects": stage.projects | {"vid": vid}})

    vid, coupon = of_both(stage, folder, tmp_path)

    assert not vid.keys() & seams.keys()
    assert coupon.keys() >= seams.keys()


def test_a_project_that_opens_anothers_database_gets_its_address_too(folder, tmp_path):
    stage = two_projects()
    coupon = stage.projects["coupon"].model_copy(update={"opens": ("vid",), "media": "vid"})
    stage = stage.model_copy(update={"projects": stage.projects | {"coupon": coupon}})

    vid, coupon = of_both(stage, folder, tmp_path)
    _, elsewhere = of_both(stage, folder, tmp_path, VID_DATABASE_URL="postgres://db/vid")

    assert coupon["VID_DATABASE_URL"] == vid["DATABASE_URL"] != coupon["DATABASE_URL"]
    assert coupon["MEDIA_ROOT"] == vid["MEDIA_ROOT"]
    assert elsewhere["VID_DATABASE_URL"] == "postgres://db/vid"
    assert "COUPON_DATABASE_URL" not in vid


def test_a_seam_is_led_elsewhere_by_one_start_and_never_by_a_shell(folder, tmp_path):
    stage = two_projects(seams={"VID_URL": "${vid}/api/vid"})
    elsewhere = "http://127.0.0.1:9999/api/vid"

    _, by_shell = of_both(stage, folder, tmp_path, **with_settings(stage, {"VID_URL": elsewhere}, {}))
    _, by_start = of_both(stage, folder, tmp_path, **with_settings(stage, {}, {"VID_URL": elsewhere}))

    assert by_shell["VID_URL"] == "http://127.0.0.1:8001/api/vid"
    assert by_start["VID_URL"] == elsewhere


def test_staffs_password_goes_only_to_a_project_that_makes_staff():
    stage = two_projects()
    secrets = {"STAFF_NAME": "admin", "STAFF_PASSWORD": "s"}
    makes_staff = stage.projects["vid"].model_copy(update={"prepare": ("migrate", "ensure_staff")})

    assert preparing_environment(makes_staff, secrets) == secrets
    assert preparing_environment(stage.projects["coupon"], secrets) == {}
