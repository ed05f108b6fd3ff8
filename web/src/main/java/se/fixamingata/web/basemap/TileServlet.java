package se.fixamingata.web.basemap;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.basemap.BaseMap;
import se.fixamingata.basemap.Theme;

/** {@code /karta/bas/{z}/{x}/{y}.png}, {@code {y}@2x.png} for dense screens, {@code ?tema=mork} for the dark one. */
@WebServlet(name = "baseMapTiles", urlPatterns = "/karta/bas/*", asyncSupported = true)
public class TileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern TILE = Pattern.compile("/(\\d{1,2})/(\\d{1,7})/(\\d{1,7})(@2x)?\\.png");

    @Inject
    transient BaseMap map;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = TILE.matcher(String.valueOf(request.getPathInfo()));
        if (!address.matches()) {
            PictureAnswer.refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "A tile is /karta/bas/{zoom}/{x}/{y}.png or {y}@2x.png.");
            return;
        }
        int z = Integer.parseInt(address.group(1));
        int x = Integer.parseInt(address.group(2));
        int y = Integer.parseInt(address.group(3));
        if (!BaseMap.exists(z, x, y)) {
            PictureAnswer.refuse(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "There are tiles from zoom " + BaseMap.MIN_ZOOM + " to " + BaseMap.MAX_ZOOM
                            + ", x and y below 2 to the power of the zoom.");
            return;
        }
        int scale = address.group(4) == null ? 1 : 2;
        Theme theme = Theme.of(request.getParameter("tema"));
        PictureAnswer.send(request, response, map::version, () -> map.tile(z, x, y, scale, theme));
    }
}
