package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import se.fixamingata.web.statistics.sheet.Cell;
import se.fixamingata.web.statistics.sheet.Line;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** The municipalities of a table, drawn. */
@RequestScoped
public class CountryPicture {

    @Inject
    CountryOutline outline;

    @Inject
    TextBean text;

    /**
     * One picture, each municipality a link that tells its figure.
     *
     * @param label what it shows, for those who do not see it
     * @param sheet a line for each municipality
     * @param column which of its cells is told
     * @param look the name in the style sheet of a cell's colour
     */
    String of(String label, Sheet sheet, int column, Function<Cell, String> look) {
        StringBuilder svg = new StringBuilder(100_000);
        svg.append("<svg class=\"country-map\" viewBox=\"0 0 ")
                .append(CountryOutline.WIDTH)
                .append(' ')
                .append(CountryOutline.HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(label))
                .append("\">");
        Map<String, String> paths = outline.paths();
        for (Line line : sheet.lines()) {
            String path = paths.get(line.code());
            if (path != null && !path.isEmpty()) {
                Cell cell = line.cells().get(column);
                area(svg, line, cell, look.apply(cell), path);
            }
        }
        return svg.append("</svg>").toString();
    }

    private void area(StringBuilder svg, Line line, Cell cell, String look, String path) {
        svg.append("<a href=\"")
                .append(escaped(line.address()))
                .append("\" tabindex=\"-1\"><path class=\"")
                .append(look)
                .append("\" d=\"")
                .append(path)
                .append("\"><title>")
                .append(escaped(line.label() + ": " + said(cell)))
                .append("</title></path></a>");
    }

    private String said(Cell cell) {
        return switch (cell.kind()) {
            case SHOWN -> cell.shown();
            case HIDDEN -> text.of("statistik.not-shown");
            case NONE -> text.of("statistik.none");
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
