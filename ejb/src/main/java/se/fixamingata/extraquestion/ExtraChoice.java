package se.fixamingata.extraquestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A choice as it is stored. */
@Entity
@Table(name = "extra_choice")
@IdClass(ExtraChoice.Key.class)
@NamedQuery(
        name = "ExtraChoice.ofAuthority",
        query = "select c from ExtraChoice c where c.questionId in"
                + " (select q.id from ExtraQuestion q where q.authorityCode = :authority)"
                + " order by c.questionId, c.sortOrder")
@NamedQuery(
        name = "ExtraChoice.ofCategory",
        query = "select c from ExtraChoice c where c.questionId in"
                + " (select q.id from ExtraQuestion q where q.authorityCode = :authority and q.categoryCode = :category)"
                + " order by c.questionId, c.sortOrder")
@NamedQuery(name = "ExtraChoice.deleteAll", query = "delete from ExtraChoice c where c.questionId in :questions")
public class ExtraChoice {

    static final int CODE_MAX = 120;
    static final int NAME_MAX = 200;
    static final int STOP_MAX = 2000;

    @Id
    @Column(name = "question_id")
    private Long questionId;

    @Id
    @Column(length = CODE_MAX)
    private String code;

    @Column(name = "sort_order", nullable = false)
    private int sortOrder;

    @Column(name = "label_sv", nullable = false, length = NAME_MAX)
    private String labelSv;

    @Column(name = "label_en", length = NAME_MAX)
    private String labelEn;

    @Column(name = "stop_sv", length = STOP_MAX)
    private String stopSv;

    @Column(name = "stop_en", length = STOP_MAX)
    private String stopEn;

    protected ExtraChoice() {}

    ExtraChoice(long questionId, Choice choice, int sortOrder) {
        this.questionId = questionId;
        this.code = choice.code();
        this.sortOrder = sortOrder;
        this.labelSv = choice.name().sv();
        this.labelEn = choice.name().en();
        this.stopSv = choice.isStop() ? choice.stop().sv() : null;
        this.stopEn = choice.isStop() ? choice.stop().en() : null;
    }

    long questionId() {
        return questionId;
    }

    Choice choice() {
        return new Choice(code, new Wording(labelSv, labelEn), stopSv == null ? null : new Wording(stopSv, stopEn));
    }

    /** What tells one from another. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long questionId;
        private String code;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(questionId, key.questionId)
                    && Objects.equals(code, key.code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(questionId, code);
        }
    }
}
