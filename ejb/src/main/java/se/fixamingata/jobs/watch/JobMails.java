package se.fixamingata.jobs.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.jobs.JobRun;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;

/** What the operator is written when a job hangs or has failed. */
@ApplicationScoped
public class JobMails implements MailContent {

    private static final String REASON =
            "select reason from job_note where run_id = ?1 and kind = 'FAILED' order by id limit 1";

    @Inject
    EntityManager em;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public JobMails() {}

    /** For tests. */
    JobMails(EntityManager em, ServiceSettings service) {
        this.em = em;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.JOB_TROUBLE);
    }

    /** What moves again, or has ended well after all, is no news any more. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return Optional.ofNullable(em.find(JobRun.class, notification.subjectId()))
                .filter(run -> hangs(run) || failed(run))
                .map(run -> MailTask.of(notification, values(run, notification), Optional.empty()));
    }

    private static boolean hangs(JobRun run) {
        return run.isRunning() && run.hangingSince() != null;
    }

    private static boolean failed(JobRun run) {
        return run.status() == RunStatus.FAILED || run.status() == RunStatus.LOST;
    }

    private Map<String, Object> values(JobRun run, Notification notification) {
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        values.put("link", service.link("/drift/jobb/" + run.id()));
        values.put("job", run.job());
        values.put("hangs", hangs(run));
        values.put("failed", run.status() == RunStatus.FAILED);
        values.put("lost", run.status() == RunStatus.LOST);
        values.put("started", ReportFacts.moment(run.startedAt(), notification.language()));
        values.put("since", hangs(run) ? ReportFacts.moment(run.hangingSince(), notification.language()) : "");
        values.put("reason", reason(run));
        return values;
    }

    private String reason(JobRun run) {
        List<?> noted = em.createNativeQuery(REASON).setParameter(1, run.id()).getResultList();
        return noted.isEmpty() ? Objects.requireNonNullElse(run.reason(), "") : (String) noted.get(0);
    }
}
