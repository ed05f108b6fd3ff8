package se.fixamingata.web.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.statistics.reading.FigureNight;

/**
 * The catalogue as an RDF parser reads it, held against what DCAT-AP-SE 3.0.1 demands (its own example with the mandatory properties only,
 * "obligatoriskt.rdf", has the same) and what portals need to be of use.
 */
class CatalogueTest {

    private static final ServiceSettings SETTINGS =
            new ServiceSettings("https://fixamingata.example/", "data@fixamingata.example", false);
    private static final FigureNight NIGHT =
            new FigureNight(7, Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-23T02:12:00Z"), 1_000_000);

    @Test
    void theCatalogueHasWhatIsMandatory() throws IOException {
        Model model = read(NIGHT);
        Resource catalogue = only(model, DCAT.CATALOG);
        assertThat(languages(model, catalogue, DCTERMS.TITLE)).containsExactlyInAnyOrder("sv", "en");
        assertThat(languages(model, catalogue, DCTERMS.DESCRIPTION)).containsExactlyInAnyOrder("sv", "en");
        Resource publisher = one(model, catalogue, DCTERMS.PUBLISHER);
        assertThat(model.contains(publisher, RDF.TYPE, FOAF.AGENT)).isTrue();
        assertThat(model.filter(publisher, FOAF.NAME, null)).hasSize(1);
        assertThat(one(model, catalogue, DCTERMS.LICENSE))
                .hasToString("http://creativecommons.org/publicdomain/zero/1.0/");
        assertThat(one(model, catalogue, FOAF.HOMEPAGE)).hasToString("https://fixamingata.example/statistik/data");
        assertThat(model.filter(catalogue, DCAT.HAS_DATASET, null).objects())
                .hasSize(OpenTable.values().length + 1)
                .isEqualTo(model.filter(null, RDF.TYPE, DCAT.DATASET).subjects());
    }

    @Test
    void soHasEveryDataset() throws IOException {
        Model model = read(NIGHT);
        for (Resource dataset : model.filter(null, RDF.TYPE, DCAT.DATASET).subjects()) {
            assertThat(languages(model, dataset, DCTERMS.TITLE)).containsExactlyInAnyOrder("sv", "en");
            assertThat(languages(model, dataset, DCTERMS.DESCRIPTION)).containsExactlyInAnyOrder("sv", "en");
            assertThat(model.contains(one(model, dataset, DCTERMS.PUBLISHER), RDF.TYPE, FOAF.AGENT))
                    .isTrue();
            Resource contact = one(model, dataset, DCAT.CONTACT_POINT);
            assertThat(model.contains(contact, RDF.TYPE, VCARD4.ORGANIZATION)).isTrue();
            assertThat(model.filter(contact, VCARD4.FN, null)).hasSize(1);
            assertThat(one(model, contact, VCARD4.HAS_EMAIL)).hasToString("mailto:data@fixamingata.example");
            assertThat(model.filter(dataset, DCAT.HAS_DISTRIBUTION, null)).isNotEmpty();
            assertThat(one(model, dataset, DCAT.THEME))
                    .hasToString("http://publications.europa.eu/resource/authority/data-theme/GOVE");
        }
    }

    @Test
    void andEveryDistributionWithAnAddressThatIsOurs() throws IOException {
        Model model = read(NIGHT);
        Set<Resource> distributions =
                model.filter(null, RDF.TYPE, DCAT.DISTRIBUTION).subjects();
        assertThat(distributions).hasSize(2 * OpenTable.values().length + 1);
        List<String> served = List.of(OpenDataServlet.class
                .getAnnotation(jakarta.servlet.annotation.WebServlet.class)
                .value());
        for (Resource distribution : distributions) {
            String address = one(model, distribution, DCAT.ACCESS_URL).toString();
            assertThat(address).startsWith("https://fixamingata.example/");
            String path = address.substring("https://fixamingata.example".length());
            assertThat(served.contains(path) || path.equals("/api/reports.geojson"))
                    .as(path)
                    .isTrue();
            assertThat(one(model, distribution, DCTERMS.LICENSE)).asString().contains("publicdomain/zero");
            assertThat(value(model, distribution, DCTERMS.FORMAT).stringValue())
                    .isIn("text/csv", "application/json", "application/geo+json");
            assertThat(model.filter(null, DCAT.HAS_DISTRIBUTION, distribution)).hasSize(1);
        }
    }

    @Test
    void whateverIsPointedToIsThere() throws IOException {
        Model model = read(NIGHT);
        assertThat(model.objects().stream()
                        .filter(IRI.class::isInstance)
                        .map(IRI.class::cast)
                        .filter(iri -> iri.stringValue().contains("dcat.rdf#")))
                .isNotEmpty()
                .allSatisfy(iri -> assertThat(model.subjects()).contains(iri));
    }

    @Test
    void beforeTheFirstNightItTellsOfNoFigures() throws IOException {
        Model model = read(null);
        assertThat(model.filter(null, RDF.TYPE, DCAT.DATASET)).hasSize(3);
        assertThat(model.filter(null, DCTERMS.MODIFIED, null)).isEmpty();
    }

    private static Model read(FigureNight night) throws IOException {
        return Rio.parse(
                new ByteArrayInputStream(Catalogue.write(SETTINGS, night)),
                "https://elsewhere.example/",
                RDFFormat.RDFXML);
    }

    private static Resource only(Model model, IRI type) {
        Set<Resource> subjects = model.filter(null, RDF.TYPE, type).subjects();
        assertThat(subjects).hasSize(1);
        return subjects.iterator().next();
    }

    private static Resource one(Model model, Resource of, IRI property) {
        return (Resource) value(model, of, property);
    }

    private static Value value(Model model, Resource of, IRI property) {
        Set<Value> values = model.filter(of, property, null).objects();
        assertThat(values).as(property.toString()).hasSize(1);
        return values.iterator().next();
    }

    private static List<String> languages(Model model, Resource of, IRI property) {
        return model.filter(of, property, null).objects().stream()
                .map(Literal.class::cast)
                .map(literal -> literal.getLanguage().orElse(""))
                .toList();
    }
}
