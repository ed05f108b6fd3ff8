#!/usr/bin/env bash
# Measures how fast the system is with a country's worth of reports, on this machine, and prints a table for the README.
# Its own database, server and ports; everything on 127.0.0.1 and under target/bench; what it starts, it stops.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

usage() {
    cat <<'TEXT'
Usage: payara-config/bench.sh [--port N] [--reports N] [--exported N] [--many N] [--only TEXT] [--fresh] [--help]

Loads reports and twice as many history entries, spread as people are over Sweden, starts the server, warms it up, and measures pages and
interfaces with one and with eight connections, then the sending of reports to a mail server of its own, files of 100,000 reports with the
server's heap meanwhile (its own figures, ten times a second), and one change of 5,000 reports. About fifteen minutes the first time, eleven
later: loaded data are kept under target/bench.

  --port N      the port of the pages (default 18080); the four after it are used too
  --reports N   how many reports to load (default 200000, at most 1000000)
  --exported N  how many reports the files hold (default and at most 100000)
  --many N      how many reports are changed at once (default 5000, at most 10000)
  --only TEXT   only the rows that have this in their name, such as "Inbox" or "Export"
  --fresh       load anew
TEXT
}

port=18080
reports=200000
exported=100000
many=5000
only=
fresh=false
wrong=false
while [ $# -gt 0 ]; do
    case $1 in
    --port | --reports | --exported | --many)
        [ $# -ge 2 ] && [[ $2 =~ ^[1-9][0-9]{1,6}$ ]] || fail "$1 needs a number."
        printf -v "${1#--}" '%s' "$2"
        shift
        ;;
    --only)
        [ $# -ge 2 ] || fail "--only needs a text."
        only=$2
        shift
        ;;
    --fresh) fresh=true ;;
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

. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/database.sh"
. "$CONFIG/lib/server.sh"

BENCH=$TARGET/bench
EAR=$ROOT/ear/target/fixamingata.ear
db_port=$((port + 1))
smtp_port=$((port + 2))
export FMG_HTTP_PORT=$port FMG_ADMIN_PORT=$((port + 3)) FMG_METRICS_PORT=$((port + 4))

for taken in "$port" "$db_port" "$smtp_port" "$FMG_ADMIN_PORT" "$FMG_METRICS_PORT"; do
    if port_taken "$taken"; then fail "Port $taken is taken by another program. Try another: payara-config/bench.sh --port $((port + 100))"; fi
done

stopped=false
stop_all() {
    local status=$?
    trap '' INT TERM HUP
    if ! $stopped; then
        stopped=true
        stop_server "$BENCH/payara"
        stop_database "$BENCH/database"
    fi
    exit "$status"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Progress goes to standard error: standard output is the table alone.
progress() { say "[$SECONDS s] $*" >&2; }

build() {
    if [ -f "$EAR" ] && [ -z "$(find "$ROOT/pom.xml" "$ROOT"/{ejb,batch,web,ear}/pom.xml "$ROOT"/{ejb,batch,web,ear}/src/main -newer "$EAR" -print -quit 2>/dev/null)" ]; then
        return 0
    fi
    progress "Building"
    maven -f "$ROOT/pom.xml" package -DskipTests -Dspotless.check.skip=true >"$BENCH/build.log" 2>&1 ||
        fail "The build failed; the log is $BENCH/build.log."
}

settings() {
    export FMG_DEMO=false FMG_PUBLIC_URL=http://127.0.0.1:$port FMG_SMTP_HOST=127.0.0.1 FMG_SMTP_PORT=$smtp_port
    export FMG_SMTP_USER='' FMG_SMTP_PASSWORD='' FMG_SMTP_STARTTLS=false FMG_AUTHORITIES_FILE='' FMG_NOMINATIM_URL=''
    # Some loaded deliveries have been given up since long; alarms about them would be sent while pages are measured.
    export FMG_ALARM_HOURS=0
    # One client makes all the requests here; a limit per address would be all that is measured.
    export FMG_LIMITS_ENABLED=false
    # A municipality's Open311 server that the client plays.
    export FMG_OUTGOING_NETWORKS=127.0.0.0/8
    use_shared_geodata
}

bench_sql() { sql "$db_port" --local-infile=1 fixamingata "$@" 2>"$BENCH/sql.log" || fail "$(tail -n 3 "$BENCH/sql.log")"; }

load() {
    local places=${FMG_GEODATA:-}/orter.tsv
    [ -f "$places" ] || places=$ROOT/ejb/src/main/resources/geodata/orter.tsv
    progress "Loading $reports reports; this takes one to four minutes"
    bench_sql <<SQL
create or replace table bench_place (name varchar(100), lat double, lon double, municipality char(4), population int);
load data local infile '$places' into table bench_place character set utf8mb4 fields terminated by '\t' ignore 1 lines
    (@id, name, @type, lat, lon, municipality, @name, @county, @population, @source) set population = nullif(@population, '');
-- Doublets of other places, with their people counted again.
delete from bench_place where population is null or population = 0;
set @reports = $reports;
source $CONFIG/bench/reports.sql
source $ROOT/ejb/src/main/resources/se/fixamingata/map/recount.sql
drop table bench_place;
analyze table map_cell;
update authority set email = 'mottagare@example.org', changed_at = utc_timestamp(6), version = version + 1;
SQL
}

start() {
    start_database "$BENCH/database" "$db_port" --innodb-buffer-pool-size=512M --local-infile=1
    make_schemas "$db_port" bench
    progress "Starting the server"
    start_server "$BENCH/payara"
    deploy_application "$BENCH/payara" "$EAR"
    wait_for_application "$port" 240 || {
        server_log "$BENCH/payara" 40 >&2
        fail "The application did not become ready."
    }
}

conditions() {
    local cpu
    cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
    say "${cpu:-unknown processor}, $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo) memory;" \
        "client, server and database share them. Load before: $(cut -d ' ' -f 1 /proc/loadavg)."
    say "Java $(java -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p'), Payara $PAYARA_VERSION (heap ${FMG_HEAP:-1g})," \
        "MariaDB $MARIADB_VERSION (buffer pool 512 MB). $(bench_sql -N -e "select concat(
            (select count(*) from report), ' reports, ', (select count(*) from history_entry), ' history entries')"), no photos." \
        "$(date -u +%Y-%m-%d)."
}

mkdir -p "$BENCH"
if $fresh; then rm -rf "$BENCH/database" "$BENCH/payara"; fi
provide_database
provide_payara
build
settings
start
loaded=$(bench_sql -N -e 'select count(*) from report')
if [ "$loaded" = 0 ]; then
    load >&2
elif [ "$loaded" -lt "$reports" ]; then
    fail "target/bench holds $loaded reports; --fresh loads $reports."
fi
progress "Warming up and measuring; about ten minutes"
facts=$(conditions)
rm -rf "$BENCH/client"
javac -d "$BENCH/client" "$CONFIG"/bench/*.java
java -Xmx256m "-Donly=$only" "-Dmany=$many" "-Dexported=$exported" -cp "$BENCH/client:$DRIVER_JAR" Bench "http://127.0.0.1:$port" \
    "jdbc:mariadb://127.0.0.1:$db_port/fixamingata?user=root" "$smtp_port" "http://127.0.0.1:$FMG_METRICS_PORT/metrics" || wrong=true
say ""
say "$facts"
if $wrong; then fail "Not everything was done that was to be measured: see the bold lines."; fi
progress "Done"
