#!/usr/bin/env bash
# Backs up everything that matters: the application's schema, photos included. While the service runs; consistent, without locking anybody.
#   backup.sh DIRECTORY [MARIADB-DUMP OPTION...]      for example: backup.sh /srv/backup --defaults-extra-file=/etc/fixamingata/backup.cnf
# The result holds personal data: encrypt it where it is kept, and keep it no longer than your plan says.
set -euo pipefail
directory=${1:?usage: backup.sh DIRECTORY [mariadb-dump options]}
shift
schema=${FMG_DB_SCHEMA:-fixamingata}
umask 077
mkdir -p "$directory"
file=$directory/$schema-$(date -u +%Y%m%dT%H%M%SZ).sql.gz
mariadb-dump "$@" --single-transaction --quick --hex-blob --routines --default-character-set=utf8mb4 "$schema" | gzip >"$file.part"
gzip -t "$file.part"
# A dump that was cut off lacks this line.
gzip -dc "$file.part" | tail -n 1 | grep -q 'Dump completed' || {
    echo "backup.sh: the dump is incomplete: $file.part" >&2
    exit 1
}
mv "$file.part" "$file"
echo "$file"
