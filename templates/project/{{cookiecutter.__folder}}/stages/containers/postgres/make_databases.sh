#!/bin/sh
# Makes a database for each name given, owned by a user of the same name, where it is missing. Safe to repeat.
# Passwords are lines of NAME=PASSWORD in a secret; a password that has changed there is changed here.
set -eu

# A password file, since an environment is shown to whoever asks.
umask 077
printf '*:*:*:*:%s\n' "$(cat /run/secrets/postgres-password)" > /tmp/pgpass
export PGPASSFILE=/tmp/pgpass

for name in "$@"; do
  password=$(sed -n "s/^$name=//p" /run/secrets/database-passwords)
  [ -n "$password" ] || { echo "make_databases: there is no password for $name in database-passwords" >&2; exit 1; }
  psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set name="$name" --set password="$password" postgres << 'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
done
echo "make_databases: $# databases are there"
