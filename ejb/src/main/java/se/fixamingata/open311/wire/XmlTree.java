package se.fixamingata.open311.wire;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML without document types: an entity that is not one of XML's own five is plain text, so there is nothing to expand and
 * nothing to fetch. Characters that XML forbids, and an ampersand that begins nothing, are mended first.
 */
final class XmlTree {

    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml[^>]{0,500}\\?>");

    /** What stands between CDATA's brackets stays; every other ampersand that begins no character is one. */
    private static final Pattern AMPERSAND =
            Pattern.compile("<!\\[CDATA\\[(?s:.*?)]]>|&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]{1,6})|(\\d{1,7}));");

    private static final int HEX = 16;

    private XmlTree() {}

    static WireNode read(String text) throws WireFault {
        TreeBuilder tree = new TreeBuilder();
        try {
            XMLStreamReader parser = factory().createXMLStreamReader(new StringReader(mended(text)));
            try {
                while (parser.hasNext()) {
                    event(parser, tree);
                }
            } finally {
                parser.close();
            }
        } catch (XMLStreamException | RuntimeException broken) {
            throw new WireFault(WireFault.UNREADABLE, String.valueOf(broken.getMessage()));
        }
        return tree.root();
    }

    private static void event(XMLStreamReader parser, TreeBuilder tree) throws XMLStreamException, WireFault {
        switch (parser.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                tree.start(local(parser.getLocalName()));
                if (isNil(parser)) {
                    tree.nil();
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                tree.text(parser.getText());
            case XMLStreamConstants.END_ELEMENT -> tree.end();
            case XMLStreamConstants.DTD -> throw new WireFault(WireFault.UNREADABLE, "A document type is never read");
            default -> {
                // Comments and processing instructions say nothing.
            }
        }
    }

    /** A prefix that nobody declared is part of the name here. */
    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static boolean isNil(XMLStreamReader parser) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            if ("nil".equals(local(parser.getAttributeLocalName(i))) && "true".equals(parser.getAttributeValue(i))) {
                return true;
            }
        }
        return false;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside is read");
        });
        return factory;
    }

    private static String mended(String text) {
        String body = DECLARATION.matcher(text).replaceFirst("");
        body = AMPERSAND
                .matcher(allowed(body))
                .replaceAll(found ->
                        found.group().equals("&") ? "&amp;" : java.util.regex.Matcher.quoteReplacement(found.group()));
        return REFERENCE.matcher(body).replaceAll(found -> {
            int point =
                    found.group(1) == null ? Integer.parseInt(found.group(2)) : Integer.parseInt(found.group(1), HEX);
            return isAllowed(point) ? found.group() : "";
        });
    }

    private static String allowed(String text) {
        if (text.codePoints().allMatch(XmlTree::isAllowed)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlTree::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** XML 1.0, 2.2. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000 && point <= 0x10FFFF;
    }
}
