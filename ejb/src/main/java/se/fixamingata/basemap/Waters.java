package se.fixamingata.basemap;

import java.util.List;

/** Names that no data set of ours holds and that everyone looks for: seas, the large lakes, the neighbours. */
final class Waters {

    /** @param from first zoom that shows it @param to last one */
    record Name(String text, double lat, double lon, int from, int to, double size) {}

    static final List<Name> WATERS = List.of(
            new Name("Östersjön", 56.15, 18.1, 4, 8, 13),
            new Name("Bottenhavet", 61.9, 19.0, 5, 8, 13),
            new Name("Bottenviken", 64.95, 22.9, 5, 8, 13),
            new Name("Kattegatt", 56.85, 11.65, 6, 9, 12),
            new Name("Skagerrak", 58.45, 10.55, 6, 9, 12),
            new Name("Ålands hav", 60.1, 19.05, 7, 9, 11.5),
            new Name("Öresund", 55.78, 12.78, 8, 11, 11),
            new Name("Kalmarsund", 56.98, 16.83, 8, 10, 11),
            new Name("Hanöbukten", 55.75, 14.62, 8, 10, 11),
            new Name("Vänern", 58.93, 13.35, 6, 10, 12),
            new Name("Vättern", 58.33, 14.57, 7, 10, 11.5),
            new Name("Mälaren", 59.46, 17.13, 8, 10, 11.5),
            new Name("Hjälmaren", 59.23, 15.78, 8, 11, 11),
            new Name("Storsjön", 63.2, 14.35, 8, 11, 11),
            new Name("Siljan", 60.87, 14.78, 8, 11, 11),
            new Name("Torneträsk", 68.37, 19.2, 8, 10, 11),
            new Name("Hornavan", 66.22, 17.6, 9, 11, 11),
            new Name("Uddjaur", 65.95, 17.85, 9, 11, 11),
            new Name("Bolmen", 56.95, 13.67, 9, 11, 11),
            new Name("Åsnen", 56.63, 14.72, 9, 11, 11),
            new Name("Sommen", 58.02, 15.25, 9, 11, 11),
            new Name("Roxen", 58.49, 15.67, 10, 12, 11),
            new Name("Runn", 60.55, 15.7, 10, 12, 11),
            new Name("Ivösjön", 56.08, 14.42, 10, 12, 11),
            new Name("Orsasjön", 61.07, 14.57, 10, 12, 11));

    static final List<Name> NEIGHBOURS = List.of(
            new Name("NORGE", 61.4, 9.3, 4, 6, 12),
            new Name("FINLAND", 62.7, 25.6, 4, 6, 12),
            new Name("DANMARK", 56.1, 9.2, 5, 7, 11),
            new Name("ESTLAND", 58.8, 25.7, 4, 6, 11),
            new Name("LETTLAND", 56.9, 25.2, 4, 6, 11),
            new Name("LITAUEN", 55.4, 23.8, 5, 6, 11),
            new Name("POLEN", 53.2, 18.3, 5, 6, 11),
            new Name("TYSKLAND", 53.2, 11.4, 5, 6, 11));

    private Waters() {}
}
