#!/usr/bin/env bash
# Starts the whole system on this machine, with invented data: builds it, brings a database, a mail server and Payara, and says where to
# look. Ctrl-C stops everything that it started, and nothing else. Data stay for the next time.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

usage() {
    cat <<'TEXT'
Usage: payara-config/demo.sh [--port N] [--fresh] [--help]

Builds FixaMinGata and runs it with demonstration data. Needs JDK 17 or newer and Maven 3.8 or newer; nothing is installed, everything
stays under target/. The first start fetches about 320 MB and takes some minutes, later ones less than one.

  --port N   the port of the pages (default 8080, or FMG_HTTP_PORT)
  --fresh    throw away the demonstration's database and mails first
  --help     this text

Other settings, as environment variables:
  FMG_HTTP_ADDRESS   127.0.0.1; 0.0.0.0 lets other machines in (they will see /dev/mail too)
  FMG_DB_PORT        the port of the database, by default the pages' + 1; FMG_SMTP_PORT + 2, FMG_ADMIN_PORT + 3, FMG_METRICS_PORT + 4,
                     FMG_CASES_PORT + 5 (the case system of Karlstad),
                     FMG_IMAP_PORT + 6 (where replies to the municipalities' mails lie)
  FMG_GEODATA        a directory with reference data; else ../shared/geodata when it is there, else the small built-in set
  FMG_HEAP           the server's memory, default 1g
TEXT
}

fresh=false
port=${FMG_HTTP_PORT:-8080}
while [ $# -gt 0 ]; do
    case $1 in
    --fresh) fresh=true ;;
    --port)
        [ $# -ge 2 ] || fail "--port needs a number."
        port=$2
        shift
        ;;
    --port=*) port=${1#--port=} ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        usage >&2
        fail "unknown option: $1"
        ;;
    esac
    shift
done
[[ $port =~ ^[0-9]{2,5}$ ]] && [ "$port" -ge 1024 ] && [ "$port" -le 65500 ] || fail "--port must be a number from 1024 to 65500, not '$port'."

# --- What the machine must offer -------------------------------------------------------------------------------------------------

require_java() {
    command -v java >/dev/null && command -v javac >/dev/null ||
        fail "JDK 17 or newer is needed and is not on the PATH (Debian: apt-get install openjdk-17-jdk-headless)."
    local version
    version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] || fail "Java $version is too old: JDK 17 or newer is needed."
}

require_disk() {
    local free
    mkdir -p "$TARGET" 2>/dev/null || fail "Nothing can be written to $ROOT."
    free=$(df -Pk "$TARGET" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge $((3 * 1024 * 1024)) ] ||
        fail "The disk of $ROOT has $((free / 1024)) MB left; 3 GB are needed (libraries, server, database)."
}

require_platform() {
    [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] ||
        fail "The database that Maven brings is for Linux on x86-64; this is $(uname -s) on $(uname -m)."
}

require_ports() {
    local name number
    for name in FMG_HTTP_PORT FMG_DB_PORT FMG_SMTP_PORT FMG_ADMIN_PORT FMG_METRICS_PORT FMG_CASES_PORT FMG_IMAP_PORT; do
        number=${!name}
        if port_taken "$number"; then
            fail "Port $number ($name) is taken by another program. Try another: payara-config/demo.sh --port $((port + 100))"
        fi
    done
}

require_alone() {
    if ours "$(cat "$DEMO/demo.pid" 2>/dev/null)" demo.sh; then
        fail "A demonstration of this checkout is running already (process $(cat "$DEMO/demo.pid")); stop it there with Ctrl-C."
    fi
}

require_java
command -v mvn >/dev/null || fail "Maven 3.8 or newer is needed and 'mvn' is not on the PATH (Debian: apt-get install maven)."
require_platform
require_disk

. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/database.sh"
. "$CONFIG/lib/server.sh"
. "$CONFIG/lib/mail.sh"
. "$CONFIG/lib/municipality.sh"

DEMO=$TARGET/demo
EAR=$ROOT/ear/target/fixamingata.ear

export FMG_HTTP_PORT=$port
export FMG_DB_PORT=${FMG_DB_PORT:-$((port + 1))}
export FMG_SMTP_PORT=${FMG_SMTP_PORT:-$((port + 2))}
export FMG_IMAP_PORT=${FMG_IMAP_PORT:-$((port + 6))}
export FMG_ADMIN_PORT=${FMG_ADMIN_PORT:-$((port + 3))}
export FMG_METRICS_PORT=${FMG_METRICS_PORT:-$((port + 4))}
export FMG_CASES_PORT=${FMG_CASES_PORT:-$((port + 5))}

