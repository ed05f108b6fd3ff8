package se.fixamingata.web.basemap;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixamingata.basemap.BaseMap;
import se.fixamingata.basemap.MapPicture;
import se.fixamingata.basemap.Pin;
import se.fixamingata.basemap.Theme;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;

/**
 * {@code /karta/bild.png?lat=59.53&lon=13.48&z=13&w=640&h=400}: a still map. Besides: {@code pin=1} a plain marker in the middle,
 * {@code pin=<status>} the status's own, {@code skala=2} for dense screens, {@code tema=mork}.
 */
@WebServlet(name = "stillMap", urlPatterns = "/karta/bild.png", asyncSupported = true)
public class PictureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");

    @Inject
    transient MapPicture pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Position> centre = Position.find(degrees(request, "lat"), degrees(request, "lon"));
        int zoom = whole(request, "z", 13);
        int width = whole(request, "w", 640);
        int height = whole(request, "h", 400);
        int scale = whole(request, "skala", 1);
        if (centre.isEmpty()) {
            PictureAnswer.refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "lat and lon are degrees, for example lat=59.53&lon=13.48.");
        } else if (zoom < BaseMap.MIN_ZOOM || zoom > BaseMap.MAX_ZOOM || scale < 1 || scale > 2) {
            PictureAnswer.refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "z is " + BaseMap.MIN_ZOOM + " to " + BaseMap.MAX_ZOOM + ", skala is 1 or 2.");
        } else if (Math.min(width, height) < MapPicture.MIN_SIDE || Math.max(width, height) > MapPicture.MAX_SIDE) {
            PictureAnswer.refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "w and h are " + MapPicture.MIN_SIDE + " to " + MapPicture.MAX_SIDE + " pixels.");
        } else {
            Theme theme = Theme.of(request.getParameter("tema"));
            List<Pin> pins = pins(request.getParameter("pin"), centre.get());
            PictureAnswer.send(
                    request,
                    response,
                    pictures::version,
                    () -> pictures.draw(centre.get(), zoom, width, height, scale, theme, pins));
        }
    }

    private static List<Pin> pins(String parameter, Position centre) {
        if (parameter == null || parameter.isBlank()) {
            return List.of();
        }
        return List.of(new Pin(centre, ReportStatus.find(parameter).orElse(null)));
    }

    /** NaN for what is no number, which is then no position. */
    private static double degrees(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value != null && DEGREES.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    }

    /** The default when the parameter is missing, -1 when it is no number. */
    private static int whole(HttpServletRequest request, String name, int missing) {
        String value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            return missing;
        }
        return WHOLE.matcher(value).matches() ? Integer.parseInt(value) : -1;
    }
}
