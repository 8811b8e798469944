#!/bin/bash
# Starts PostgreSQL as the official image does: the first start makes the database and runs what is in
# /docker-entrypoint-initdb.d, each later one starts the server at once. Never as root.
set -euo pipefail

secret() { # the variable $1, or the content of the file that $1_FILE names
  local file="${1}_FILE"
  if [ -n "${!1:-}" ] && [ -n "${!file:-}" ]; then
    echo "error: $1 and $file are both set; one is enough" >&2
    exit 1
  fi
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-${2:-}}"; fi
}

hand_over_to_postgres() {
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  find "$PGDATA" \! -user postgres -exec chown postgres {} +
  chown postgres /var/run/postgresql
  exec setpriv --reuid postgres --regid postgres --init-groups "$0" "$@"
}

run_init_files() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case "$file" in
      *.sh) echo "running $file"; if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) echo "running $file"; psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --file "$file" ;;
    esac
  done
}

make_the_database() {
  local password
  password=$(secret POSTGRES_PASSWORD)
  if [ -z "$password" ]; then
    echo "error: there is no database yet, and no password to make one with; set POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE" >&2
    exit 1
  fi
  POSTGRES_USER=$(secret POSTGRES_USER postgres)
  POSTGRES_DB=$(secret POSTGRES_DB "$POSTGRES_USER")
  export POSTGRES_USER POSTGRES_DB PGPASSWORD="$password"

  chmod 700 "$PGDATA" || true # not ours to change where somebody else has made it
  # Word by word: the official image takes several options in this variable, too.
  # shellcheck disable=SC2086
  initdb --username "$POSTGRES_USER" --pwfile <(printf '%s\n' "$password") ${POSTGRES_INITDB_ARGS:-}
  printf '\nhost all all all scram-sha-256\n' >> "$PGDATA/pg_hba.conf"
  printf "\nlisten_addresses = '*'\n" >> "$PGDATA/postgresql.conf"

  # Nobody but us gets in, until all is there.
  pg_ctl --wait --options "-c listen_addresses=''" start
  if [ "$POSTGRES_DB" != postgres ]; then
    createdb --username "$POSTGRES_USER" --maintenance-db postgres "$POSTGRES_DB"
  fi
  run_init_files
  pg_ctl --wait --mode fast stop
  unset PGPASSWORD
}

if [ "${1:0:1}" = - ]; then set -- postgres "$@"; fi

if [ "$1" = postgres ]; then
  if [ "$(id -u)" = 0 ]; then hand_over_to_postgres "$@"; fi
  if [ ! -s "$PGDATA/PG_VERSION" ]; then make_the_database; fi
fi

exec "$@"
