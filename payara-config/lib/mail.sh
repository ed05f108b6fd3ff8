# The demonstration's mail server. Sourced after equipment.sh.

# start_mail DIRECTORY PORT IMAP-PORT: keeps what it is sent as files in DIRECTORY, replies in a mailbox as well.
start_mail() {
    local directory=$1 port=$2 imap=$3
    provide_mail
    mkdir -p "$directory"
    (
        exec 9>&-
        set -m
        nohup java -Xmx128m -cp "$MAIL_LIBRARIES/*" "$CONFIG/mail/MailKeeper.java" "$port" "$directory" "$imap" \
            </dev/null >"$directory/../mail.log" 2>&1 &
        echo $! >"$directory/../mail.pid"
    )
    if ! wait_until 90 port_taken "$port" || ! mail_running "$directory"; then
        tail -n 10 "$directory/../mail.log" >&2
        fail "The mail server did not start on port $port."
    fi
}

mail_running() { ours "$(cat "$1/../mail.pid" 2>/dev/null)" MailKeeper.java; }

stop_mail() {
    if mail_running "$1"; then stop_process "$(cat "$1/../mail.pid")" 10; fi
    rm -f "$1/../mail.pid"
}
