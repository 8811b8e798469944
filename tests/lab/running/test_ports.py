import socket

from lab.running.ports import HOST, answers, free_port


def test_a_free_port_can_be_bound():
    with socket.socket() as mine:
        mine.bind((HOST, free_port()))


def test_a_port_answers_only_while_somebody_listens():
    with socket.socket() as mine:
        mine.bind((HOST, 0))
        mine.listen()
        port = mine.getsockname()[1]
        assert answers(port)

    assert not answers(port)
