package se.fixamingata.web.layout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Addresses of our own styles, scripts and pictures: {@code /resources/{version}/css/site.css}.
 *
 * <p>The version is a digest of all of them and stands in the path, not behind a question mark, so that a script's relative imports
 * carry it too. Browsers may therefore keep every answer for a year, and a new release is never mixed with an old one.
 */
@Named("asset")
@ApplicationScoped
public class Assets {

    /** The folder in the WAR, and the first part of the address. */
    static final String ROOT = "/resources/";

    @Inject
    ServletContext context;

    private String version;

    @PostConstruct
    void digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(ROOT, digest);
            version = "v" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String folder, MessageDigest digest) throws IOException {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
            if (path.endsWith("/")) {
                add(path, digest);
                continue;
            }
            try (InputStream in = new DigestInputStream(context.getResourceAsStream(path), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    /** The part of the address that tells one release's assets from another's. */
    public String version() {
        return version;
    }

    /**
     * The address of an asset.
     *
     * @param path below {@code resources}, without a slash at the beginning, for example {@code js/map.js}
     */
    public String url(String path) {
        return ROOT + version + "/" + path;
    }
}
