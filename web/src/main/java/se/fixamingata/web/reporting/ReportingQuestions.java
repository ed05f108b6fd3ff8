package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.web.extraquestion.AskedQuestion;
import se.fixamingata.web.extraquestion.Asking;
import se.fixamingata.web.security.CurrentLanguage;

/** What the authority of the chosen place asks about the chosen category. */
@Named
@RequestScoped
public class ReportingQuestions {

    @Inject
    ReportingBacking reporting;

    @Inject
    Asking asking;

    @Inject
    CurrentLanguage language;

    private List<AskedQuestion> list;

    /** Who asks; null while place or category are not chosen. */
    public String getAuthority() {
        return reporting.getPlace() == null
                ? null
                : asking.authority(
                        reporting.getPlace().counterpart().code(),
                        reporting.getFields().categoryCode());
    }

    public List<AskedQuestion> getList() {
        if (list == null) {
            list = asking.ask(
                    getAuthority(),
                    reporting.getFields().categoryCode(),
                    reporting.getAnswers(),
                    language.get(),
                    reporting::problem);
        }
        return list;
    }

    /** That there is something to answer first; empty when there is not. */
    public String getProblem() {
        return reporting.problem(AnswerRules.ALL);
    }
}
