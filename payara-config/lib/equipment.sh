# The server, the database and the driver: fetched through Maven, unpacked once under target/server. Sourced after common.sh.

EQUIPMENT=$TARGET/server
PAYARA_VERSION=$(pom_property payara.version)
MARIADB_VERSION=$(pom_property mariadb.version)
DRIVER_VERSION=$(pom_property mariadb.driver.version)

# The version is in the directory's name: a new one in the pom is a new directory, and nothing old is used by mistake.
PAYARA_HOME=$EQUIPMENT/payara-$PAYARA_VERSION
MARIADB_HOME=$EQUIPMENT/mariadb-$MARIADB_VERSION
DRIVER_JAR=$EQUIPMENT/driver/mariadb-java-client-$DRIVER_VERSION.jar
MAIL_LIBRARIES=$EQUIPMENT/mail-$(pom_property subethasmtp.version)-$(pom_property greenmail.version)

have_database() { [ -x "$MARIADB_HOME/bin/mariadbd" ]; }
have_payara() { [ -x "$PAYARA_HOME/glassfish/bin/asadmin" ] && [ -f "$DRIVER_JAR" ]; }
have_mail() { [ -d "$MAIL_LIBRARIES" ]; }

# Unpacks beside its place and moves it there in one step: what is there is whole, whenever we were interrupted.
unpack_equipment() {
    local goal=$1 work
    shift
    mkdir -p "$EQUIPMENT"
    work=$(mktemp -d "$EQUIPMENT/.unpack.XXXXXX")
    local log=$EQUIPMENT/maven-$goal.log
    if ! maven -N -f "$ROOT/pom.xml" -Pequipment "-Dfmg.equipment.unpack=$work" "$@" >"$log" 2>&1; then
        rm -rf "$work"
        tail -n 15 "$log" >&2
        fail "Maven could not fetch what the $goal needs; the whole log is in $log."
    fi
    "place_$goal" "$work"
    rm -rf "$work"
}

place_database() {
    local unpacked
    unpacked=$(find "$1/ch" -type d -name linux -prune | head -n 1)
    chmod +x "$unpacked"/bin/* "$unpacked"/scripts/*
    rm -rf "$MARIADB_HOME"
    mv "$unpacked" "$MARIADB_HOME"
}

place_payara() {
    mkdir -p "$EQUIPMENT/driver"
    mv -f "$1/driver/$(basename "$DRIVER_JAR")" "$DRIVER_JAR"
    chmod +x "$1"/payara6/bin/* "$1"/payara6/glassfish/bin/*
    rm -rf "$PAYARA_HOME"
    mv "$1/payara6" "$PAYARA_HOME"
}

place_mail() {
    rm -rf "$MAIL_LIBRARIES"
    mv "$1/mail" "$MAIL_LIBRARIES"
}

fetch_database() {
    have_database || unpack_equipment database dependency:unpack@database
}

fetch_payara() {
    have_payara || unpack_equipment payara dependency:unpack@payara dependency:copy@driver
}

fetch_mail() {
    have_mail || unpack_equipment mail dependency:copy@mail
}

provide_database() { with_lock "$EQUIPMENT/.database.lock" fetch_database; }
provide_payara() { with_lock "$EQUIPMENT/.payara.lock" fetch_payara; }
provide_mail() { with_lock "$EQUIPMENT/.mail.lock" fetch_mail; }
