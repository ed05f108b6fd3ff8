package se.fixamingata.web.widgets;

import jakarta.faces.context.FacesContext;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import java.util.Iterator;

/** Gives out {@link NonceRenderKit}s; registered in {@code faces-config.xml}. */
public class NonceRenderKitFactory extends RenderKitFactory {

    public NonceRenderKitFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public RenderKit getRenderKit(FacesContext context, String id) {
        RenderKit kit = getWrapped().getRenderKit(context, id);
        return kit == null || kit instanceof NonceRenderKit ? kit : new NonceRenderKit(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }
}
