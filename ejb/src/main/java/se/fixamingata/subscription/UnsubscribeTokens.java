package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.SecretToken;

/** One link for each subscription, the same in all its mails, which may be many: it says what it ends, signed, and needs no row. */
@ApplicationScoped
public class UnsubscribeTokens {

    private static final String KEY = "unsubscribe";

    @Inject
    ServerKeys keys;

    private volatile SignedNumbers signed;

    /** For the container. */
    public UnsubscribeTokens() {}

    /** For tests. */
    public UnsubscribeTokens(ServerKeys keys) {
        this.keys = keys;
    }

    /**
     * What a token ends.
     *
     * @param reportId of a report that is followed; 0 for an area; -1 and -2 for all that the address gets daily or weekly;
     *     -10 for being asked whether it is fixed; -11 for the letter of the month
     */
    record Ending(long reportId, long subscriptionId) {

        private static final long AREA = 0;
        private static final long QUESTIONS = -10;
        private static final long LETTERS = -11;

        static Ending ofArea(long subscriptionId) {
            return new Ending(AREA, subscriptionId);
        }

        /** @param one any of them */
        static Ending ofAll(Frequency frequency, long one) {
            return new Ending(-frequency.ordinal(), one);
        }

        /** @param reportId of whose reporter */
        static Ending ofQuestions(long reportId) {
            return new Ending(QUESTIONS, reportId);
        }

        /** @param accountId of the administrator who gets them */
        static Ending ofLetters(long accountId) {
            return new Ending(LETTERS, accountId);
        }

        /** Whether it ends the letters of the month; the second number is an account's then. */
        boolean isLetters() {
            return reportId == LETTERS;
        }

        /** Whether it ends being asked; the second number is a report's then. */
        boolean isQuestions() {
            return reportId == QUESTIONS;
        }

        boolean isReport() {
            return reportId > AREA;
        }

        /** Of which frequency it ends all; empty when it ends one. */
        Optional<Frequency> all() {
            return reportId < AREA && -reportId < Frequency.values().length
                    ? Optional.of(Frequency.values()[(int) -reportId])
                    : Optional.empty();
        }
    }

    SecretToken of(Ending ending) {
        return signed().of(ending.reportId(), ending.subscriptionId());
    }

    /** Empty when it is none of ours. */
    Optional<Ending> read(SecretToken token) {
        return signed().read(token).map(said -> new Ending(said.first(), said.second()));
    }

    private SignedNumbers signed() {
        if (signed == null) {
            signed = new SignedNumbers(keys, KEY);
        }
        return signed;
    }
}
