package se.fixamingata.incomingmail.waiting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** That an authority has been told on that day. */
@Entity
@Table(name = "waiting_digest")
@NamedQuery(name = "WaitingDigest.forget", query = "delete from WaitingDigest d where d.day < :day")
class WaitingDigest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "digest_number")
    @SequenceGenerator(name = "digest_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(name = "told_on", nullable = false)
    private LocalDate day;

    protected WaitingDigest() {}

    WaitingDigest(String authorityCode, LocalDate day) {
        this.authorityCode = authorityCode;
        this.day = day;
    }

    Long id() {
        return id;
    }

    String authorityCode() {
        return authorityCode;
    }
}
