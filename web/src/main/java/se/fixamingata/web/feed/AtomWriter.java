package se.fixamingata.web.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.fixamingata.report.PublicReport;

/** Atom with GeoRSS. What people wrote is text, never markup; characters that XML does not know are left out. */
final class AtomWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String GEO = "http://www.georss.org/georss";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newInstance();

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * What stands above the entries.
     *
     * @param self the feed's own address
     * @param page the page that shows the same
     */
    record Head(String title, String self, String page, String language, String author) {}

    /**
     * One report.
     *
     * @param status and category in words
     */
    record Entry(PublicReport report, String url, String status, String category) {}

    /** The whole feed, UTF-8. */
    static byte[] write(Head head, List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
            new AtomWriter(xml).feed(head, entries);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void feed(Head head, List<Entry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeNamespace("georss", GEO);
        xml.writeAttribute("xml:lang", head.language());
        text("id", head.self());
        text("title", head.title());
        link("self", head.self());
        link("alternate", head.page());
        text(
                "updated",
                entries.stream()
                        .map(entry -> entry.report().changedAt())
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.writeStartElement("author");
        text("name", head.author());
        xml.writeEndElement();
        for (Entry entry : entries) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Entry entry) throws XMLStreamException {
        PublicReport report = entry.report();
        xml.writeStartElement("entry");
        text("id", entry.url());
        text("title", report.title());
        link("alternate", entry.url());
        text("published", report.confirmedAt().toString());
        text("updated", report.changedAt().toString());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", report.categoryCode());
        xml.writeAttribute("label", entry.category());
        text("summary", entry.status() + ". " + report.description());
        text("georss:point", report.lat() + " " + report.lon());
        if (report.address() != null) {
            text("georss:featurename", report.address());
        }
        xml.writeEndElement();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(
                value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
