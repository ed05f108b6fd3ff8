#!/usr/bin/env bash
# Invites an operator when there is none yet who could: writes the invitation into the database and prints its link.
#   create-operator.sh MAIL
# Works on the demonstration's database (demo.sh must be running), or on the one in FMG_DB_URL, FMG_DB_USER and FMG_DB_PASSWORD:
#   set -a; . /etc/fixamingata/settings; set +a; payara-config/create-operator.sh operator@example.org
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

mail=${1:-}
[ $# -eq 1 ] && [ "$mail" != --help ] && [ "$mail" != -h ] || fail "usage: create-operator.sh MAIL"
# The same plain form as the application takes; nothing in it that SQL would know.
[[ $mail =~ ^[A-Za-z0-9._+-]{1,64}@([a-z0-9-]+\.)+[a-z]{2,}$ ]] && [ ${#mail} -le 254 ] || fail "not an e-mail address: $mail"

# --- Which database --------------------------------------------------------------------------------------------------------------

client=$(command -v mariadb || command -v mysql || true)
if [ -z "${FMG_DB_URL:-}" ]; then
    . "$CONFIG/lib/equipment.sh"
    . "$CONFIG/lib/database.sh"
    demo=$TARGET/demo
    database_running "$demo/database" || fail "FMG_DB_URL is not set, and the demonstration (payara-config/demo.sh) is not running."
    port=$(tr '\0' '\n' <"/proc/$(cat "$demo/database/started.pid")/cmdline" | sed -n 's/^--port=//p')
    FMG_DB_URL=jdbc:mariadb://127.0.0.1:$port/fixamingata
    FMG_DB_USER=fixamingata
    FMG_DB_PASSWORD=$(cat "$demo/database/password")
    FMG_PUBLIC_URL=${FMG_PUBLIC_URL:-$(tr '\0' '\n' <"/proc/$(cat "$demo/demo.pid")/environ" 2>/dev/null | sed -n 's/^FMG_PUBLIC_URL=//p')}
    FMG_PUBLIC_URL=${FMG_PUBLIC_URL:-http://localhost:$((port - 1))}
    client=$MARIADB_HOME/bin/mariadb
fi
[ -n "$client" ] || fail "the MariaDB client is missing (Debian: apt-get install mariadb-client)."
[[ $FMG_DB_URL =~ ^jdbc:(mariadb|mysql)://([^/:?]+)(:([0-9]+))?/([A-Za-z0-9_]+) ]] || fail "cannot read FMG_DB_URL"
host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]:-3306} schema=${BASH_REMATCH[5]}

# Name and password by a file: not on the command line, where everybody on the machine could read them.
run_sql() {
    "$client" --defaults-extra-file=<(printf '[client]\nuser="%s"\npassword="%s"\n' "${FMG_DB_USER:-fixamingata}" "${FMG_DB_PASSWORD:-}") \
        --default-character-set=utf8mb4 --protocol=tcp -h "$host" -P "$port" --batch --skip-column-names "$schema"
}

# --- The invitation --------------------------------------------------------------------------------------------------------------

# As the application's own tokens: 256 random bits, base64url without padding; the database keeps the SHA-256 alone.
token=$(head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '=')
hash=$(printf '%s' "$token" | sha256sum | cut -d ' ' -f 1)

known=$(run_sql <<SQL
select count(*) from account where email = '$mail' and operator;
SQL
) || fail "the database did not answer, or the application has never been started on it."
[ "$known" = 0 ] || fail "$mail is an operator already."

run_sql <<SQL || fail "the invitation could not be written."
start transaction;
set @id = next value for inner_number;
update invitation set withdrawn_at = utc_timestamp(6)
    where email = '$mail' and authority_code is null and accepted_at is null and withdrawn_at is null;
insert into invitation (id, email, authority_code, role, categories, language, invited_by, created_at, expires_at)
    values (@id, '$mail', null, null, '', 'sv', null, utc_timestamp(6), utc_timestamp(6) + interval 14 day);
insert into secret_link (token_hash, purpose, report_id, subject_id, created_at, expires_at)
    values (unhex('$hash'), 'INVITATION', null, @id, utc_timestamp(6), utc_timestamp(6) + interval 14 day);
insert into audit_entry (id, at, actor, action, subject)
    values (next value for inner_number, utc_timestamp(6), 'create-operator.sh', 'invitation.sent', concat('invitation:', @id));
commit;
SQL

say "The invitation for $mail; good for 14 days, once:"
say "${FMG_PUBLIC_URL:-http://localhost:8080}/inbjudan/$token"
