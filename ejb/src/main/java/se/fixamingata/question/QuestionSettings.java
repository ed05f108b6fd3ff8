package se.fixamingata.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a reporter is asked whether it is fixed, in days. */
@ApplicationScoped
public class QuestionSettings {

    private final int fixedAfter;
    private final int openAfter;
    private final int late;

    /** For the container's proxies. */
    protected QuestionSettings() {
        this(0, 0, 0);
    }

    /**
     * @param fixedAfter days after it was said to be fixed
     * @param openAfter days after it was delivered
     * @param late days that a question may be late, after which it is not asked any more: nobody who reported years ago is asked on the first day
     */
    @Inject
    public QuestionSettings(
            @ConfigProperty(name = "fmg.question.fixed.after.days") int fixedAfter,
            @ConfigProperty(name = "fmg.question.open.after.days") int openAfter,
            @ConfigProperty(name = "fmg.question.late.days") int late) {
        this.fixedAfter = fixedAfter;
        this.openAfter = openAfter;
        this.late = late;
    }

    Period after(QuestionCause cause) {
        return Period.ofDays(cause == QuestionCause.FIXED ? fixedAfter : openAfter);
    }

    Period late() {
        return Period.ofDays(late);
    }
}
