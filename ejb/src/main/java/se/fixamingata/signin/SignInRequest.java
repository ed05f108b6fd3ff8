package se.fixamingata.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import se.fixamingata.shared.Language;

/** Somebody asked for a link that signs in. About an address: whether it has an account is not asked before the link is used. */
@Entity
@Table(name = "sign_in_request")
@NamedQuery(
        name = "SignInRequest.since",
        query = "select count(r) from SignInRequest r where r.email = :email and r.createdAt > :since")
class SignInRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sign_in_request_number")
    @SequenceGenerator(name = "sign_in_request_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(nullable = false)
    private boolean remember;

    @Column(length = 500)
    private String target;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected SignInRequest() {}

    SignInRequest(String email, Language language, boolean remember, String target, Instant now) {
        this.email = email;
        this.language = language.code();
        this.remember = remember;
        this.target = target;
        this.createdAt = now;
    }

    Long id() {
        return id;
    }

    String email() {
        return email;
    }

    Language language() {
        return Language.of(language);
    }

    boolean remember() {
        return remember;
    }

    /** Where the person wanted to go; null for the usual place. */
    String target() {
        return target;
    }

    Instant createdAt() {
        return createdAt;
    }
}
