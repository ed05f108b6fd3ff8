#!/usr/bin/env bash
# Measures how fast the system is with a country's worth of reports, on this machine, and prints a table for the README.
# Its own database, server and ports; everything on 127.0.0.1 and under target/bench; what it starts, it stops.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

usage() {
    cat <<'TEXT'
Usage: payara-config/bench.sh [--port N] [--reports N] [--exported N] [--many N] [--only TEXT] [--fresh] [--help]
       payara-config/bench.sh --night [--job NAME] [--port N] [--reports N] [--fresh]
       payara-config/bench.sh --subscribers N [--port N] [--reports N] [--fresh]

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
  --night       time a job of the night instead, three times, with the server's heap meanwhile: on reports of four years with three history
                entries each (default 1000000), in a data set of its own for each number, loaded in some minutes
  --job NAME    which one, as in the timetable (default statistics)
  --subscribers N  measure what so many subscriptions cost instead: finding whom a new report concerns, planning the mails of a day, three
                times, and sending them; on reports of a data set of its own (default 20000)
TEXT
}

port=18080
reports=
subscribers=0
night=false
job=statistics
exported=100000
many=5000
only=
fresh=false
wrong=false
while [ $# -gt 0 ]; do
    case $1 in
    --port | --reports | --exported | --many | --subscribers)
        [ $# -ge 2 ] && [[ $2 =~ ^[1-9][0-9]{1,6}$ ]] || fail "$1 needs a number."
        printf -v "${1#--}" '%s' "$2"
        shift
        ;;
    --only)
        [ $# -ge 2 ] || fail "--only needs a text."
        only=$2
        shift
        ;;
    --job)
        [ $# -ge 2 ] && [[ $2 =~ ^[a-z][a-z-]{1,58}$ ]] || fail "--job needs a job's name."
        job=$2
        shift
        ;;
    --night) night=true ;;
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
TIMETABLE=$ROOT/ejb/src/main/resources/se/fixamingata/jobs/timetable/timetable.txt
if [ "$subscribers" -gt 0 ]; then
    night=true
    job=digests
    reports=${reports:-20000}
fi
reports=${reports:-$(if $night; then echo 1000000; else echo 200000; fi)}
if $night; then
    grep -q "^$job;" "$TIMETABLE" || fail "The timetable has no job $job."
    if [ "$subscribers" -gt 0 ]; then BENCH=$BENCH/subscribers-$reports; else BENCH=$BENCH/night-$reports; fi
fi
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
    night_settings
    # So that how fast they are sent is measured, and not how slowly they become due.
    if [ "$subscribers" -gt 0 ]; then export FMG_SUBSCRIPTION_MAILS_PER_SECOND=1000; fi
    # A municipality's Open311 server that the client plays.
    export FMG_OUTGOING_NETWORKS=127.0.0.0/8
    use_shared_geodata
}

# Pages are measured without jobs; at night no job but that one may start. Its last occasion is some minutes ago and taken already: the client
# gives it back when it wants it to run.
night_settings() {
    if ! $night; then
        export FMG_JOBS_ENABLED=false
        return 0
    fi
    local other name
    for other in $(sed -n 's/^\([a-z][a-z-]*\);.*/\1/p' "$TIMETABLE"); do
        name=$(tr 'a-z-' 'A-Z_' <<<"$other")
        export "FMG_JOBS_AT_$name=never"
    done
    occasion=$(($(date +%s) / 60 * 60 - 120))
    # Nothing may be planned between 2 and 3.
    while [ "$(TZ=Europe/Stockholm date -d "@$occasion" +%H)" = 02 ]; do occasion=$((occasion - 60)); done
    name=$(tr 'a-z-' 'A-Z_' <<<"$job")
    export "FMG_JOBS_AT_$name=$(TZ=Europe/Stockholm date -d "@$occasion" '+%-M %-H * *')"
}

# When the server is made for the first time there is no table yet, and nothing that the job could do.
take_occasion() {
    sql "$db_port" fixamingata -e "insert ignore into job_occasion (job, planned_at, outcome, at)
        values ('$job', from_unixtime($occasion), 'MISSED', utc_timestamp(6))" >/dev/null 2>&1 || true
}

bench_sql() { sql "$db_port" --local-infile=1 fixamingata "$@" 2>"$BENCH/sql.log" || fail "$(tail -n 3 "$BENCH/sql.log")"; }

load() {
    local places=${FMG_GEODATA:-}/orter.tsv
    [ -f "$places" ] || places=$ROOT/ejb/src/main/resources/geodata/orter.tsv
    local what=reports
    if $night; then what=night; fi
    progress "Loading $reports reports; this takes one to seven minutes"
    bench_sql <<SQL
create or replace table bench_place (name varchar(100), lat double, lon double, municipality char(4), population int);
load data local infile '$places' into table bench_place character set utf8mb4 fields terminated by '\t' ignore 1 lines
    (@id, name, @type, lat, lon, municipality, @name, @county, @population, @source) set population = nullif(@population, '');
-- Doublets of other places, with their people counted again.
delete from bench_place where population is null or population = 0;
set @reports = $reports;
source $CONFIG/bench/people.sql
source $CONFIG/bench/$what.sql
source $ROOT/ejb/src/main/resources/se/fixamingata/map/recount.sql
drop table bench_place;
analyze table map_cell;
update authority set email = 'mottagare@example.org', changed_at = utc_timestamp(6), version = version + 1;
SQL
}

start() {
    start_database "$BENCH/database" "$db_port" --innodb-buffer-pool-size=512M --local-infile=1
    make_schemas "$db_port" bench
    if $night; then take_occasion; fi
    progress "Starting the server"
    start_server "$BENCH/payara"
    deploy_application "$BENCH/payara" "$EAR"
    wait_for_application "$port" 240 || {
        server_log "$BENCH/payara" 40 >&2
        fail "The application did not become ready."
    }
}

has_working_days() { [ "$(bench_sql -N -e "select count(*) from working_day where day = utc_date() + interval 100 day")" = 1 ]; }

has_due_dates() { [ "$(bench_sql -N -e "select due_from is not null from report where confirmed_at is not null order by id limit 1")" = 1 ]; }

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
wait_until 120 has_working_days || fail "The server has not filled in the working days."
loaded=$(bench_sql -N -e 'select count(*) from report')
if [ "$loaded" = 0 ]; then
    load >&2
elif [ "$loaded" -lt "$reports" ]; then
    fail "${BENCH#"$ROOT/"} holds $loaded reports; --fresh loads $reports."
fi
# What an older server has loaded gets its due dates beside the start, the oldest report last.
wait_until 1200 has_due_dates || fail "The server has not filled in the due dates."
if [ "$subscribers" -gt 0 ]; then
    progress "Measuring $subscribers subscriptions; some minutes"
elif $night; then
    progress "Running $job three times"
else
    progress "Warming up and measuring; about ten minutes"
fi
facts=$(conditions)
rm -rf "$BENCH/client"
javac -d "$BENCH/client" "$CONFIG"/bench/*.java
java -Xmx256m "-Donly=$only" "-Dnight=$(if $night; then echo "$job"; fi)" "-Dsubscribers=$subscribers" "-Dmany=$many" "-Dexported=$exported" -cp "$BENCH/client:$DRIVER_JAR" Bench "http://127.0.0.1:$port" \
    "jdbc:mariadb://127.0.0.1:$db_port/fixamingata?user=root" "$smtp_port" "http://127.0.0.1:$FMG_METRICS_PORT/metrics" || wrong=true
say ""
say "$facts"
if $wrong; then fail "Not everything was done that was to be measured: see the bold lines."; fi
progress "Done"
