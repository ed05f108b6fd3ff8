#!/usr/bin/env bash
# What the tests need, called by the build (ejb/pom.xml, ear/pom.xml) and by hand:
#   test-environment.sh start-database|stop-database
# FMG_DB_PORT is the database's port; each port has a directory of its own under target/test, so that several may run at once.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/database.sh"

DB_PORT=${FMG_DB_PORT:-$(pom_property fmg.test.db.port)}
DB_DIRECTORY=$TARGET/test/database-$DB_PORT

start_test_database() {
    if database_running "$DB_DIRECTORY"; then return 0; fi
    if port_taken "$DB_PORT"; then
        fail "Port $DB_PORT is taken; choose another with -Dfmg.test.db.port=…"
    fi
    # Tests never need what they wrote yesterday: durability is switched off, which makes them several times faster.
    start_database "$DB_DIRECTORY" "$DB_PORT" --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=256M \
        --innodb-doublewrite=0 --skip-log-bin
}

case ${1:-} in
start-database) start_test_database ;;
stop-database) stop_database "$DB_DIRECTORY" ;;
*) fail "usage: test-environment.sh start-database|stop-database" ;;
esac
