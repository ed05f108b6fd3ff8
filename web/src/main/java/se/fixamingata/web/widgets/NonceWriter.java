package se.fixamingata.web.widgets;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;

/** Puts the page's nonce on every script element, whoever renders it: PrimeFaces, Faces itself or a page of ours. */
class NonceWriter extends ResponseWriterWrapper {

    private static final String ATTRIBUTE = "nonce";

    private final String nonce;
    /** Inside the opening tag of a script. */
    private boolean script;

    NonceWriter(ResponseWriter wrapped, String nonce) {
        super(wrapped);
        this.nonce = nonce;
    }

    @Override
    public void startElement(String name, UIComponent component) throws IOException {
        getWrapped().startElement(name, component);
        script = "script".equalsIgnoreCase(name);
        if (script) {
            getWrapped().writeAttribute(ATTRIBUTE, nonce, null);
        }
    }

    /** A page that writes {@code nonce="#{nonce}"} itself means the same one. */
    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
        if (!script || !ATTRIBUTE.equalsIgnoreCase(name)) {
            getWrapped().writeAttribute(name, value, property);
        }
    }

    @Override
    public void endElement(String name) throws IOException {
        script = false;
        getWrapped().endElement(name);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new NonceWriter(getWrapped().cloneWithWriter(writer), nonce);
    }
}
