package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.incomingmail.reading.ReadMail;
import se.fixamingata.incomingmail.reading.SenderCheck;

/**
 * Whether a mail comes from the authority that it says it comes from. What a mail says of its sender is worth no more than what our own
 * mail server has found out about it ({@code Authentication-Results}, RFC 8601).
 */
@ApplicationScoped
public class Senders {

    private static final String KNOWN =
            """
            select email from authority where code = ?1 and email is not null
            union select email from category_recipient where authority_code = ?1""";

    private static final String STAFF =
            "select 1 from account a join membership m on m.account_id = a.id where m.authority_code = ?1 and a.email = ?2";

    /** Everybody has an address there: that two have the same domain says nothing. */
    private static final Set<String> EVERYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.se",
            "hotmail.com",
            "hotmail.se",
            "live.com",
            "live.se",
            "msn.com",
            "icloud.com",
            "me.com",
            "yahoo.com",
            "yahoo.se",
            "telia.com",
            "bredband.net",
            "comhem.se",
            "spray.se",
            "proton.me",
            "protonmail.com",
            "swipnet.se");

    @Inject
    EntityManager em;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.authserv.id")
    Optional<String> authenticator;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.own.hops")
    int ownHops;

    /** For the container. */
    public Senders() {}

    /** For tests. */
    Senders(EntityManager em, Optional<String> authenticator) {
        this.em = em;
        this.authenticator = authenticator;
    }

    /** Whether that address is the authority's: one where it gets mail, one of its staff's, or one beside the first. */
    @SuppressWarnings("unchecked")
    boolean isOf(String authorityCode, String address) {
        List<String> known =
                em.createNativeQuery(KNOWN).setParameter(1, authorityCode).getResultList();
        return known.stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .anyMatch(one -> one.equals(address)
                                || domain(one).equals(domain(address)) && !EVERYBODYS.contains(domain(one)))
                || !em.createNativeQuery(STAFF)
                        .setParameter(1, authorityCode)
                        .setParameter(2, address)
                        .getResultList()
                        .isEmpty();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whether this installation knows the mail server whose word about senders counts. */
    public boolean isVerifying() {
        return authenticator.filter(name -> !name.isBlank()).isPresent();
    }

    /** Whether the sender is somebody else than it says, as far as anybody has found out. */
    boolean isForged(ReadMail mail) {
        return isVerifying() ? finding(mail) == SenderCheck.Finding.FAIL : SenderCheck.isDoubted(mail);
    }

    /** Whether our own mail server has found that the sender is right. Where it is not known by name nobody's word is enough. */
    boolean isVerified(ReadMail mail) {
        return isVerifying() && finding(mail) == SenderCheck.Finding.PASS;
    }

    private SenderCheck.Finding finding(ReadMail mail) {
        return SenderCheck.of(mail, authenticator.orElseThrow(), ownHops);
    }
}
