package se.fixamingata.web.log;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.fixamingata.audit.AuditFilter;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.desk.CurrentDesk;

/** Which lines an address asks for. Who may have them is decided by {@link se.fixamingata.staff.AuditDesk}. */
@RequestScoped
class LogRequest {

    static final String DESK_PATH = "/handlaggning/logg";
    static final String ALL_PATH = "/drift/logg";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What no authority is called. */
    private static final String NOBODY = "-";

    @Inject
    CurrentDesk desk;

    @Inject
    Authorities authorities;

    @Inject
    Clock clock;

    /**
     * @param path of the page
     * @param desk what addresses say of it, {@code a=forshaga}; empty for the log of all
     * @param unknown whether an authority was named that there is not
     */
    record Asked(String path, String desk, LogAddress address, AuditFilter filter, boolean unknown) {}

    Asked ofDesk(HttpServletRequest request) {
        LogAddress address = LogAddress.read(request, today());
        return new Asked(
                DESK_PATH, desk.getQuery(), address, address.filter(desk.get().code()), false);
    }

    Asked ofAll(HttpServletRequest request) {
        LogAddress address = LogAddress.read(request, today());
        if (address.authority().isEmpty()) {
            return new Asked(ALL_PATH, "", address, address.filter(null), false);
        }
        Optional<String> code = authorities.named(address.authority()).map(Authority::code);
        return new Asked(ALL_PATH, "", address, address.filter(code.orElse(NOBODY)), code.isEmpty());
    }

    private LocalDate today() {
        return clock.instant().atZone(SWEDEN).toLocalDate();
    }
}