require_alone
require_ports

# --- Whatever we start, we stop ---------------------------------------------------------------------------------------------------

mkdir -p "$DEMO"
echo $$ >"$DEMO/demo.pid"
stopped=false
stop_all() {
    local status=$?
    trap '' INT TERM HUP
    if ! $stopped; then
        stopped=true
        say ""
        say "Stopping …"
        stop_server "$DEMO/payara"
        stop_municipality "$DEMO/municipality"
        stop_mail "$DEMO/mail"
        stop_database "$DEMO/database"
        rm -f "$DEMO/demo.pid"
        say "Stopped. The data are kept in target/demo; --fresh starts over."
    fi
    exit "$status"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# --- Steps ------------------------------------------------------------------------------------------------------------------------

begun=$SECONDS
step_number=0
# step TEXT ESTIMATE COMMAND...: says what happens and about how long it takes, and then how long it took.
step() {
    local text=$1 estimate=$2 from=$SECONDS
    shift 2
    step_number=$((step_number + 1))
    printf '[%d/6] %-46s %s' "$step_number" "$text" "(about $estimate) … "
    "$@"
    printf 'done, %d s\n' $((SECONDS - from))
}

# Anything newer than the EAR that goes into it?
sources_changed() {
    [ -f "$EAR" ] || return 0
    [ -n "$(find "$ROOT/pom.xml" "$ROOT"/{ejb,batch,web,ear}/pom.xml "$ROOT"/{ejb,batch,web,ear}/src/main -newer "$EAR" -print -quit 2>/dev/null)" ]
}

build() {
    sources_changed || return 0
    local log=$DEMO/build.log
    if ! maven -f "$ROOT/pom.xml" package -DskipTests -Dspotless.check.skip=true >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        fail "The build failed; the whole log is $log."
    fi
}

provide_equipment() {
    provide_database
    provide_mail
    provide_payara
}

start_demo_database() {
    start_database "$DEMO/database" "$FMG_DB_PORT" --innodb-buffer-pool-size=256M
    make_schemas "$FMG_DB_PORT" "$(demo_password)"
}

# One of its own for every demonstration; the database listens on this machine alone.
demo_password() {
    if [ ! -f "$DEMO/database/password" ]; then
        (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$DEMO/database/password")
    fi
    cat "$DEMO/database/password"
}

settings() {
    export FMG_DEMO=true
    # The accounts that are printed sign in with their password alone.
    export FMG_OPERATOR_SECOND_FACTOR=${FMG_OPERATOR_SECOND_FACTOR:-false}
    export FMG_PUBLIC_URL=${FMG_PUBLIC_URL:-http://localhost:$port}
    # No mail leaves this machine, whatever the environment says.
    export FMG_SMTP_HOST=127.0.0.1 FMG_SMTP_USER='' FMG_SMTP_PASSWORD='' FMG_SMTP_STARTTLS=false
    export FMG_DEV_MAIL=$DEMO/mail
    # Replies to the municipalities' mails lie in a mailbox of the same mail server.
    export FMG_MAIL_REPLY_ADDRESS='svar+*@localhost' FMG_MAILBOX_PROTOCOL=imap FMG_MAILBOX_HOST=127.0.0.1
    # Answers from Karlstad's case system show within half a minute.
    export FMG_OPEN311_POLL_EVERY=${FMG_OPEN311_POLL_EVERY:-PT20S}
    export FMG_MAILBOX_PORT=$FMG_IMAP_PORT FMG_MAILBOX_USER=svar FMG_MAILBOX_PASSWORD=svar FMG_MAILBOX_INTERVAL=PT5S
    # That mail server knows who sends: everybody sits at this machine.
    export FMG_MAILBOX_AUTHSERV_ID=demonstration
    export FMG_AUTHORITIES_FILE=${FMG_AUTHORITIES_FILE:-$CONFIG/demo/authorities.csv}
    export FMG_CONTACT_EMAIL=${FMG_CONTACT_EMAIL:-info@fixamingata.example}
    # Karlstad's case system is on this machine.
    export FMG_DEMO_OPEN311_URL=http://localhost:$FMG_CASES_PORT/open311/v2
    export FMG_OUTGOING_NETWORKS=${FMG_OUTGOING_NETWORKS:-127.0.0.0/8,::1}
    use_shared_geodata
}

start_neighbours() {
    start_mail "$DEMO/mail" "$FMG_SMTP_PORT" "$FMG_IMAP_PORT"
    start_municipality "$DEMO/municipality" "$FMG_CASES_PORT"
}

deploy_and_wait() {
    deploy_application "$DEMO/payara" "$EAR"
    if ! wait_for_application "$port" 240; then
        server_log "$DEMO/payara" 40 >&2
        fail "The application did not become ready; the log is $DEMO/payara/$DOMAIN/logs/server.log."
    fi
    # The invented reports come in one transaction, a moment after the application: the first of them tells of all.
    if ! wait_until 180 url_answers "http://127.0.0.1:$port/rapport/1"; then
        server_log "$DEMO/payara" 40 >&2
        fail "The demonstration's reports were not loaded; the log is $DEMO/payara/$DOMAIN/logs/server.log."
    fi
}

if have_database && have_payara && have_mail && [ -f "$EAR" ]; then
    say "FixaMinGata, demonstration. Starting; this takes less than a minute."
    estimates=("5 s" "1 s" "5 s" "2 s" "20 s" "10 s")
else
    say "FixaMinGata, demonstration. First start: about 320 MB are fetched, which takes some minutes."
    estimates=("1-3 min" "1-3 min" "10 s" "3 s" "25 s" "40 s")
fi
if $fresh; then rm -rf "$DEMO/database" "$DEMO/mail" "$DEMO/municipality" "$DEMO/payara"; fi

settings
step "Building the application" "${estimates[0]}" build
step "Fetching database, mail server, Payara" "${estimates[1]}" provide_equipment
step "Starting the database" "${estimates[2]}" start_demo_database
step "Starting mail server and a case system" "${estimates[3]}" start_neighbours
step "Starting Payara" "${estimates[4]}" start_server "$DEMO/payara"
step "Starting the application, loading data" "${estimates[5]}" deploy_and_wait

here=http://localhost:$port
cat <<CARD

  ──────────────────────────────────────────────────────────────────────────────────────────
   FixaMinGata is running. Ready after $((SECONDS - begun)) s.

   Six places to look
     1. Central Stockholm, reports on the map   $here/karta?lat=59.3382&lon=18.0700&z=16
     2. The start page                          $here/
     3. A municipality's page: Forshaga         $here/kommun/forshaga
     4. Report a fault                          $here/rapportera
     5. Every mail that was sent                $here/dev/mail
     6. Karlstad's own case system (Open311)    http://localhost:$FMG_CASES_PORT/

   Accounts, all with the password   gatan lagas i morgon   at $here/logga-in
     Forshaga     handlaggare@forshaga.example    administrator@forshaga.example    lasare@forshaga.example
     Karlstad     handlaggare@karlstad.example    administrator@karlstad.example
     Stockholm    handlaggare@stockholm.example   administrator@stockholm.example
     Operator     operator@fixamingata.example
     Residents    anna.exempelsson@example.com (has reports)   erik.provlund@example.org
   Residents need no account; their reports are confirmed by mail.

   Stockholm's system fetches its reports over Open311: $here/open311/v2/stockholm/requests.json
     with the key   fmg_demonstration-nyckel-Stockholm-arendesystem   (README: "Open311 with curl")

   The whole way: report something at (4) → open /dev/mail → click the link in the mail
   → see the municipality's mail arrive in /dev/mail a moment later; in Karlstad, see the case at (6).
   → answer that mail there ("Svara på mejlet"): Forshaga's answer stands on the report's page a moment later,
     a stranger's waits at $here/handlaggning/integration/post

   Health: $here/health    Figures: http://127.0.0.1:$FMG_METRICS_PORT/metrics
   Log: target/demo/payara/$DOMAIN/logs/server.log
   No mail leaves this machine. Ctrl-C stops everything; the data stay (--fresh starts over).
  ──────────────────────────────────────────────────────────────────────────────────────────

CARD

# Until Ctrl-C, or until the server goes away by itself.
while server_running "$DEMO/payara"; do
    sleep 1 &
    wait $! || true
done
server_log "$DEMO/payara" 20 >&2
fail "Payara has stopped."
