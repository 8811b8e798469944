"""nginx in front of the replicas of one service: on this machine's loopback, beside the stack, inside its network."""

import tempfile
from pathlib import Path

from lab.containers import Container, Network, need, run

NGINX = "nginx:1.26"
PORT = 8080
CONFIGURATION = """\
daemon off;
pid /tmp/nginx.pid;
error_log stderr crit;
events {{ }}
http {{
    access_log off;
    client_body_temp_path /tmp/body; proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi; uwsgi_temp_path /tmp/uwsgi; scgi_temp_path /tmp/scgi;

    # The engine's own name server knows the addresses of all replicas that serve, and is asked again each second.
    resolver 127.0.0.11 valid=1s ipv6=off;
    server {{
        listen {port};
        location / {{
            set $service {service}; # a variable: a name in proxy_pass itself is looked up once, at the start
            proxy_pass http://$service:8000;
            proxy_set_header Host $host;
            proxy_connect_timeout 1s;
            proxy_next_upstream {next_upstream};
            add_header X-Replica $upstream_addr always;
        }}
    }}
}}
"""
ASK_THE_NEXT = "error timeout"  # nginx's own default; what is not safe to repeat, as a POST, it does not repeat
GIVE_UP = "off"


class Front:
    """The nginx of one swarm. `url` is where it answers."""

    def __init__(self, service: str, network: str) -> None:
        need(NGINX)
        self.service = service
        self.configuration = ""
        self._scratch = tempfile.TemporaryDirectory(prefix="lab-front-")
        self._folder = Path(self._scratch.name)
        self._folder.chmod(0o755)
        self._write(ASK_THE_NEXT)
        command = ("nginx", "-e", "stderr", "-p", "/tmp", "-c", "/etc/front/nginx.conf")  # noqa: S108 - inside
        self._container: Container = run(
            NGINX, *command, port=PORT, network=Network(network), volumes={self._folder: "/etc/front"}
        )

    @property
    def url(self) -> str:
        return self._container.url

    def ask_the_next(self, wanted: bool) -> None:
        """Whether a replica that fails is followed by another, or by an error. nginx reads its configuration anew."""
        self._write(ASK_THE_NEXT if wanted else GIVE_UP)
        self._container.run("nginx", "-e", "stderr", "-p", "/tmp", "-c", "/etc/front/nginx.conf", "-s", "reload")  # noqa: S108

    def remove(self) -> None:
        """Safe to call twice."""
        self._container.remove()
        self._scratch.cleanup()

    def _write(self, next_upstream: str) -> None:
        self.configuration = CONFIGURATION.format(port=PORT, service=self.service, next_upstream=next_upstream)
        file = self._folder / "nginx.conf"
        file.write_text(self.configuration, encoding="utf-8")
        file.chmod(0o644)
