package se.fixamingata.web.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.jobs.desk.JobAnswer;
import se.fixamingata.jobs.desk.JobDesk;
import se.fixamingata.jobs.desk.JobLine;
import se.fixamingata.jobs.desk.RunLine;
import se.fixamingata.jobs.desk.RunPage;
import se.fixamingata.jobs.desk.RunView;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /drift/jobb}, and one run at {@code /drift/jobb/{id}}. Stateless. */
@Named("jobsPage")
@RequestScoped
public class JobsPage {

    private static final String PATH = "/drift/jobb";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    JobDesk desk;

    @Inject
    JobOrders orders;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private List<JobLine> jobs = List.of();
    private RunPage history;
    private RunView run;

    /** Before rendering. */
    public void open() {
        if (request.getMethod().equals("POST")) {
            JobAnswer answer = orders.receive(callers.get());
            if (answer == null) {
                Faces.setResponseStatus(400);
            } else if (answer == JobAnswer.BAD_DAY) {
                Faces.setResponseStatus(422);
            } else {
                Faces.redirect(PATH + "?svar=" + answer.code());
                return;
            }
        }
        if (step != null) {
            long id = step.matches("[1-9]\\d{0,17}") ? Long.parseLong(step) : 0;
            run = desk.run(callers.get(), id).orElseThrow(NotPermitted::new);
            return;
        }
        jobs = desk.jobs(callers.get());
        history = desk.history(callers.get(), getJob(), getPage() - 1);
    }

    private String typed(String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "").strip();
    }

    public List<JobLine> getJobs() {
        return jobs;
    }

    public List<RunLine> getHistory() {
        return history.runs();
    }

    /** Null for the list. */
    public RunView getRun() {
        return run;
    }

    /** Whether anything runs, so that the page asks again. */
    public boolean isRunning() {
        return run == null
                ? jobs.stream().anyMatch(JobLine::isRunning)
                : run.run().isRunning();
    }

    /** What the request before has come to; null for nothing. */
    public JobAnswer getAnswer() {
        return Arrays.stream(JobAnswer.values())
                .filter(answer -> answer.code().equals(typed("svar")))
                .findFirst()
                .orElse(null);
    }

    /** The job whose history is wanted; empty for all. */
    public String getJob() {
        String job = typed("jobb");
        return job.matches("[a-z0-9-]{1,60}") ? job : "";
    }

    public int getPage() {
        return Optional.of(typed("sida"))
                .filter(page -> page.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(page -> page <= JobDesk.PAGES)
                .orElse(1);
    }

    /** Null on the first page. */
    public String getPrevious() {
        return getPage() == 1 ? null : path(getPage() - 1);
    }

    /** Null on the last page. */
    public String getNext() {
        return history.more() && getPage() < JobDesk.PAGES ? path(getPage() + 1) : null;
    }

    private String path(int page) {
        String job = getJob().isEmpty() ? "" : "&jobb=" + getJob();
        return PATH + "?sida=" + page + job + "#historik";
    }
}
