package se.fixamingata.open311.client.services;

import java.util.List;
import se.fixamingata.open311.wire.ServiceAttribute;

/**
 * One of their services, as their list has it.
 *
 * @param type {@code realtime}, {@code batch} or {@code blackbox}
 * @param metadata whether there is a definition to be read
 * @param definition as {@link ServiceAttribute#write} keeps it; null for none
 * @param gone whether it is no longer in their list
 */
public record RemoteService(
        String code,
        String name,
        String description,
        String group,
        String type,
        boolean metadata,
        String definition,
        boolean gone) {

    /** What it wants to know besides, in their order. */
    public List<ServiceAttribute> attributes() {
        return ServiceAttribute.read(definition);
    }

    RemoteService defined(String kept) {
        return new RemoteService(code, name, description, group, type, metadata, kept, gone);
    }
}
