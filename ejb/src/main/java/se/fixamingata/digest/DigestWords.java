package se.fixamingata.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.category.Categories;
import se.fixamingata.handling.mail.StatusWords;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.report.Report;
import se.fixamingata.shared.Language;

/** The few words of a mail that depend on numbers and codes. */
@ApplicationScoped
public class DigestWords {

    @Inject
    Categories categories;

    @Inject
    Municipalities municipalities;

    /** For the container. */
    public DigestWords() {}

    /** For tests. */
    DigestWords(Categories categories, Municipalities municipalities) {
        this.categories = categories;
        this.municipalities = municipalities;
    }

    /** "3 nya rapporter, 1 åtgärdad, nytt om 2 som du följer". */
    String gist(int newOnes, int fixedOnes, int followed, Language language) {
        boolean english = language == Language.EN;
        return Stream.of(
                        count(
                                newOnes,
                                english ? "new report" : "ny rapport",
                                english ? "new reports" : "nya rapporter"),
                        count(fixedOnes, english ? "fixed" : "åtgärdad", english ? "fixed" : "åtgärdade"),
                        followed == 0
                                ? ""
                                : (english ? "news of " : "nytt om ")
                                        + followed
                                        + (english ? " that you follow" : " som du följer"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(int many, String one, String more) {
        return many == 0 ? "" : many + " " + (many == 1 ? one : more);
    }

    /** "Gatubelysning · Storgatan 1, Forshaga · Rapporterad". */
    String facts(Report report, Language language) {
        String category = categories
                .find(report.categoryCode())
                .map(one -> one.name(language))
                .orElse(report.categoryCode());
        String municipality = municipalities
                .find(report.municipalityCode())
                .map(Municipality::name)
                .orElse(report.municipalityCode());
        String place = report.address() == null || report.address().isBlank()
                ? municipality
                : report.address() + ", " + municipality;
        return category + " · " + place + " · " + StatusWords.of(report.status(), language);
    }
}
