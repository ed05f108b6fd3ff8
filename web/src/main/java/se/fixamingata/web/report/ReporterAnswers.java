package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.extraquestion.AnswerWords;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.report.ReportView;
import se.fixamingata.web.security.CurrentLanguage;

/** What the reporter answered to the authority's questions: shown to nobody else on the public page. */
@Named("reporterAnswers")
@RequestScoped
public class ReporterAnswers {

    @Inject
    ReporterProof proof;

    @Inject
    ReportAnswers answers;

    @Inject
    ExtraQuestions questions;

    @Inject
    CurrentLanguage language;

    private List<GivenAnswer> read;

    /** Nothing for whoever is not the report's reporter. */
    public List<GivenAnswer> of(ReportView report) {
        if (read == null) {
            read = proof.of(report.id())
                    ? answers.of(report.id()).stream()
                            .map(answer -> inWords(report, answer))
                            .toList()
                    : List.of();
        }
        return read;
    }

    private GivenAnswer inWords(ReportView report, GivenAnswer answer) {
        return AnswerWords.in(
                language.get(), answer, questions.find(report.authorityCode(), report.categoryCode(), answer.code()));
    }
}
