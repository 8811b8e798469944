"""What all tests share, beside the plugins that pyproject.toml names."""

pytest_plugins = ["workbook.markers"]
