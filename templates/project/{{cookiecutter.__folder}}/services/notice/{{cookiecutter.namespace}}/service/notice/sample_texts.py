"""What the sample notices say: a dozen kinds of notice, each with its blanks to be filled, in both languages."""

from dataclasses import dataclass
from datetime import datetime

Told = tuple[str, str]  # title, text


@dataclass(frozen=True)
class Kind:
    """One kind of notice. `tell` says what its blanks are."""

    author: str
    ko: Told
    en: Told


KINDS = [
    Kind(
        "Operations",
        (
            "{month}월 {day}일 정기 점검 안내",
            "안녕하세요, 클레버입니다.\n\n{month}월 {day}일 오전 9시부터 11시까지 정기 점검을 진행합니다. "
            "점검 중에는 게임에 접속하실 수 없습니다.\n\n"
            "점검이 일찍 끝나면 바로 문을 열겠습니다. 늦어지면 이 공지로 먼저 알려 드리겠습니다.",
        ),
        (
            "Maintenance on {month_name} {day}",
            "Hello from {{ cookiecutter.project_name }}.\n\nOn {month_name} {day}, from 9 to 11 in the morning (Seoul), we clean the servers. "
            "You cannot play meanwhile.\n\n"
            "If we are done early, we open early. If we are late, you will read it here first.",
        ),
    ),
    Kind(
        "Product",
        (
            "{version} 업데이트 소식",
            "{version} 버전이 나왔습니다.\n\n- {place_ko} 지역이 열렸습니다.\n"
            "- {item_ko} 아이템의 설명을 바로잡았습니다.\n"
            "- 오래된 기기에서 화면이 멈추던 문제를 고쳤습니다.\n\n스토어에서 업데이트해 주세요.",
        ),
        (
            "What is new in {version}",
            "Version {version} is out.\n\n- {place_en} is open.\n- The {item_en} says at last what it does.\n"
            "- Old phones no longer freeze on the map.\n\nPlease update in your store.",
        ),
    ),
    Kind(
        "Events",
        (
            "{place_ko} 탐험 이벤트",
            "{place_ko}에서 {n}일 동안 탐험 이벤트가 열립니다.\n\n"
            "날마다 한 번 {place_eul} 찾아 주시면 {item_ko} 하나를 드립니다. "
            "하루를 놓쳐도 괜찮습니다. 다음 날 다시 오시면 됩니다.",
        ),
        (
            "Explore {place_en}",
            "For {n} days there is something to find in {place_en}.\n\n"
            "Visit once a day and take one {item_en} home. Miss a day if you must; it will be there tomorrow.",
        ),
    ),
    Kind(
        "Events",
        (
            "{item_ko} 쿠폰을 드립니다",
            "{month}월을 맞아 쿠폰 {n}장을 준비했습니다.\n\n"
            "설정의 ‘쿠폰 입력’에서 코드를 넣으시면 {item_eul} 받으실 수 있습니다. "
            "쿠폰 하나는 한 번만 쓸 수 있습니다.",
        ),
        (
            "A coupon for a {item_en}",
            "It is {month_name}, and we have {n} coupons to give away.\n\n"
            "Enter a code under Settings, Coupon, and a {item_en} is yours. Each code works once, and only once.",
        ),
    ),
    Kind(
        "Support",
        (
            "{item_ko} 아이템 오류 안내",
            "{item_i} 가방에서 보이지 않는 문제가 있었습니다.\n\n사라진 것이 아니라 보이지 않았을 뿐입니다. "
            "지금은 모두 돌아왔습니다. 아직 보이지 않는다면 고객 지원으로 알려 주세요. 불편을 드려 죄송합니다.",
        ),
        (
            "The case of the missing {item_en}",
            "For a while the {item_en} did not show in your bag.\n\nIt was never gone, only invisible. "
            "By now all are back. If yours is not, please write to support. We are sorry.",
        ),
    ),
    Kind(
        "Support",
        (
            "계정 보호를 위한 부탁",
            "클레버 직원은 비밀번호나 인증 번호를 묻지 않습니다.\n\n"
            "이번 달에도 직원을 사칭한 쪽지가 {n}건 신고되었습니다. "
            "받으신 쪽지에 답하지 마시고 신고해 주세요.",
        ),
        (
            "Please keep your account to yourself",
            "Nobody at {{ cookiecutter.project_name }} will ever ask you for a password or a code.\n\n"
            "This month {n} messages pretended to come from us. Do not answer them; report them.",
        ),
    ),
    Kind(
        "Product",
        (
            "새 아이템: {item_ko}",
            "새 아이템 {item_eul} 소개합니다.\n\n"
            "{place_ko}에서 얻을 수 있습니다. 무엇에 쓰는지는 직접 찾아보세요. "
            "저희도 처음에는 몰랐습니다.",
        ),
        (
            "New: the {item_en}",
            "Please welcome the {item_en}.\n\n"
            "It can be found in {place_en}. What it is good for is for you to find out. "
            "We did not know at first either.",
        ),
    ),
    Kind(
        "Operations",
        (
            "접속 장애 사과문",
            "{month}월 {day}일 약 {n}분 동안 접속이 원활하지 않았습니다.\n\n"
            "업데이트 하나가 다른 기능까지 멈추게 했습니다. "
            "같은 일이 되풀이되지 않도록 배포 방법을 고치고 있습니다. 진심으로 죄송합니다.",
        ),
        (
            "We were down, and we are sorry",
            "On {month_name} {day} many of you could not play for about {n} minutes.\n\n"
            "An update of one part stopped the others as well. "
            "We are changing how we ship, so that it does not happen again.",
        ),
    ),
    Kind(
        "Community",
        (
            "그림 공모전 당선작 발표",
            "‘{place_ko}의 하루’ 공모전에 모두 {n}점이 들어왔습니다.\n\n"
            "심사위원들이 점심을 거르며 고른 당선작을 공식 카페에 올렸습니다. "
            "당선되신 분께는 {item_eul} 보내 드립니다.",
        ),
        (
            "And the winners are",
            "You sent us {n} pictures for “A day in {place_en}”.\n\n"
            "The jury skipped lunch over them. The winners are in the forum, and a {item_en} is on its way to each.",
        ),
    ),
    Kind(
        "Community",
        (
            "개발자와의 대화 {n}회",
            "{month}월 {day}일 저녁 8시에 개발자와의 대화를 방송합니다.\n\n"
            "이번 주제는 ‘{place_eun} 왜 그렇게 넓은가’입니다. 질문은 댓글로 남겨 주세요.",
        ),
        (
            "Talk to the makers, part {n}",
            "On {month_name} {day} at 8 in the evening (Seoul) we are on air.\n\n"
            "Our subject: why is {place_en} so large? Leave your questions in the forum.",
        ),
    ),
    Kind(
        "Operations",
        (
            "지원 기기 안내",
            "{version} 버전부터 아주 오래된 기기 {n}종에서는 게임을 실행할 수 없습니다.\n\n"
            "기기를 바꾸셔도 기록은 그대로 남습니다. 설정에서 계정을 먼저 연결해 주세요.",
        ),
        (
            "Which phones we support",
            "From version {version} on, {n} very old kinds of phone can no longer run the game.\n\n"
            "Your progress stays when you change phones. Please link your account in Settings first.",
        ),
    ),
    Kind(
        "Product",
        (
            "확률 정보 공개",
            "{place_ko} 상자의 확률 정보를 공개합니다.\n\n{item_i} 나올 확률은 {n}%입니다. "
            "표 전체는 게임 안 ‘확률 정보’에서 보실 수 있습니다.",
        ),
        (
            "The odds, in the open",
            "Here is what the chests of {place_en} hold.\n\n"
            "A {item_en} turns up in {n} of a hundred. The whole table is in the game, under Odds.",
        ),
    ),
]

