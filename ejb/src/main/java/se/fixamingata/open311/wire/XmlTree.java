package se.fixamingata.open311.wire;

import java.io.StringReader;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

    private static final String CDATA = "<![CDATA[";

    private static final String CDATA_END = "]]>";

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(?:amp|lt|gt|quot|apos)|#x([0-9a-fA-F]{1,6})|#(\\d{1,7}));");

    /** The longest reference. */
    private static final int REFERENCE_MAX = 11;

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

    /**
     * What stands between CDATA's brackets stays; every other ampersand that begins no character is one, and characters that XML forbids
     * go. One walk from the beginning to the end, whatever stands there.
     */
    private static String mended(String text) {
        String body = allowed(DECLARATION.matcher(text).replaceFirst(""));
        StringBuilder mended = new StringBuilder(body.length() + 16);
        Matcher reference = REFERENCE.matcher(body);
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at);
            int end = at + 1;
            if (c == '<' && body.startsWith(CDATA, at)) {
                int close = body.indexOf(CDATA_END, at);
                end = close < 0 ? body.length() : close + CDATA_END.length();
                mended.append(body, at, end);
            } else if (c != '&') {
                mended.append(c);
            } else if (reference
                    .region(at, Math.min(body.length(), at + REFERENCE_MAX))
                    .lookingAt()) {
                end = reference.end();
                mended.append(isAllowed(reference) ? reference.group() : "");
            } else {
                mended.append("&amp;");
            }
            at = end;
        }
        return mended.toString();
    }

    private static boolean isAllowed(MatchResult reference) {
        if (reference.group(1) != null) {
            return isAllowed(Integer.parseInt(reference.group(1), HEX));
        }
        return reference.group(2) == null || isAllowed(Integer.parseInt(reference.group(2)));
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
