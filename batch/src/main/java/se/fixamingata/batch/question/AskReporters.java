package se.fixamingata.batch.question;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.question.QuestionCause;
import se.fixamingata.question.QuestionPlanning;

/** Plans the mails in portions, for each cause; begun anew it finds those who were not asked yet. */
@Named
@Dependent
public class AskReporters extends AbstractBatchlet {

    @Inject
    QuestionPlanning planning;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobProgress progress;

    private volatile boolean stopped;

    @Override
    public String process() {
        int asked = 0;
        for (QuestionCause cause : QuestionCause.values()) {
            int portion = QuestionPlanning.PORTION;
            while (portion == QuestionPlanning.PORTION && !stopped) {
                portion = planning.plan(cause, asked);
                asked += portion;
                progress.done(job.getExecutionId(), step.getStepName(), 0, asked, asked);
            }
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
