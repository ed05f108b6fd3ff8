package se.fixamingata.web.widgets;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import java.util.Optional;

/** Makes the writers of pages and of pieces of pages know the nonce: beneath PrimeFaces' own writers, so that theirs work as designed. */
class NonceRenderKit extends RenderKitWrapper {

    NonceRenderKit(RenderKit wrapped) {
        super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(Writer out, String contentTypes, String encoding) {
        ResponseWriter writer = getWrapped().createResponseWriter(out, contentTypes, encoding);
        Optional<String> nonce = PageNonce.of(FacesContext.getCurrentInstance());
        return nonce.isPresent() ? new NonceWriter(writer, nonce.get()) : writer;
    }
}
