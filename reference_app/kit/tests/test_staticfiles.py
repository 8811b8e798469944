from pathlib import Path

from clever.kit.staticfiles import StaticFiles


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
