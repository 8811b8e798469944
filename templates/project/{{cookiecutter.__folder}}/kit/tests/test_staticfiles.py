from pathlib import Path

from {{ cookiecutter.namespace }}.kit.staticfiles import StaticFiles


def test_a_file_is_named_by_its_content_and_compressed_with_gzip_alone(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text("body { color: black }\n" * 200)
    storage = StaticFiles(location=tmp_path, base_url="/static/")

    names = {made for _, made, _ in storage.post_process({"site.css": (storage, "site.css")}) if made}

    assert any(name.startswith("site.") and name.endswith(".css") and name != "site.css" for name in names)
    made = {path.suffix for path in tmp_path.iterdir()}
    assert ".gz" in made
    assert ".br" not in made


def test_a_source_map_is_kept_as_it_is(tmp_path: Path) -> None:
    text = '{"version": 3}' * 200
    (tmp_path / "site.js.map").write_text(text)
    storage = StaticFiles(location=tmp_path, base_url="/static/")

    list(storage.post_process({"site.js.map": (storage, "site.js.map")}))

    assert {path.suffix for path in tmp_path.iterdir()} == {".map", ".json"}
    assert (tmp_path / "site.js.map").read_text() == text


def test_what_no_page_asks_for_is_neither_named_nor_compressed(tmp_path: Path) -> None:
    for name in ("ninja/swagger-ui.css", "ninja/redoc.standalone.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("/* a comment */\n" * 200)
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    names = ("ninja/swagger-ui.css", "ninja/redoc.standalone.js")

    list(storage.post_process({name: (storage, name) for name in names}))

    compressed = [file.name.split(".") for file in tmp_path.rglob("*.gz")]
    assert [(first, last) for first, *_, last in compressed] == [("swagger-ui", "gz")]
    assert len(compressed[0]) == 4  # with the part that tells its content
    assert {*storage.hashed_files} == {"ninja/swagger-ui.css"}
