package se.fixamingata.web.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

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
     * One report, or one thing that happened to a report.
     *
     * @param id an address that never changes and is nobody else's
     * @param page where it is read
     * @param category code and words; null for none
     * @param point latitude and longitude, WGS 84 degrees
     * @param place the address in words; null when nobody knows
     */
    record Entry(
            String id,
            String page,
            String title,
            Instant published,
            Instant updated,
            Map.Entry<String, String> category,
            String summary,
            String point,
            String place) {}

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
                        .map(Entry::updated)
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
        xml.writeStartElement("entry");
        text("id", entry.id());
        text("title", entry.title());
        link("alternate", entry.page());
        text("published", entry.published().toString());
        text("updated", entry.updated().toString());
        if (entry.category() != null) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", entry.category().getKey());
            xml.writeAttribute("label", entry.category().getValue());
        }
        text("summary", entry.summary());
        text("georss:point", entry.point());
        if (entry.place() != null) {
            text("georss:featurename", entry.place());
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
