package se.fixamingata.extraquestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;

/** A question as it is stored; what everybody else works with is {@link Question}. */
@Entity
@Table(name = "extra_question")
@NamedQuery(
        name = "ExtraQuestion.ofAuthority",
        query = "select q from ExtraQuestion q where q.authorityCode = :authority"
                + " order by q.categoryCode, q.sortOrder, q.id")
@NamedQuery(
        name = "ExtraQuestion.ofCategory",
        query = "select q from ExtraQuestion q where q.authorityCode = :authority"
                + " and q.categoryCode = :category order by q.sortOrder, q.id")
public class ExtraQuestion {

    static final int CODE_MAX = 120;
    static final int LABEL_MAX = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "extra_question_number")
    @SequenceGenerator(name = "extra_question_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(name = "category_code", nullable = false, length = 40)
    private String categoryCode;

    @Column(nullable = false, length = CODE_MAX)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private QuestionKind kind;

    @Column(nullable = false)
    private boolean required;

    @Column(name = "sort_order", nullable = false)
    private int sortOrder;

    @Column(name = "label_sv", nullable = false, length = LABEL_MAX)
    private String labelSv;

    @Column(name = "label_en", length = LABEL_MAX)
    private String labelEn;

    @Column(nullable = false)
    private boolean remote;

    protected ExtraQuestion() {}

    ExtraQuestion(String authorityCode, String categoryCode, Question question, int sortOrder) {
        this.authorityCode = authorityCode;
        this.categoryCode = categoryCode;
        this.code = question.code();
        rewrite(question, sortOrder);
    }

    /** Asks that from now on; the code stays. Its choices are rows of their own. */
    final void rewrite(Question question, int order) {
        kind = question.kind();
        required = question.required();
        sortOrder = order;
        labelSv = question.label().sv();
        labelEn = question.label().en();
        remote = question.remote();
    }

    Long id() {
        return id;
    }

    String categoryCode() {
        return categoryCode;
    }

    String code() {
        return code;
    }

    boolean isRemote() {
        return remote;
    }

    int sortOrder() {
        return sortOrder;
    }

    /** @param choices in their order */
    Question question(List<Choice> choices) {
        return new Question(code, kind, required, new Wording(labelSv, labelEn), choices, remote);
    }
}
