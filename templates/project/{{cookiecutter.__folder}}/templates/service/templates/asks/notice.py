{{ "{" }}%- set imports %}
from {{ cookiecutter.namespace }}.contracts.moments import EARLIEST
from {{ cookiecutter.namespace }}.contracts.notice import NewNotice, Notice, NoticeText
{{ "{" }}%- endset %}
{{ "{" }}%- set call %}
    """Have notice tell of the record on the board."""
    text = NoticeText(title=new.title[:100], body=new.title)
    notice = NewNotice(translations={"en": text}, publish_from=EARLIEST, author="{{ "{" }}{ cookiecutter.__class }}")
    connect(Notice, settings.NOTICE_URL).create_notice(notice_id=key, new=notice)
{{ "{" }}%- endset %}
{{ "{" }}%- set known = "" %}
{{ "{" }}%- set check %}
    assert {notice_id: told.translations["en"].body for notice_id, told in notice.notices.items()} == {key: new.title}
{{ "{" }}%- endset %}
