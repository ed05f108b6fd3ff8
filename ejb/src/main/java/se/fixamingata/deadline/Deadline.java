package se.fixamingata.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What an authority has set for one category, or for all that have nothing of their own. */
@Entity
@Table(name = "deadline")
@NamedQuery(name = "Deadline.ofAuthority", query = "select d from Deadline d where d.authorityCode = :authority")
@NamedQuery(
        name = "Deadline.forCategory",
        query = "select d from Deadline d where d.authorityCode = :authority"
                + " and (d.categoryCode = :category or d.categoryCode is null)")
class Deadline {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner_number")
    @SequenceGenerator(name = "inner_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(name = "category_code", length = 40)
    private String categoryCode;

    @Column(name = "answer_days", nullable = false)
    private int answerDays;

    @Column(name = "solve_days", nullable = false)
    private int solveDays;

    @Version
    private int version;

    protected Deadline() {}

    /** @param categoryCode null for all that have nothing of their own */
    Deadline(String authorityCode, String categoryCode, DueDays days) {
        this.authorityCode = authorityCode;
        this.categoryCode = categoryCode;
        set(days);
    }

    final void set(DueDays days) {
        answerDays = days.answer();
        solveDays = days.solve();
    }

    /** Null for all that have nothing of their own. */
    String categoryCode() {
        return categoryCode;
    }

    DueDays days() {
        return new DueDays(answerDays, solveDays);
    }
}
