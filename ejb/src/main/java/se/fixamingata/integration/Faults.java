package se.fixamingata.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import se.fixamingata.shared.SqlTime;

/**
 * What went wrong with the authorities' systems, with the raw answer, for whoever has to find out why. Addresses, phone numbers and
 * keys are cut out before anything is kept.
 */
@ApplicationScoped
public class Faults {

    private static final int SUBJECT_MAX = 120;
    private static final int REQUEST_MAX = 2000;

    /** Characters of an answer that are kept: enough to see what kind of thing it is. */
    static final int ANSWER_MAX = 20_000;

    /** A system that is away for days must not fill the desk with one and the same line. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private static final String NOTED =
            """
            select 1 from integration_fault
             where authority_code = ?1 and handled_at is null and occurred_at > ?2 and action = ?3 and reason = ?4
               and subject <=> ?5
             limit 1""";

    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d \\-()]{6,}\\d");
    private static final Pattern KEY = Pattern.compile("(?i)(api_key[\"'=:> ]+)[^&<\"'\\s]+");
    private static final Pattern NAME =
            Pattern.compile("(?i)((?:first_name|last_name|contact_name|phone)[\"'=:> ]+)[^&<\"]+");

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public Faults() {}

    /** For tests. */
    public Faults(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Notes one, unless the same about the same thing has been noted within the hour and nobody has seen to it. Needs a transaction.
     *
     * @param reason the end of a message key, {@code integration.fault.<reason>}
     * @param subject what it was about, {@code report:17} for example; null for nothing in particular
     * @param request method and address, without keys; null for none
     * @param answer as it came; null for none
     */
    public void note(
            String authorityCode, FaultAction action, String reason, String subject, String request, String answer) {
        String about = cut(subject, SUBJECT_MAX);
        if (isNoted(authorityCode, action, reason, about)) {
            return;
        }
        em.persist(new Fault(
                authorityCode,
                action,
                reason,
                about,
                cut(clean(request), REQUEST_MAX),
                clean(cut(answer, ANSWER_MAX)),
                clock.instant()));
    }

    private boolean isNoted(String authorityCode, FaultAction action, String reason, String subject) {
        return !em.createNativeQuery(NOTED)
                .setParameter(1, authorityCode)
                .setParameter(2, SqlTime.text(clock.instant().minus(AGAIN)))
                .setParameter(3, action.name())
                .setParameter(4, reason)
                .setParameter(5, subject)
                .getResultList()
                .isEmpty();
    }

    /** Without what tells of a person or opens a door. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String cleaned = KEY.matcher(text).replaceAll("$1…");
        cleaned = NAME.matcher(cleaned).replaceAll("$1…");
        cleaned = ADDRESS.matcher(cleaned).replaceAll("…@…");
        return NUMBER.matcher(cleaned).replaceAll(number -> isCoordinateOrTime(number.group()) ? number.group() : "…");
    }

    /** Days, moments and numbers of requests look like phone numbers only from afar. */
    private static boolean isCoordinateOrTime(String number) {
        return number.matches("\\d{4}-\\d{2}-\\d{2}.*") || number.matches("[1-9]\\d*");
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
