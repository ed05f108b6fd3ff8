package se.fixamingata.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.web.extraquestion.AskedQuestion;
import se.fixamingata.web.extraquestion.Asking;
import se.fixamingata.web.security.CurrentLanguage;

/** What the caller is to be asked about the chosen category. */
@Named
@RequestScoped
public class CallQuestions {

    @Inject
    CallPage page;

    @Inject
    Asking asking;

    @Inject
    CurrentLanguage language;

    private List<AskedQuestion> list;

    /** Who asks; null while no category is chosen. */
    public String getAuthority() {
        return asking.authority(page.getAuthority(), page.getForm().category());
    }

    public List<AskedQuestion> getList() {
        if (list == null) {
            list = asking.ask(
                    getAuthority(), page.getForm().category(), page.getForm().answers(), language.get(), page::problem);
        }
        return list;
    }

    /** That there is something to ask first; empty when there is not. */
    public String getProblem() {
        return page.problem(AnswerRules.ALL);
    }
}
