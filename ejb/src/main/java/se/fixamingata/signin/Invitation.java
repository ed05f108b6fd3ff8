package se.fixamingata.signin;

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
import java.util.Set;
import java.util.TreeSet;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.shared.Language;

/** Somebody may work for an authority, or as an operator, if they want to. */
@Entity
@Table(name = "invitation")
@NamedQuery(
        name = "Invitation.ofAuthority",
        query = "select i from Invitation i where i.authorityCode = :authority order by i.createdAt desc, i.id desc")
@NamedQuery(
        name = "Invitation.ofOperators",
        query = "select i from Invitation i where i.authorityCode is null order by i.createdAt desc, i.id desc")
@NamedQuery(
        name = "Invitation.waiting",
        query = "select i from Invitation i where i.email = :email and i.acceptedAt is null and i.withdrawnAt is null")
@NamedQuery(
        name = "Invitation.withdrawAll",
        query = "update Invitation i set i.withdrawnAt = :now where i.email = :email and i.authorityCode = :authority"
                + " and i.acceptedAt is null and i.withdrawnAt is null")
public class Invitation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invitation_number")
    @SequenceGenerator(name = "invitation_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(nullable = false, length = 1000)
    private String categories;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(name = "invited_by")
    private Long invitedBy;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected Invitation() {}

    /**
     * @param authorityCode null for an operator, like the role
     * @param only codes of categories; empty for all
     */
    Invitation(
            String email,
            String authorityCode,
            Role role,
            Set<String> only,
            Language language,
            Long invitedBy,
            Instant now,
            Instant expiresAt) {
        this.email = email;
        this.authorityCode = authorityCode;
        this.role = role;
        this.categories = String.join(",", new TreeSet<>(only));
        this.language = language.code();
        this.invitedBy = invitedBy;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    void accept(Instant now) {
        acceptedAt = now;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    public InvitationState state(Instant now) {
        if (acceptedAt != null) {
            return InvitationState.USED;
        }
        if (withdrawnAt != null) {
            return InvitationState.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? InvitationState.WAITING : InvitationState.EXPIRED;
    }

    public Long id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** Null for an operator. */
    public String authorityCode() {
        return authorityCode;
    }

    /** Null for an operator. */
    public Role role() {
        return role;
    }

    public Set<String> categories() {
        return StaffMember.codes(categories);
    }

    public Language language() {
        return Language.of(language);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
