# Shared by every script here: where things are, how to say what is wrong, how to wait. Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
CONFIG=$ROOT/payara-config
TARGET=$ROOT/target

say() { printf '%s\n' "$*"; }

# fail MESSAGE...: one clear line on standard error, then the end.
fail() {
    printf 'fixamingata: %s\n' "$*" >&2
    exit 1
}

# A property of the parent pom: versions stand there and nowhere else.
pom_property() {
    local value
    value=$(sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$ROOT/pom.xml" | head -n 1)
    [ -n "$value" ] || fail "pom.xml has no property $1"
    printf '%s' "$value"
}

# The Maven that called us when there is one (FMG_MAVEN_HOME), else the one on the PATH; its local repository likewise.
maven() {
    local mvn=mvn
    if [ -n "${FMG_MAVEN_HOME:-}" ] && [ -x "$FMG_MAVEN_HOME/bin/mvn" ]; then mvn=$FMG_MAVEN_HOME/bin/mvn; fi
    command -v "$mvn" >/dev/null || fail "Maven 3.8 or newer is needed and 'mvn' is not on the PATH (Debian: apt-get install maven)."
    # Its own variable for the root: a Maven inside Maven must not inherit the outer one's idea of it.
    env -u MAVEN_BASEDIR -u MAVEN_PROJECTBASEDIR "$mvn" -B ${FMG_MAVEN_REPOSITORY:+"-Dmaven.repo.local=$FMG_MAVEN_REPOSITORY"} "$@"
}

# Reference data beside the checkout are used when nobody has named other ones.
use_shared_geodata() {
    if [ -z "${FMG_GEODATA:-}" ] && [ -d "$ROOT/../shared/geodata" ]; then
        FMG_GEODATA=$(cd "$ROOT/../shared/geodata" && pwd -P)
        export FMG_GEODATA
    fi
}

# with_lock FILE COMMAND...: two callers at once take turns. The lock goes with the process that holds it, also when that is killed.
with_lock() {
    local file=$1
    shift
    mkdir -p "$(dirname "$file")"
    (
        if command -v flock >/dev/null; then flock 9; fi
        "$@"
    ) 9>"$file"
}

# Whether something listens on that port of this machine.
port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# alive PID
alive() {
    [ -n "$1" ] && kill -0 "$1" 2>/dev/null
}

# ours PID TEXT: whether that process lives and has the text on its command line. A number alone proves nothing: it is used again.
ours() {
    local words
    alive "$1" || return 1
    # Read whole: in a pipe, a reader that has found its word and goes makes the writer, and with it the question, fail now and then.
    if [ -r "/proc/$1/cmdline" ]; then
        words=$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null) || return 1
    else
        words=$(ps -o args= -p "$1") || return 1
    fi
    [[ $words == *"$2"* ]]
}

# wait_until SECONDS COMMAND...: whether the command came true in time.
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.2
    done
}

# stop_process PID SECONDS: asks, waits, and only then insists.
stop_process() {
    alive "$1" || return 0
    kill -TERM "$1" 2>/dev/null || return 0
    local deadline=$((SECONDS + $2))
    while alive "$1"; do
        if [ "$SECONDS" -ge "$deadline" ]; then
            kill -KILL "$1" 2>/dev/null || true
            return 0
        fi
        sleep 0.2
    done
}

# url_answers URL: whether the address answers with success. Not every machine has curl; every machine has Bash.
url_answers() {
    local rest=${1#http://} host port path status
    host=${rest%%[:/]*}
    port=${rest#*:}
    port=${port%%/*}
    path=/${rest#*/}
    exec 3<>"/dev/tcp/$host/$port" || return 1
    printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$path" "$host" "$port" >&3
    read -r -t 20 _ status _ <&3 || status=none
    exec 3>&- 3<&-
    [ "$status" = 200 ]
}
