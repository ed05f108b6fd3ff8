package se.fixamingata.update;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The documents that go with the authority's answers. Plain SQL: megabytes have no business in a persistence context. */
@ApplicationScoped
public class UpdateDocuments {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager em;

    /** For the container. */
    public UpdateDocuments() {}

    /** For tests. */
    public UpdateDocuments(EntityManager em) {
        this.em = em;
    }

    /**
     * A document without its bytes.
     *
     * @param id 22 random characters; the address is {@code /dokument/{id}}
     * @param length in bytes
     */
    public record Document(String id, String fileName, int length) {}

    /**
     * Keeps one. Needs the transaction of the answer, whose row is written.
     *
     * @param fileName clean, at most 200 characters
     * @param pdf what it is has been looked at
     */
    public String add(long updateId, String fileName, byte[] pdf) {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        em.createNativeQuery(
                        "insert into update_document (id, update_id, file_name, length, bytes) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, id)
                .setParameter(2, updateId)
                .setParameter(3, fileName)
                .setParameter(4, pdf.length)
                .setParameter(5, pdf)
                .executeUpdate();
        return id;
    }

    /** The answer's documents, by name. */
    public List<Document> of(long updateId) {
        Query query = em.createNativeQuery(
                        "select id, file_name, length from update_document where update_id = ?1 order by file_name, id")
                .setParameter(1, updateId);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Document((String) row[0], (String) row[1], ((Number) row[2]).intValue()))
                .toList();
    }

    /** The bytes of one, for letters of ours: whoever calls has decided already for whom they are. */
    public byte[] read(String id) {
        return (byte[]) em.createNativeQuery("select bytes from update_document where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
    }
}