PINNED = [
    Kind(
        "Community",
        (
            "함께 지키는 약속",
            "서로를 존중해 주세요. 욕설과 계정 거래는 이용 제한의 대상입니다.\n\n"
            "지루한 이야기지만, 이 약속 덕분에 모두가 편히 놉니다.",
        ),
        (
            "House rules",
            "Be kind. Insults and traded accounts get you locked out.\n\n"
            "It is dull reading, and it is why everyone else can play in peace.",
        ),
    ),
    Kind(
        "Support",
        (
            "고객 지원은 이렇게 이용하세요",
            "게임 안 설정에서 ‘문의하기’를 누르시면 기기 정보가 함께 전달되어 더 빨리 도와드릴 수 있습니다.\n\n"
            "평일 오전 10시부터 오후 6시까지 답합니다.",
        ),
        (
            "How to reach us",
            "Use Settings, Contact: it tells us about your device, and that saves us both a letter.\n\n"
            "We answer on weekdays from 10 to 6 (Seoul).",
        ),
    ),
    Kind(
        "Product",
        (
            "개인정보 처리방침 안내",
            "저희는 기기마다 뜻 없는 번호 하나만을 기억합니다. 누구의 기기인지는 알지 못합니다.\n\n"
            "자세한 내용은 처리방침을 읽어 주세요.",
        ),
        (
            "What we know about you",
            "We remember one meaningless number for each device, and not whose it is.\n\n"
            "The privacy policy says it at length.",
        ),
    ),
]

# Those that speak of what is to come, and may lie in a drawer until then.
AHEAD = [KINDS[0], KINDS[2], KINDS[3], KINDS[9]]

ITEMS = [
    ("보석", "gem"),
    ("동전", "coin"),
    ("물약", "potion"),
    ("철검", "sword of iron"),
    ("나무 방패", "wooden shield"),
    ("깃털", "feather"),
    ("지도 조각", "piece of a map"),
]
PLACES = [
    ("안개 호수", "the Lake of Mist"),
    ("두루미 언덕", "Crane Hill"),
    ("낡은 등대", "the Old Lighthouse"),
    ("수달 강", "Otter River"),
    ("고요한 숲", "the Quiet Forest"),
]


def with_particle(word: str, closed: str, opened: str) -> str:
    """A Korean word and its particle, which depends on whether the last syllable ends in a consonant."""
    ends_in_consonant = (ord(word[-1]) - ord("가")) % 28 != 0
    return word + (closed if ends_in_consonant else opened)


def tell(kind: Kind, number: int, day: datetime) -> dict[str, Told]:
    """The texts of the `number`th notice, of `kind` and about `day`, by language."""
    item, place = ITEMS[number % len(ITEMS)], PLACES[number // 2 % len(PLACES)]
    blanks = {
        "n": 3 + number * 7 % 26,
        "month": day.month,
        "day": day.day,
        "month_name": day.strftime("%B"),
        "version": f"{1 + number // 60}.{number // 5 % 12}.{number % 5}",
        "item_ko": item[0],
        "item_eul": with_particle(item[0], "을", "를"),
        "item_i": with_particle(item[0], "이", "가"),
        "item_en": item[1],
        "place_ko": place[0],
        "place_eul": with_particle(place[0], "을", "를"),
        "place_eun": with_particle(place[0], "은", "는"),
        "place_en": place[1],
    }
    return {
        language: (title.format(**blanks), text.format(**blanks))
        for language, (title, text) in (("ko", kind.ko), ("en", kind.en))
    }
