package se.fixamingata.sitemessage;

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
import jakarta.persistence.Version;
import java.time.Instant;

/** A message with its place, its category and its time. */
@Entity
@Table(name = "site_message")
@NamedQuery(name = "SiteMessage.unended", query = "select m from SiteMessage m where m.endsAt > :now order by m.endsAt")
@NamedQuery(name = "SiteMessage.all", query = "select m from SiteMessage m order by m.endsAt desc")
@NamedQuery(
        name = "SiteMessage.ofAuthority",
        query = "select m from SiteMessage m where m.authorityCode = :authority order by m.endsAt desc")
class SiteMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner_number")
    @SequenceGenerator(name = "inner_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "category_code", length = 40)
    private String categoryCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MessageLevel level;

    @Column(name = "text_sv", nullable = false, length = 600)
    private String textSv;

    @Column(name = "text_en", length = 600)
    private String textEn;

    @Column(name = "starts_at", nullable = false)
    private Instant startsAt;

    @Column(name = "ends_at", nullable = false)
    private Instant endsAt;

    @Version
    private int version;

    protected SiteMessage() {}

    SiteMessage(SiteNotice said) {
        say(said);
    }

    /** All of it anew, but for number and version. */
    final void say(SiteNotice said) {
        authorityCode = said.authorityCode();
        categoryCode = said.categoryCode();
        level = said.level();
        textSv = said.textSv();
        textEn = said.textEn();
        startsAt = said.startsAt();
        endsAt = said.endsAt();
    }

    /** Nobody sees it any more. */
    void end(Instant now) {
        endsAt = now;
        startsAt = startsAt.isAfter(now) ? now : startsAt;
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    String authorityCode() {
        return authorityCode;
    }

    SiteNotice notice() {
        return new SiteNotice(
                id == null ? 0 : id, authorityCode, categoryCode, level, textSv, textEn, startsAt, endsAt, version);
    }
}
