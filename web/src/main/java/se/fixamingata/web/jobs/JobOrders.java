package se.fixamingata.web.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.jobs.desk.JobAnswer;
import se.fixamingata.jobs.desk.JobOffice;
import se.fixamingata.jobs.timetable.CronTime;

/** The forms of the jobs' page: run now, with a day where the job counts until one; restart; stop. */
@Named("jobOrders")
@RequestScoped
public class JobOrders {

    @Inject
    HttpServletRequest request;

    @Inject
    JobOffice office;

    @Inject
    Clock clock;

    private String wrongJob = "";

    /** @return what became of it; null when nobody knows what was wanted */
    JobAnswer receive(Caller caller) {
        return switch (typed("action")) {
            case "start" -> start(caller);
            case "restart" -> office.restart(caller, number());
            case "stop" -> office.stop(caller, number());
            default -> null;
        };
    }

    private JobAnswer start(Caller caller) {
        JobAnswer answer = startOn(caller, typed("job"), typed("dag"));
        wrongJob = answer == JobAnswer.BAD_DAY ? typed("job") : "";
        return answer;
    }

    private JobAnswer startOn(Caller caller, String job, String day) {
        try {
            return office.start(caller, job, day.isEmpty() ? null : LocalDate.parse(day));
        } catch (DateTimeException noDay) {
            return JobAnswer.BAD_DAY;
        }
    }

    private long number() {
        String typed = typed("id");
        if (!typed.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        return Long.parseLong(typed);
    }

    private String typed(String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "").strip();
    }

    /** Whether the day that was typed for that job is none. */
    public boolean isWrong(String job) {
        return wrongJob.equals(job);
    }

    /** Whether a day that was typed is none. */
    public boolean isAnyWrong() {
        return !wrongJob.isEmpty();
    }

    /** The job whose day is wrong; empty for none. */
    public String getWrongJob() {
        return wrongJob;
    }

    /** The day in that job's form: what was typed, or today. */
    public String day(String job) {
        return isWrong(job) ? typed("dag") : getToday();
    }

    public String getToday() {
        return clock.instant().atZone(CronTime.ZONE).toLocalDate().toString();
    }
}
