package se.fixamingata.extraquestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** An answer as it is stored with its report. */
@Entity
@Table(name = "report_answer")
@IdClass(ReportAnswer.Key.class)
@NamedQuery(
        name = "ReportAnswer.of",
        query = "select a from ReportAnswer a where a.reportId in :reports order by a.reportId, a.sortOrder")
public class ReportAnswer {

    @Id
    @Column(name = "report_id")
    private Long reportId;

    @Id
    @Column(name = "question_code", length = ExtraQuestion.CODE_MAX)
    private String questionCode;

    @Column(name = "sort_order", nullable = false)
    private int sortOrder;

    @Column(nullable = false, length = ExtraQuestion.LABEL_MAX)
    private String question;

    @Column(nullable = false, length = TypedAnswers.KEPT)
    private String value;

    @Column(nullable = false, length = TypedAnswers.KEPT)
    private String shown;

    protected ReportAnswer() {}

    ReportAnswer(long reportId, GivenAnswer answer, int sortOrder) {
        this.reportId = reportId;
        this.questionCode = answer.code();
        this.sortOrder = sortOrder;
        this.question = answer.question();
        this.value = answer.value();
        this.shown = answer.shown();
    }

    long reportId() {
        return reportId;
    }

    GivenAnswer answer() {
        return new GivenAnswer(questionCode, question, value, shown);
    }

    /** What tells one from another. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long reportId;
        private String questionCode;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(reportId, key.reportId)
                    && Objects.equals(questionCode, key.questionCode);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reportId, questionCode);
        }
    }
}
