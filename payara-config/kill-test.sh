#!/usr/bin/env bash
# Kills the server again and again while it delivers reports by letter, to an Open311 server and to one that fetches, and counts that each
# arrived and none twice. An hour or so; continuous integration does the same with 2 kills and 60 deliveries.
#   kill-test.sh [--kills 100] [--deliveries 1000]
# The application must have been built (mvn package); the ports are those of the tests, and the environment is stopped at the end.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

KILLS=100
DELIVERIES=1000
while [ $# -gt 0 ]; do
    case $1 in
    --kills) KILLS=${2:?} ;;
    --deliveries) DELIVERIES=${2:?} ;;
    *) fail "usage: kill-test.sh [--kills 100] [--deliveries 1000]" ;;
    esac
    shift 2
done

# port VARIABLE PROPERTY: the test's own number is the environment's.
port() { printf -- '-D%s=%s' "$2" "${!1:-$(pom_property "$2")}"; }

bash "$CONFIG/test-environment.sh" start-server
trap 'bash "$CONFIG/test-environment.sh" stop-server' EXIT
maven -f "$ROOT/pom.xml" package failsafe:integration-test failsafe:verify -DskipTests=false -Dtest=NoSuchTest \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dit.test=KillsIT \
    "-Dfmg.kill.times=$KILLS" "-Dfmg.kill.deliveries=$DELIVERIES" \
    "$(port FMG_DB_PORT fmg.test.db.port)" "$(port FMG_HTTP_PORT fmg.test.http.port)" "$(port FMG_ADMIN_PORT fmg.test.admin.port)" \
    "$(port FMG_METRICS_PORT fmg.test.metrics.port)" "$(port FMG_SMTP_PORT fmg.test.smtp.port)" \
    "$(port FMG_NOMINATIM_PORT fmg.test.nominatim.port)"
