#!/bin/sh
# A throwaway PostgreSQL cluster on loopback: postgres.sh FOLDER PORT BIN
# Says "READY" when it answers; stops and removes FOLDER when its standard input closes.
# PostgreSQL refuses to run as root, so run this as another user then.
set -eu
folder=$1 port=$2 bin=$3
export LC_ALL=C.UTF-8

"$bin/initdb" --pgdata="$folder/cluster" --username=bellwether --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || {
  cat "$folder/initdb.log" >&2
  exit 1
}
"$bin/postgres" -D "$folder/cluster" -h 127.0.0.1 -p "$port" -k "$folder" \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
  -c max_connections=600 -c shared_buffers=64MB </dev/null >"$folder/postgres.log" 2>&1 &
server=$!
trap 'kill -QUIT $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
trap 'exit 0' TERM INT HUP

until "$bin/pg_isready" --quiet --host=127.0.0.1 --port="$port" --dbname=postgres --username=bellwether; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/postgres.log" >&2; exit 1; }
  sleep 0.1
done
echo READY
cat >/dev/null
