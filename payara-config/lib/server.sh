# A Payara domain of our own: made, started, deployed to and stopped in a directory that we are given. Sourced after equipment.sh.
#
# What it listens on comes from FMG_HTTP_ADDRESS, FMG_HTTP_PORT, FMG_ADMIN_PORT, FMG_METRICS_PORT, its memory from FMG_HEAP;
# FMG_SHORT_LIVED=true lets it start quickly instead of running fast in the end. The application itself reads every FMG_… variable of the environment that the server was started with.

DOMAIN=domain1

# make_domain DIRECTORY: the domain that Payara ships (making one anew costs half a minute of key generation), turned into ours by
# domain.xsl. Does nothing when it is there and nothing that it was made from has changed; then what is deployed stays deployed.
make_domain() {
    local directory=$1 domain=$1/$DOMAIN made
    provide_payara
    made=$({
        domain_parameters
        cksum <"$CONFIG/domain.xsl"
        say "$EQUIPMENT"
        say "$PAYARA_VERSION $DRIVER_VERSION"
    } | cksum)
    if [ -f "$directory/made-from" ] && [ "$(cat "$directory/made-from")" = "$made" ]; then return 0; fi
    rm -rf "$domain" "$directory/made-from" "$directory/deployed"
    mkdir -p "$directory"
    cp -R "$PAYARA_HOME/glassfish/domains/domain1" "$domain"
    # The page of a fresh Payara, which would stand where the application is not yet.
    rm -rf "${domain:?}/docroot"
    mkdir -p "$domain/docroot" "$domain/lib"
    cp "$DRIVER_JAR" "$domain/lib/"
    # shellcheck disable=SC2046 # none of the parameters holds a space
    java "$CONFIG/lib/Transform.java" "$CONFIG/domain.xsl" "$PAYARA_HOME/glassfish/domains/domain1/config/domain.xml" \
        "$domain/config/domain.xml" $(domain_parameters) || fail "The domain could not be made."
    sed -i.shipped 's/\(GFFileHandler.maxHistoryFiles\)=0/\1=10/' "$domain/config/logging.properties"
    # What it says of bodies that are no HTTP has thirty lines each, and anybody can send as many as they like.
    say "org.glassfish.grizzly.filterchain.DefaultFilterChain.level=SEVERE" >>"$domain/config/logging.properties"
    printf '%s\n' "$made" >"$directory/made-from"
}

domain_parameters() {
    say "http-address=${FMG_HTTP_ADDRESS:-127.0.0.1}"
    say "http-port=${FMG_HTTP_PORT:-8080}"
    say "admin-port=${FMG_ADMIN_PORT:-4848}"
    say "metrics-port=${FMG_METRICS_PORT:-8090}"
    say "heap=${FMG_HEAP:-1g}"
    say "short-lived=${FMG_SHORT_LIVED:-false}"
    say "batch-schema=${FMG_BATCH_DB_SCHEMA:-fixamingata_batch}"
}

# The command of a Java program that is ours tells its domain, so a number in a file is never believed alone.
server_running() { ours "$(cat "$1/$DOMAIN/config/pid" 2>/dev/null)" "$1/$DOMAIN"; }

# start_server DIRECTORY: returns when the server takes commands; the application may need some seconds more.
start_server() {
    local directory=$1
    make_domain "$directory"
    # asadmin waits for ever when a start fails in certain ways.
    if ! with_time_limit 300 "$PAYARA_HOME/glassfish/bin/asadmin" --interactive=false start-domain --domaindir "$directory" "$DOMAIN" \
        </dev/null >"$directory/start.log" 2>&1; then
        tail -n 10 "$directory/start.log" >&2
        server_log "$directory" 30 >&2
        stop_server "$directory"
        fail "Payara did not start; its log is $directory/$DOMAIN/logs/server.log."
    fi
}

with_time_limit() {
    if command -v timeout >/dev/null; then timeout "$@"; else shift && "$@"; fi
}

# deploy_application DIRECTORY EAR: only when that very EAR is not what is deployed.
deploy_application() {
    local directory=$1 ear=$2 sum
    sum=$(cksum <"$ear")
    if [ -f "$directory/deployed" ]; then
        if [ "$(cat "$directory/deployed")" = "$sum" ]; then return 0; fi
        # A server that takes commands may still be loading what was deployed before, and two at once fail (WELD-000163). One that never
        # comes to life is replaced all the same.
        wait_until 90 url_answers "http://127.0.0.1:${FMG_HTTP_PORT:-8080}/health/live" || true
    fi
    rm -f "$directory/deployed"
    if ! deploy figures metrics "$CONFIG/figures" >"$directory/deploy.log" 2>&1 ||
        ! deploy fixamingata server "$ear" >>"$directory/deploy.log" 2>&1; then
        tail -n 10 "$directory/deploy.log" >&2
        server_log "$directory" 60 >&2
        fail "The application could not be deployed; the log is $directory/$DOMAIN/logs/server.log."
    fi
    printf '%s\n' "$sum" >"$directory/deployed"
}

# deploy NAME VIRTUAL_SERVER WHAT
deploy() {
    with_time_limit 600 "$PAYARA_HOME/glassfish/bin/asadmin" --interactive=false --host 127.0.0.1 \
        --port "${FMG_ADMIN_PORT:-4848}" deploy --force --contextroot / --name "$1" --virtualservers "$2" "$3" </dev/null
}

# wait_for_application PORT SECONDS
wait_for_application() {
    wait_until "$2" url_answers "http://127.0.0.1:$1/health/ready"
}

server_log() {
    say "--- last lines of server.log"
    tail -n "$2" "$1/$DOMAIN/logs/server.log" 2>/dev/null || true
}

# stop_server DIRECTORY: that one and no other; fine when it is not running.
stop_server() {
    if server_running "$1"; then stop_process "$(cat "$1/$DOMAIN/config/pid")" 30; fi
}
