package se.fixamingata.web.expected;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.report.ReportView;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.statistics.reading.ExpectedTime;
import se.fixamingata.statistics.reading.ExpectedTimes;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/**
 * "Hälften av sådana rapporter i Forshaga är åtgärdade inom 9 dagar." Empty when there are too few of them to say so: a time of other
 * faults would promise something about this one that nobody has seen.
 */
@Named("expected")
@RequestScoped
public class ExpectedWords {

    private final ExpectedTimes times;
    private final CategoryCatalogue catalogue;
    private final Names names;
    private final TextBean text;

    @Inject
    public ExpectedWords(ExpectedTimes times, CategoryCatalogue catalogue, Names names, TextBean text) {
        this.times = times;
        this.catalogue = catalogue;
        this.names = names;
        this.text = text;
    }

    /** For the container's proxy. */
    protected ExpectedWords() {
        this(null, null, null, null);
    }

    /** On a report's page; nothing when it is over, and nothing beside a day that the authority has named itself. */
    public String of(ReportView report) {
        StatusGroup group = report.status().group();
        boolean over = group == StatusGroup.FIXED || group == StatusGroup.CLOSED;
        return over || report.expectedOn() != null ? "" : sentence(report.authorityCode(), report.categoryCode());
    }

    /**
     * On the form.
     *
     * @param categoryCode null while none is chosen
     */
    public String of(String municipalityCode, String categoryCode) {
        return municipalityCode == null || categoryCode == null
                ? ""
                : sentence(catalogue.authorityFor(municipalityCode, categoryCode), categoryCode);
    }

    private String sentence(String authorityCode, String categoryCode) {
        return times.of(authorityCode, categoryCode)
                .map(time -> sentence(authorityCode, time))
                .orElse("");
    }

    private String sentence(String authorityCode, ExpectedTime time) {
        boolean state = Authority.STATE_ROADS.equals(authorityCode);
        String key = (state ? "expected.state-roads." : "expected.municipality.") + (time.days() > 1 ? "days" : "day");
        String whose = state ? names.authority(authorityCode) : names.municipality(authorityCode);
        return text.of(key, whose, text.number(time.days()));
    }
}
