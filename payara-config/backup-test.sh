#!/usr/bin/env bash
# Proves that a backup can be restored: backs a database up with production/backup.sh, restores it beside itself with production/restore.sh,
# and compares every table, row for row, and every sequence. Also tries what must be refused: a file that was cut off, a schema that is in use.
#   backup-test.sh [DIRECTORY]   the directory of a database that the scripts here made (default: the demonstration's, target/demo/database)
# The database is started when it does not run, on FMG_DB_PORT (default 33306). It is only read; the copy is dropped afterwards.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/database.sh"

directory=${1:-$TARGET/demo/database}
[ -d "$directory/data/fixamingata" ] || fail "no database in $directory; start payara-config/demo.sh once, or name another directory."
copy=fixamingata_restored
work=$(mktemp -d)
started=false

provide_database
if database_running "$directory"; then
    port=$(tr '\0' '\n' <"/proc/$(cat "$directory/started.pid")/cmdline" | sed -n 's/^--port=//p')
else
    port=${FMG_DB_PORT:-33306}
    if port_taken "$port"; then fail "port $port is taken; set FMG_DB_PORT."; fi
    start_database "$directory" "$port"
    started=true
fi

finish() {
    sql "$port" -e "drop database if exists $copy" || true
    if $started; then stop_database "$directory"; fi
    rm -rf "$work"
}
trap finish EXIT

connection=(--no-defaults --skip-ssl --protocol=tcp -h 127.0.0.1 -P "$port" -u root)
export PATH=$MARIADB_HOME/bin:$PATH

# content SCHEMA: everything that is in it, in an order that is always the same. "checksum table" would not do: it also counts how rows are stored.
content() {
    mariadb-dump "${connection[@]}" --single-transaction --quick --hex-blob --routines --skip-comments --order-by-primary \
        --skip-extended-insert --default-character-set=utf8mb4 "$1" | sed -E 's/ AUTO_INCREMENT=[0-9]+//'
}

say "Backing up …"
began=$SECONDS
file=$("$CONFIG/production/backup.sh" "$work" "${connection[@]}")
say "$(wc -c <"$file") bytes in $((SECONDS - began)) s."

sql "$port" -e "drop database if exists $copy; create database $copy character set utf8mb4 collate utf8mb4_swedish_ci"
say "Restoring …"
began=$SECONDS
FMG_DB_SCHEMA=$copy "$CONFIG/production/restore.sh" "$file" "${connection[@]}" >/dev/null
say "Restored in $((SECONDS - began)) s."

content fixamingata >"$work/before"
content "$copy" >"$work/after"
rows=$(grep -c '^INSERT' "$work/before") || fail "there was nothing to compare"
cmp "$work/before" "$work/after" >&2 || fail "the restored database is another one"

if FMG_DB_SCHEMA=$copy "$CONFIG/production/restore.sh" "$file" "${connection[@]}" >/dev/null 2>&1; then
    fail "a schema with tables in it was restored over"
fi
head -c $(($(wc -c <"$file") / 2)) "$file" >"$work/cut.sql.gz"
sql "$port" -e "drop database $copy; create database $copy character set utf8mb4 collate utf8mb4_swedish_ci"
if FMG_DB_SCHEMA=$copy "$CONFIG/production/restore.sh" "$work/cut.sql.gz" "${connection[@]}" >/dev/null 2>&1; then
    fail "a file that was cut off was restored"
fi
[ "$(sql "$port" -N -e "select count(*) from information_schema.tables where table_schema = '$copy'")" = 0 ] ||
    fail "a file that was cut off left tables behind"
say "The same: $rows rows, every table and every sequence."
