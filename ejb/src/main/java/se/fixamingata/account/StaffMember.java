package se.fixamingata.account;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Somebody's place at an authority, as a row. */
@Entity
@Table(name = "membership")
@NamedQuery(
        name = "StaffMember.ofAccount",
        query = "select m from StaffMember m where m.accountId = :account order by m.authorityCode")
@NamedQuery(
        name = "StaffMember.ofAuthority",
        query = "select m from StaffMember m where m.authorityCode = :authority order by m.id")
@NamedQuery(
        name = "StaffMember.withAccount",
        query = "select m, a from StaffMember m, Account a where a.id = m.accountId and m.authorityCode = :authority"
                + " order by a.name, a.email")
@NamedQuery(
        name = "StaffMember.at",
        query =
                "select m, a from StaffMember m, Account a where a.id = m.accountId and m.authorityCode = :authority and a.id = :account")
@NamedQuery(
        name = "StaffMember.others",
        query =
                "select count(m) from StaffMember m where m.authorityCode = :authority and m.role = :role and m.accountId <> :account")
public class StaffMember {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "membership_number")
    @SequenceGenerator(name = "membership_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "account_id", nullable = false)
    private long accountId;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(nullable = false, length = 1000)
    private String categories;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected StaffMember() {}

    public StaffMember(long accountId, String authorityCode, Role role, Set<String> categories, Instant now) {
        this.accountId = accountId;
        this.authorityCode = authorityCode;
        this.createdAt = now;
        become(role, categories);
    }

    /** @param only codes; empty for all categories */
    public final void become(Role newRole, Set<String> only) {
        role = newRole;
        categories = String.join(",", new TreeSet<>(only));
    }

    public Membership membership() {
        return new Membership(authorityCode, role, codes(categories));
    }

    /** The codes in a list separated by commas. */
    public static Set<String> codes(String list) {
        return Arrays.stream(list.split(",")).filter(code -> !code.isBlank()).collect(Collectors.toSet());
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
