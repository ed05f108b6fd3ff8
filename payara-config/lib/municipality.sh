# The demonstration's municipality with a case system of its own. Sourced after equipment.sh.

# start_municipality DIRECTORY PORT: keeps its cases in DIRECTORY.
start_municipality() {
    local directory=$1 port=$2
    mkdir -p "$directory/classes"
    javac -d "$directory/classes" "$CONFIG"/municipality/*.java || fail "The demonstration's case system does not compile."
    (
        exec 9>&-
        set -m
        nohup java -Xmx64m -cp "$directory/classes" CaseSystem "$port" "$directory" \
            </dev/null >"$directory/../municipality.log" 2>&1 &
        echo $! >"$directory/../municipality.pid"
    )
    if ! wait_until 60 port_taken "$port" || ! municipality_running "$directory"; then
        tail -n 10 "$directory/../municipality.log" >&2
        fail "The demonstration's case system did not start on port $port."
    fi
}

municipality_running() { ours "$(cat "$1/../municipality.pid" 2>/dev/null)" CaseSystem; }

stop_municipality() {
    if municipality_running "$1"; then stop_process "$(cat "$1/../municipality.pid")" 10; fi
    rm -f "$1/../municipality.pid"
}
