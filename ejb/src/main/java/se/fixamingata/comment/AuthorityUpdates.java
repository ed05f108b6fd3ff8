package se.fixamingata.comment;

import se.fixamingata.report.Report;
import se.fixamingata.update.ReportUpdate;

/** Another way than a letter in which residents' words reach the authority: its own system. */
public interface AuthorityUpdates {

    /**
     * Sees to it that they get there, in the transaction that publishes them.
     *
     * @return whether it does; if not, a letter is written
     */
    boolean take(ReportUpdate update, Report report);
}
