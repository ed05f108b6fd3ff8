# A MariaDB of our own: made, started and stopped in a directory that we are given. Sourced after equipment.sh.

# start_database DIRECTORY PORT [OPTION...]: makes the database when it is not there, starts it, returns when it answers.
# Leaves its process id in DIRECTORY/mariadbd.pid. Administrator: root without password, from this machine alone.
start_database() {
    local directory=$1 port=$2
    shift 2
    provide_database
    # A tmpdir of its own: a MariaDB that starts clears away the temporary tables of every other one that shares it.
    mkdir -p "$directory/tmp"
    # Relative paths from inside the directory: a socket's path may have 107 characters, a checkout's has as many as it likes.
    if [ ! -d "$directory/data/mysql" ]; then make_database "$directory"; fi
    local user=()
    if [ "$(id -u)" = 0 ]; then user=(--user=root); fi
    (
        cd "$directory/data" || exit 1
        exec 9>&-
        # Its own process group: Ctrl-C in the terminal is for the script, which then stops things in order.
        set -m
        nohup "$MARIADB_HOME/bin/mariadbd" --no-defaults "--basedir=$MARIADB_HOME" "--datadir=$directory/data" \
            "--port=$port" --bind-address=127.0.0.1 --socket=mariadb.sock "--pid-file=$directory/mariadbd.pid" \
            "--tmpdir=$directory/tmp" "--lc-messages-dir=$MARIADB_HOME/share" "--character-sets-dir=$MARIADB_HOME/share/charsets" \
            --character-set-server=utf8mb4 --collation-server=utf8mb4_swedish_ci --default-time-zone=+00:00 \
            --max-allowed-packet=64M --skip-name-resolve "${user[@]}" "$@" \
            </dev/null >>"$directory/mariadbd.log" 2>&1 &
        echo $! >"$directory/started.pid"
    )
    if ! wait_until 180 database_answers "$directory" "$port"; then
        tail -n 20 "$directory/mariadbd.log" >&2
        stop_process "$(cat "$directory/started.pid" 2>/dev/null)" 10
        fail "The database did not start on port $port; its log is $directory/mariadbd.log."
    fi
}

# MariaDB's own script cannot live with spaces in paths, so it gets links without any.
make_database() {
    local directory=$1 links made=true
    rm -rf "$directory/data"
    mkdir -p "$directory/data"
    links=$(mktemp -d)
    ln -s "$MARIADB_HOME" "$links/base"
    ln -s "$directory/data" "$links/data"
    "$links/base/scripts/mariadb-install-db" --no-defaults "--basedir=$links/base" "--datadir=$links/data" \
        --auth-root-authentication-method=normal --skip-test-db >"$directory/install.log" 2>&1 || made=false
    rm -rf "$links"
    if ! $made; then
        tail -n 20 "$directory/install.log" >&2
        rm -rf "$directory/data"
        fail "The database could not be made; the log is $directory/install.log."
    fi
}

# Ours, not somebody else's on the same port: the process must live and answer. A question to a port where nobody listens yet may meet itself
# there (TCP from and to the same port), and would wait for ever and keep the database from its port.
database_answers() {
    database_running "$1" && sql "$2" --connect-timeout=3 -e 'select 1'
}

# sql PORT [ARGUMENT...]: the client as administrator.
sql() {
    local port=$1
    shift
    "$MARIADB_HOME/bin/mariadb" --no-defaults --skip-ssl --default-character-set=utf8mb4 --protocol=tcp -h 127.0.0.1 -P "$port" -u root "$@"
}

database_running() { ours "$(cat "$1/started.pid" 2>/dev/null)" "--datadir=$1/data"; }

# stop_database DIRECTORY: that one and no other; fine when it is not running.
stop_database() {
    if database_running "$1"; then stop_process "$(cat "$1/started.pid")" 60; fi
    rm -f "$1/started.pid"
}

# make_schemas PORT PASSWORD: the application's schema, the container's, and the one user that may use both and nothing else.
make_schemas() {
    local port=$1 password=$2
    sql "$port" <<SQL
create database if not exists fixamingata character set utf8mb4 collate utf8mb4_swedish_ci;
create database if not exists fixamingata_batch character set utf8mb4 collate utf8mb4_swedish_ci;
create or replace user fixamingata@'127.0.0.1' identified by '$password';
grant all privileges on fixamingata.* to fixamingata@'127.0.0.1';
grant all privileges on fixamingata_batch.* to fixamingata@'127.0.0.1';
SQL
    export FMG_DB_URL="jdbc:mariadb://127.0.0.1:$port/fixamingata?rewriteBatchedStatements=true"
    export FMG_BATCH_DB_URL="jdbc:mariadb://127.0.0.1:$port/fixamingata_batch?useMysqlMetadata=true"
    export FMG_DB_USER=fixamingata FMG_DB_PASSWORD=$password
}
