package se.fixamingata.web.opendata;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.web.text.Messages;

/** What data portals read: the tables and the reports as DCAT-AP-SE 3.0.1 (docs.dataportal.se/dcat), in RDF/XML. */
final class Catalogue {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    private static final String DATE = "http://www.w3.org/2001/XMLSchema#date";
    private static final String EU = "http://publications.europa.eu/resource/authority/";

    /** The licence as the specification's list names it. */
    private static final String LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/";

    private static final String SWEDEN = "http://sws.geonames.org/2661886/";
    private static final String REPORTS = "rapporter";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newInstance();

    private final XMLStreamWriter xml;
    private final ServiceSettings settings;
    private final LocalDate lastDay;

    private Catalogue(XMLStreamWriter xml, ServiceSettings settings, LocalDate lastDay) {
        this.xml = xml;
        this.settings = settings;
        this.lastDay = lastDay;
    }

    /** @param night null before the first one: then the tables of figures are not in it */
    static byte[] write(ServiceSettings settings, FigureNight night) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
            new Catalogue(xml, settings, night == null ? null : night.lastDay()).write();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rdf", "RDF", RDF);
        xml.writeNamespace("rdf", RDF);
        xml.writeNamespace("dcat", DCAT);
        xml.writeNamespace("dcterms", TERMS);
        xml.writeNamespace("foaf", FOAF);
        xml.writeNamespace("vcard", VCARD);
        List<OpenTable> tables = List.of(OpenTable.values()).stream()
                .filter(table -> lastDay != null || !table.isOfTheNight())
                .toList();
        catalogue(tables);
        for (OpenTable table : tables) {
            dataset(table.code());
            for (OpenTable.Format format : OpenTable.Format.values()) {
                distribution(
                        table.code() + "-" + format.extension(),
                        table.path(format),
                        format == OpenTable.Format.CSV ? "text/csv" : "application/json");
            }
        }
        dataset(REPORTS);
        distribution(REPORTS + "-geojson", "/api/reports.geojson", "application/geo+json");
        publisher();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void catalogue(List<OpenTable> tables) throws XMLStreamException {
        about(DCAT, "Catalog", "catalogue");
        texts("title", "opendata.catalogue.title");
        texts("description", "opendata.catalogue.about");
        resource(TERMS, "publisher", id("publisher"));
        resource(TERMS, "license", LICENCE);
        resource(TERMS, "language", EU + "language/SWE");
        resource(TERMS, "language", EU + "language/ENG");
        resource(FOAF, "homepage", settings.link(OpenDataServlet.ROOT));
        resource(DCAT, "themeTaxonomy", EU + "data-theme");
        modified();
        for (OpenTable table : tables) {
            resource(DCAT, "dataset", id(table.code()));
        }
        resource(DCAT, "dataset", id(REPORTS));
        xml.writeEndElement();
    }

    private void dataset(String code) throws XMLStreamException {
        about(DCAT, "Dataset", code);
        texts("title", OpenDataBacking.TITLE + code);
        texts("description", "opendata.about." + code);
        resource(TERMS, "publisher", id("publisher"));
        resource(DCAT, "contactPoint", id("contact"));
        resource(DCAT, "theme", EU + "data-theme/GOVE");
        resource(TERMS, "spatial", SWEDEN);
        resource(TERMS, "accessRights", EU + "access-right/PUBLIC");
        resource(TERMS, "accrualPeriodicity", EU + "frequency/" + (code.equals(REPORTS) ? "CONT" : "DAILY"));
        resource(DCAT, "landingPage", settings.link(OpenDataServlet.ROOT) + "#" + code);
        modified();
        if (code.equals(REPORTS)) {
            resource(DCAT, "distribution", id(REPORTS + "-geojson"));
        } else {
            for (OpenTable.Format format : OpenTable.Format.values()) {
                resource(DCAT, "distribution", id(code + "-" + format.extension()));
            }
        }
        xml.writeEndElement();
    }

    private void distribution(String code, String path, String type) throws XMLStreamException {
        about(DCAT, "Distribution", code);
        texts("title", OpenDataBacking.TITLE + code.substring(0, code.indexOf('-')));
        resource(DCAT, "accessURL", settings.link(path));
        resource(DCAT, "downloadURL", settings.link(path));
        xml.writeStartElement(TERMS, "format");
        xml.writeCharacters(type);
        xml.writeEndElement();
        resource(TERMS, "license", LICENCE);
        xml.writeEndElement();
    }

    private void publisher() throws XMLStreamException {
        about(FOAF, "Agent", "publisher");
        text(FOAF, "name", Messages.text(Language.SV, "opendata.publisher"));
        resource(TERMS, "type", "http://purl.org/adms/publishertype/NonProfitOrganisation");
        xml.writeEndElement();
        about(VCARD, "Organization", "contact");
        text(VCARD, "fn", "FixaMinGata");
        resource(VCARD, "hasEmail", "mailto:" + settings.contactEmail());
        xml.writeEndElement();
    }

    private void modified() throws XMLStreamException {
        if (lastDay != null) {
            xml.writeStartElement(TERMS, "modified");
            xml.writeAttribute(RDF, "datatype", DATE);
            // Counted in the night after the last day.
            xml.writeCharacters(lastDay.plusDays(1).toString());
            xml.writeEndElement();
        }
    }

    private void about(String space, String name, String code) throws XMLStreamException {
        xml.writeStartElement(space, name);
        xml.writeAttribute(RDF, "about", id(code));
    }

    private void resource(String space, String name, String address) throws XMLStreamException {
        xml.writeEmptyElement(space, name);
        xml.writeAttribute(RDF, "resource", address);
    }

    private void text(String space, String name, String words) throws XMLStreamException {
        xml.writeStartElement(space, name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void texts(String name, String key) throws XMLStreamException {
        for (Language language : Language.values()) {
            xml.writeStartElement(TERMS, name);
            xml.writeAttribute("xml:lang", language.locale().getLanguage());
            xml.writeCharacters(Messages.text(language, key));
            xml.writeEndElement();
        }
    }

    private String id(String code) {
        return settings.link(OpenDataServlet.CATALOGUE) + "#" + code;
    }
}
