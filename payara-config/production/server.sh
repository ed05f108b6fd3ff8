#!/usr/bin/env bash
# Production on one machine, with a MariaDB (10.6 or newer) and a mail server that are already there.
#
#   server.sh prepare           fetches Payara and the driver, makes the domain
#   server.sh run               runs Payara in the foreground; for the service manager (fixamingata.service)
#   server.sh deploy [EAR]      deploys the application to the running server
#
# Settings come from the environment, see settings.example. The domain lives in FMG_HOME (default: target/production of this checkout).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
. "$CONFIG/lib/equipment.sh"
. "$CONFIG/lib/server.sh"

HOME_DIRECTORY=${FMG_HOME:-$TARGET/production}

require_settings() {
    local name
    for name in FMG_PUBLIC_URL FMG_DB_URL FMG_BATCH_DB_URL FMG_DB_USER FMG_DB_PASSWORD FMG_SMTP_HOST FMG_MAIL_FROM FMG_CONTACT_EMAIL; do
        [ -n "${!name:-}" ] || fail "$name is not set; payara-config/production/settings.example says what it means."
    done
}

case ${1:-} in
prepare)
    make_domain "$HOME_DIRECTORY"
    say "The domain is in $HOME_DIRECTORY."
    ;;
run)
    require_settings
    make_domain "$HOME_DIRECTORY"
    exec "$PAYARA_HOME/glassfish/bin/asadmin" --interactive=false start-domain --verbose --domaindir "$HOME_DIRECTORY" "$DOMAIN"
    ;;
deploy)
    wait_until 180 port_taken "${FMG_ADMIN_PORT:-4848}" || fail "Payara is not running."
    deploy_application "$HOME_DIRECTORY" "${2:-$ROOT/ear/target/fixamingata.ear}"
    wait_for_application "${FMG_HTTP_PORT:-8080}" 240 || fail "The application did not become ready."
    say "Deployed and ready."
    ;;
*) fail "usage: server.sh prepare|run|deploy [EAR]" ;;
esac
