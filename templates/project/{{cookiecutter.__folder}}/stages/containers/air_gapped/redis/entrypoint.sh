#!/bin/sh
# Starts Redis as the official image does: never as root, and listening to other containers.
set -eu

case "${1:-}" in
  -* | *.conf) set -- redis-server "$@" ;;
esac

if [ "$1" = redis-server ]; then
  if [ "$(id -u)" = 0 ]; then
    chown redis:redis .
    exec setpriv --reuid redis --regid redis --init-groups "$0" "$@"
  fi
  # Debian's turns away whoever comes from another host, until a password is set; the official one leaves that to us.
  case " $* " in
    *" --protected-mode "*) ;;
    *) set -- "$@" --protected-mode no ;;
  esac
fi

exec "$@"
