#!/usr/bin/env bash
# What the tests need, called by the build (ejb/pom.xml, ear/pom.xml) and by hand:
#   test-environment.sh start-database|stop-database|start-server|crash-server|stop-server
# Ports come from the environment (FMG_DB_PORT, FMG_HTTP_PORT, FMG_ADMIN_PORT, FMG_METRICS_PORT, FMG_SMTP_PORT, FMG_NOMINATIM_PORT);
# each has a directory of its own under target/test, so that several may run at once.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/database.sh"
. "$CONFIG/lib/server.sh"
. "$CONFIG/lib/outside.sh"

DB_PORT=${FMG_DB_PORT:-$(pom_property fmg.test.db.port)}
DB_DIRECTORY=$TARGET/test/database-$DB_PORT

export FMG_HTTP_PORT=${FMG_HTTP_PORT:-$(pom_property fmg.test.http.port)}
export FMG_ADMIN_PORT=${FMG_ADMIN_PORT:-$(pom_property fmg.test.admin.port)}
export FMG_METRICS_PORT=${FMG_METRICS_PORT:-$(pom_property fmg.test.metrics.port)}
export FMG_SHORT_LIVED=true
SERVER_DIRECTORY=$TARGET/test/payara-$FMG_HTTP_PORT
EAR=${FMG_EAR:-$ROOT/ear/target/fixamingata.ear}

start_test_database() {
    if database_running "$DB_DIRECTORY"; then return 0; fi
    require_free "$DB_PORT" fmg.test.db.port
    # Tests never need what they wrote yesterday: durability is switched off, which makes them several times faster.
    # Who waited for whom in a deadlock stands in its log.
    start_database "$DB_DIRECTORY" "$DB_PORT" --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=256M \
        --innodb-doublewrite=0 --innodb-print-all-deadlocks=1 --skip-log-bin
}

require_free() {
    if port_taken "$1"; then fail "Port $1 is taken; choose another with -D$2=…"; fi
}

# The browser of the browser tests. As root it is installed; else one line says what is missing.
require_browser() {
    local browser
    for browser in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
        if [ -x "$browser" ]; then return 0; fi
    done
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing Chromium for the browser tests …"
        if apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; then return 0; fi
    fi
    fail "The browser tests need Chromium: apt-get install chromium"
}

# The application as it was built, on an empty database, with the mail server and the geocoder that the tests bring.
start_test_server() {
    local smtp=${FMG_SMTP_PORT:-$(pom_property fmg.test.smtp.port)}
    local nominatim=${FMG_NOMINATIM_PORT:-$(pom_property fmg.test.nominatim.port)}
    require_browser
    provide_outside
    stop_server "$SERVER_DIRECTORY"
    require_free "$FMG_HTTP_PORT" fmg.test.http.port
    require_free "$FMG_ADMIN_PORT" fmg.test.admin.port
    require_free "$FMG_METRICS_PORT" fmg.test.metrics.port
    start_test_database
    sql "$DB_PORT" -e 'drop database if exists fixamingata; drop database if exists fixamingata_batch'
    make_schemas "$DB_PORT" test
    test_settings "$smtp" "$nominatim"
    rm -f "$SERVER_DIRECTORY/$DOMAIN"/logs/server.log*
    # Tables are new, so what was deployed before the run is deployed again.
    rm -rf "$SERVER_DIRECTORY/made-from"
    start_server "$SERVER_DIRECTORY"
    deploy_application "$SERVER_DIRECTORY" "$EAR"
    if ! wait_for_application "$FMG_HTTP_PORT" 120; then
        server_log "$SERVER_DIRECTORY" 40 >&2
        fail "The application did not become ready on port $FMG_HTTP_PORT."
    fi
}

# As when the power fails: the server is gone in the middle of whatever it does, and comes back on the same tables.
crash_test_server() {
    # Whoever wants to choose the moment has killed it already.
    if server_running "$SERVER_DIRECTORY"; then kill -KILL "$(cat "$SERVER_DIRECTORY/$DOMAIN/config/pid")"; fi
    wait_until 30 server_gone
    make_schemas "$DB_PORT" test
    test_settings "${FMG_SMTP_PORT:-$(pom_property fmg.test.smtp.port)}" "${FMG_NOMINATIM_PORT:-$(pom_property fmg.test.nominatim.port)}"
    start_server "$SERVER_DIRECTORY"
    if ! wait_for_application "$FMG_HTTP_PORT" 240; then
        server_log "$SERVER_DIRECTORY" 40 >&2
        fail "The application did not come back on port $FMG_HTTP_PORT."
    fi
}

server_gone() { ! server_running "$SERVER_DIRECTORY"; }

test_settings() {
    export FMG_PUBLIC_URL=http://localhost:$FMG_HTTP_PORT
    export FMG_SMTP_HOST=127.0.0.1 FMG_SMTP_PORT=$1
    export FMG_NOMINATIM_URL=http://127.0.0.1:$2
    # Replies lie in a mailbox that the tests bring too, one port above their SMTP server. Who they are from it has found out.
    export FMG_MAIL_REPLY_ADDRESS='svar+*@fixamingata.example' FMG_MAILBOX_PROTOCOL=imap FMG_MAILBOX_HOST=127.0.0.1
    export FMG_MAILBOX_PORT=$(($1 + 1)) FMG_MAILBOX_USER=svar FMG_MAILBOX_PASSWORD=svar FMG_MAILBOX_INTERVAL=PT1S
    export FMG_MAILBOX_AUTHSERV_ID=mx.fixamingata.example
    # The sign-in provider of the tests runs on this machine.
    export FMG_OUTGOING_NETWORKS=127.0.0.0/8,::1 FMG_OIDC_TIMEOUT=PT30S
    # Jobs and workers would do by the clock what a test does by hand.
    export FMG_JOBS_ENABLED=false FMG_JOBS_SERVER_GONE=PT15S FMG_OPEN311_LOOK_AFTER=PT1S
    export FMG_CONTACT_EMAIL=kontakt@fixamingata.example
    # Most tests come from one address; a minute of theirs is more than a minute of any person.
    export FMG_LIMIT_SEARCH=120 FMG_LIMIT_REPORT=1000 FMG_LIMIT_COMMENT=1000 FMG_LIMIT_PHOTO=1000 FMG_LIMIT_PICTURE=1000 FMG_LIMIT_API=20000 FMG_LIMIT_SIGNIN=1000
    # The operators of the tests sign in with their password alone.
    export FMG_OPERATOR_SECOND_FACTOR=${FMG_OPERATOR_SECOND_FACTOR:-false}
    export FMG_DEV_MAIL=$TARGET/test/mail
    # Recipients by category, as in the demonstration.
    export FMG_AUTHORITIES_FILE=$CONFIG/demo/authorities.csv
    # A test may say where it calls from (X-Forwarded-For), so that its use of a limit is not another's.
    export FMG_TRUSTED_PROXIES=127.0.0.1
    use_shared_geodata
}

case ${1:-} in
start-database) start_test_database ;;
stop-database) stop_database "$DB_DIRECTORY" ;;
start-server) start_test_server ;;
crash-server) crash_test_server ;;
stop-server)
    stop_server "$SERVER_DIRECTORY"
    stop_database "$DB_DIRECTORY"
    ;;
*) fail "usage: test-environment.sh start-database|stop-database|start-server|crash-server|stop-server" ;;
esac
