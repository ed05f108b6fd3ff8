package se.fixamingata.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.shared.Language;

/**
 * Who mends things: one of the 290 municipalities, or Trafikverket.
 *
 * <p>Every authority exists in every installation from the first start. What only the operator can know (the address for reports)
 * is never guessed and never shipped: until it is registered, reports are public and wait.
 */
@Entity
@Table(name = "authority")
@NamedQuery(name = "Authority.all", query = "select a from Authority a")
@NamedNativeQuery(
        name = "Authority.chosenCategories",
        query = "select authority_code, category_code from authority_category")
@NamedNativeQuery(
        name = "Authority.recipient",
        query = "select coalesce(r.email, a.email) from authority a left join category_recipient r"
                + " on r.authority_code = a.code and r.category_code = ?2 where a.code = ?1")
public class Authority {

    /** The code of Trafikverket, which has no municipality code. */
    public static final String STATE_ROADS = "TRV";

    @Id
    @Column(length = 8)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AuthorityKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AuthorityState state;

    @Column(nullable = false, length = 60)
    private String slug;

    @Column(nullable = false, length = 80)
    private String name;

    @Column(length = 254)
    private String email;

    @Column(name = "refusal_sv", length = 2000)
    private String refusalSv;

    @Column(name = "refusal_en", length = 2000)
    private String refusalEn;

    @Column(name = "refusal_url", length = 500)
    private String refusalUrl;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "managed_at")
    private Instant managedAt;

    @Version
    private int version;

    protected Authority() {}

    /** Municipality code, or {@link #STATE_ROADS}. */
    public String code() {
        return code;
    }

    public AuthorityKind kind() {
        return kind;
    }

    public AuthorityState state() {
        return state;
    }

    public String slug() {
        return slug;
    }

    /** {@code Forshaga kommun}, {@code Trafikverket}. */
    public String name() {
        return name;
    }

    /** The one address for reports of categories that have none of their own; empty until the operator registers it. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Where to turn instead, in words; empty unless refusing. */
    public Optional<String> refusal(Language language) {
        return Optional.ofNullable(language == Language.EN && refusalEn != null ? refusalEn : refusalSv);
    }

    /** The page where it takes reports; empty unless refusing. */
    public Optional<String> refusalUrl() {
        return Optional.ofNullable(refusalUrl);
    }

    public boolean refuses() {
        return state == AuthorityState.REFUSING;
    }

    /** Whether its administrators decide themselves: the operator's file says nothing of it any more. */
    boolean managesItself() {
        return managedAt != null;
    }

    /** @param address for reports of categories that have none of their own; null for none: reports wait then */
    public void reachAt(String address, Instant now) {
        email = address;
        changed(now);
    }

    private void changed(Instant now) {
        changedAt = now;
        if (managedAt == null) {
            managedAt = now;
        }
    }

    /**
     * Takes reports here from now on, in that state; what was said of elsewhere is gone.
     *
     * @throws IllegalArgumentException for {@link AuthorityState#REFUSING}
     * @return whether anything is different now
     */
    public boolean take(AuthorityState how, Instant now) {
        if (how == AuthorityState.REFUSING) {
            throw new IllegalArgumentException("Refusing needs words");
        }
        return stand(how, null, null, null, now);
    }

    /**
     * Takes reports elsewhere from now on.
     *
     * @param en in English, or null for the Swedish
     * @param url of the page where it takes reports, or null
     * @return whether anything is different now
     */
    public boolean refuse(String sv, String en, String url, Instant now) {
        return stand(AuthorityState.REFUSING, sv, en, url, now);
    }

    private boolean stand(AuthorityState how, String sv, String en, String url, Instant now) {
        boolean same = state == how
                && Objects.equals(refusalSv, sv)
                && Objects.equals(refusalEn, en)
                && Objects.equals(refusalUrl, url);
        state = how;
        refusalSv = sv;
        refusalEn = en;
        refusalUrl = url;
        if (!same) {
            changed(now);
        }
        return !same;
    }

    /** What it was before anybody registered it. */
    AuthorityEntry unregistered() {
        return new AuthorityEntry(code, name, AuthorityState.DEFAULT, null, Set.of(), Set.of(), Map.of(), null);
    }

    /**
     * Takes over what the operator says.
     *
     * @return whether anything is different now
     */
    boolean register(AuthorityEntry entry, Instant now) {
        AuthorityEntry.Refusal refusal = entry.refusal();
        boolean same = name.equals(entry.name())
                && state == entry.state()
                && Objects.equals(email, entry.email())
                && Objects.equals(
                        refusal,
                        refusalSv == null ? null : new AuthorityEntry.Refusal(refusalSv, refusalEn, refusalUrl));
        if (same) {
            return false;
        }
        name = entry.name();
        state = entry.state();
        email = entry.email();
        refusalSv = refusal == null ? null : refusal.sv();
        refusalEn = refusal == null ? null : refusal.en();
        refusalUrl = refusal == null ? null : refusal.url();
        changedAt = now;
        return true;
    }
}
