"""The few words that pages made by a program need, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Templates are filled with `str.format`."""

    other_language: str
    other_code: str
    other_root: str
    """The other language's site, as seen from the root of this one."""
    home: str
    lessons: str
    reference: str
    lesson: str
    minutes: str
    download: str
    hidden_code: str
    solution: str
    needs: str
    raises: str
    never_run: str
    outdated: str
    missing_output: str
    not_translated: str
    map_title: str
    map_says: str
    map_columns: tuple[str, str, str, str]
    stages: dict[str, str]


ENGLISH = Words(
    other_language="한국어",
    other_code="ko",
    other_root="ko/",
    home="What this is",
    lessons="Lessons",
    reference="Reference",
    lesson="Lesson {id}",
    minutes="about {minutes} minutes",
    download="the notebook",
    hidden_code="The code of this cell",
    solution="A solution",
    needs="Needs {engines}",
    raises="This cell fails on purpose.",
    never_run="This lesson has no reference run yet, so its outputs are not shown. Run it: `inv walk {id}`.",
    outdated=(
        "The code of this lesson has changed since its reference run of {on}. "
        "Outputs of cells that have changed are left out."
    ),
    missing_output="This cell has changed since the reference run; run it to see what it says now.",
    not_translated="This lesson is not translated yet.",
    map_title="The lessons",
    map_says=(
        "Each lesson is a notebook that you run, and a page here that shows what came out when we ran it. "
        "The figures on these pages are from one machine. Yours will differ; that is the point."
    ),
    map_columns=("lesson", "", "minutes", "exercises"),
    stages={
        "1_monolith": "1 · Monolith",
        "2_split": "2 · Split services",
        "3_containers": "3 · Containers",
        "4_composition": "4 · Composition",
    },
)

KOREAN = Words(
    other_language="English",
    other_code="en",
    other_root="../",
    home="어떤 책인가요",
    lessons="수업",
    reference="참고",
    lesson="{id}강",
    minutes="{minutes}분쯤 걸려요",
    download="노트북 받기",
    hidden_code="이 셀의 코드",
    solution="풀이",
    needs="필요한 프로그램: {engines}",
    raises="이 셀은 일부러 실패해요.",
    never_run="아직 기준 실행이 없어서 결과가 보이지 않아요. `inv walk {id}`로 직접 실행해 보세요.",
    outdated="기준 실행({on}) 뒤에 코드가 바뀌었어요. 바뀐 셀의 결과는 싣지 않았어요.",
    missing_output="기준 실행 뒤에 바뀐 셀이에요. 직접 실행해서 결과를 확인해 보세요.",
    not_translated="이 수업은 아직 번역하지 못해서 영어로 보여 드려요.",
    map_title="수업 목록",
    map_says=(
        "수업은 모두 직접 실행하는 노트북이고, 여기 실린 페이지는 저희가 실행한 결과예요. "
        "숫자는 컴퓨터 한 대에서 잰 값이에요. 여러분의 숫자는 다를 텐데, 바로 그게 이 책의 핵심이에요."
    ),
    map_columns=("수업", "", "시간(분)", "연습 문제"),
    stages={
        "1_monolith": "1 · 모놀리스",
        "2_split": "2 · 나뉜 서비스",
        "3_containers": "3 · 컨테이너",
        "4_composition": "4 · 조합",
    },
)

WORDS = {"en": ENGLISH, "ko": KOREAN}
