package se.fixamingata.web.call;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.position.Position;
import se.fixamingata.report.Source;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.web.extraquestion.AnswerFields;

/** What stands in the form, as it was typed. */
public record CallForm(
        String search,
        String lat,
        String lon,
        String category,
        String title,
        String description,
        String source,
        String name,
        String email,
        String phone,
        boolean showName,
        String language,
        TypedAnswers answers) {

    /** The ways by which somebody can have told a caseworker. */
    public static final List<Source> SOURCES = List.of(Source.PHONE, Source.EMAIL, Source.OTHER);

    static CallForm of(HttpServletRequest request) {
        return new CallForm(
                typed(request, "search"),
                typed(request, "lat"),
                typed(request, "lon"),
                typed(request, "category"),
                typed(request, "title"),
                typed(request, "description"),
                typed(request, "source"),
                typed(request, "name"),
                typed(request, "email"),
                typed(request, "phone"),
                request.getParameter("showName") != null,
                typed(request, "language"),
                AnswerFields.of(request));
    }

    private static String typed(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    /** The same at that place. */
    CallForm at(double newLat, double newLon) {
        return new CallForm(
                search,
                String.valueOf(newLat),
                String.valueOf(newLon),
                category,
                title,
                description,
                source,
                name,
                email,
                phone,
                showName,
                language,
                answers);
    }

    /** Null while there is none. */
    Position place() {
        String number = "-?\\d{1,3}([.,]\\d{1,15})?";
        return lat.strip().matches(number) && lon.strip().matches(number)
                ? Position.find(degrees(lat), degrees(lon)).orElse(null)
                : null;
    }

    private static double degrees(String typed) {
        return Double.parseDouble(typed.strip().replace(',', '.'));
    }

    /** @param address of the place, or null */
    DraftFields fields(String address) {
        Position place = place();
        return new DraftFields(
                place == null ? null : place.lat(),
                place == null ? null : place.lon(),
                address,
                null,
                category.isEmpty() ? null : category,
                title,
                description,
                name,
                email,
                phone,
                showName);
    }

    Source by() {
        return Stream.of(Source.values())
                .filter(one -> SOURCES.contains(one)
                        && one.name().toLowerCase(Locale.ROOT).equals(source))
                .findFirst()
                .orElse(Source.PHONE);
    }

    Language speaks() {
        return Language.of(language.equals(Language.EN.code()) ? language : Language.SV.code());
    }
}
