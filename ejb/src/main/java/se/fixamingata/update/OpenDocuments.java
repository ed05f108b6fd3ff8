package se.fixamingata.update;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.photo.PhotoViewer;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.SqlTime;

/** Documents that go with answers, for whoever may read the answer; decided like photos, in one query. */
@ApplicationScoped
public class OpenDocuments {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    /** Fits nothing: a hash has 32 bytes. */
    private static final byte[] NO_SECRET = {};
    /** No account's number. */
    private static final long NOBODY = -1;

    private static final String VISIBLE =
            """
            select d.file_name, d.bytes,
                   case
                     when r.listed and u.state = 'PUBLISHED' then 'PUBLIC'
                     when u.state = 'PUBLISHED'
                          and (r.reporter_account = ?2
                               or exists (select 1 from secret_link l
                                           where l.token_hash = ?3 and l.report_id = r.id
                                             and (l.purpose = 'REPORTER'
                                                  or l.purpose = 'HANDLE' and l.authority_code = r.authority_code)
                                             and l.expires_at > ?4 and l.revoked_at is null)) then 'OWN'
                     when ?5 = 1 then case when u.state = 'HIDDEN' then 'HIDDEN' else 'STAFF' end
                   end as ground,
                   r.authority_code, r.category_code
              from update_document d
              join report_update u on u.id = d.update_id and u.state <> 'UNCONFIRMED'
              join report r on r.id = u.report_id
             where d.id = ?1
            having ground is not null""";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public OpenDocuments() {}

    /** For tests. */
    OpenDocuments(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** The document, if whoever asks may see it. */
    public Optional<OpenDocument> find(String id, PhotoViewer viewer) {
        if (id == null || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(VISIBLE)
                .setParameter(1, id)
                .setParameter(2, viewer.caller().map(Caller::accountId).orElse(NOBODY))
                .setParameter(3, viewer.link().map(SecretToken::hash).orElse(NO_SECRET))
                .setParameter(4, SqlTime.text(clock.instant()))
                .setParameter(5, viewer.caller().filter(Caller::isStaff).isPresent() ? 1 : 0)
                .getResultList();
        return rows.stream()
                .filter(row -> isOpen((String) row[2], (String) row[3], (String) row[4], viewer))
                .findFirst()
                .map(row -> new OpenDocument((String) row[0], (byte[]) row[1], row[2].equals("PUBLIC")));
    }

    private static boolean isOpen(String ground, String authority, String category, PhotoViewer viewer) {
        return switch (ground) {
            case "STAFF" -> Permissions.may(viewer.caller().orElseThrow(), Right.VIEW, authority, category);
            case "HIDDEN" -> Permissions.may(viewer.caller().orElseThrow(), Right.MODERATE, authority, category);
            default -> true;
        };
    }
}
