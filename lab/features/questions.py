"""What each of the six features is asked: something that it cannot answer without its own table in the database."""

FIRST_VID = "112e53ec-6cac-5c2e-aff5-bb3559185246"
FIRST_PLAYER = "40369cea-00b0-5f29-bf9c-8abaa27321b9"
"""The first device and the first player of the sample data. They are the same on every machine."""

QUESTIONS = {
    "vid": f"/api/vid/vids/{FIRST_VID}",
    "player": f"/api/player/players/{FIRST_PLAYER}/inventory",
    "coupon": "/api/coupon/campaigns?limit=5",
    "notice": "/api/notice/notices?limit=5",
    "link": "/api/link/links?limit=5",
    "app": "/api/app/titles?limit=5",
}
