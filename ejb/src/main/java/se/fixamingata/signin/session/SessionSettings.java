package se.fixamingata.signin.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long things last that have to do with signing in. */
@ApplicationScoped
public class SessionSettings {

    private final Duration idle;
    private final Duration longest;
    private final Duration remembered;
    private final Duration lock;
    private final int failures;

    /** For the container's proxy. */
    protected SessionSettings() {
        this(null, null, null, null, 0);
    }

    /**
     * @param idle a session ends when it was not used for so long
     * @param longest a session ends after so long, used or not
     * @param remembered a browser is remembered for so long after signing in
     * @param lock an account is locked for so long
     * @param failures after so many failures
     */
    @Inject
    public SessionSettings(
            @ConfigProperty(name = "fmg.session.idle") Duration idle,
            @ConfigProperty(name = "fmg.session.longest") Duration longest,
            @ConfigProperty(name = "fmg.session.remembered") Duration remembered,
            @ConfigProperty(name = "fmg.signin.lock") Duration lock,
            @ConfigProperty(name = "fmg.signin.failures") int failures) {
        this.idle = idle;
        this.longest = longest;
        this.remembered = remembered;
        this.lock = lock;
        this.failures = failures;
    }

    public Duration idle() {
        return idle;
    }

    public Duration longest() {
        return longest;
    }

    public Duration remembered() {
        return remembered;
    }

    public Duration lock() {
        return lock;
    }

    public int failures() {
        return failures;
    }
}
