package se.fixamingata.web.layout;

import jakarta.servlet.http.HttpServletRequest;

/** Tells requests for files from requests for pages. */
public final class AssetPaths {

    private AssetPaths() {}

    /** Whether the answer is the same for every reader: assets, tiles of the map, photos, what systems read. */
    public static boolean isStatic(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/resources/")
                || path.startsWith("/webjars/")
                || path.startsWith("/api/map/")
                || path.startsWith("/api/reports.geojson")
                || path.startsWith("/open311/")
                || path.startsWith("/karta/bas/")
                || path.startsWith("/karta/bild.png")
                || path.startsWith("/bild/");
    }
}
