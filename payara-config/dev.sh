#!/usr/bin/env bash
# The short loop while demo.sh runs in another terminal: copies changed pages, styles, scripts and texts into it. A page shows after some
# seconds when the demonstration was started with FMG_FACES_PROJECT_STAGE=Development.
#   dev.sh            copies what changed, once
#   dev.sh --watch    goes on copying until Ctrl-C
#   dev.sh --deploy   builds and deploys anew (Java changed)
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/server.sh"

DEMO=$TARGET/demo
server_running "$DEMO/payara" || fail "The demonstration is not running: payara-config/demo.sh starts it."
WAR=$DEMO/payara/$DOMAIN/applications/fixamingata/web_war

copy_changed() {
    local source file
    for source in "$ROOT/web/src/main/webapp" "$ROOT/web/src/main/resources"; do
        local place=$WAR
        [ "${source##*/}" = webapp ] || place=$WAR/WEB-INF/classes
        (cd "$source" && find . -type f) | while read -r file; do
            if ! cmp -s "$source/$file" "$place/$file"; then
                mkdir -p "$(dirname "$place/$file")"
                cp "$source/$file" "$place/$file"
                say "copied ${file#./}"
            fi
        done
    done
}

case ${1:-} in
'') copy_changed ;;
--watch)
    say "Watching web/src/main; Ctrl-C ends it."
    while true; do
        copy_changed
        sleep 1
    done
    ;;
--deploy)
    FMG_ADMIN_PORT=$(tr '>' '\n' <"$DEMO/payara/$DOMAIN/config/domain.xml" | grep '<network-listener ' |
        grep 'name="admin-listener"' | sed -n 's/.* port="\([0-9]*\)".*/\1/p' | head -n 1)
    export FMG_ADMIN_PORT
    maven -q -f "$ROOT/pom.xml" package -DskipTests
    deploy_application "$DEMO/payara" "$ROOT/ear/target/fixamingata.ear"
    say "Deployed."
    ;;
*) fail "usage: dev.sh [--watch|--deploy]" ;;
esac
