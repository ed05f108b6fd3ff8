#!/usr/bin/env bash
# Restores a backup into an empty schema. Stop the service first.
#   restore.sh FILE [MARIADB OPTION...]
set -euo pipefail
file=${1:?usage: restore.sh FILE [mariadb options]}
shift
schema=${FMG_DB_SCHEMA:-fixamingata}
tables=$(mariadb "$@" -N -e "select count(*) from information_schema.tables where table_schema = '$schema'")
if [ "$tables" != 0 ]; then
    echo "restore.sh: schema $schema is not empty ($tables tables); drop and create it first." >&2
    exit 1
fi
gzip -t "$file"
gzip -dc "$file" | mariadb "$@" --default-character-set=utf8mb4 "$schema"
echo "Restored. Mails that were sent after the backup was made will be sent again where their outcome is not in it."
