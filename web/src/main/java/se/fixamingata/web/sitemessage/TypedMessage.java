package se.fixamingata.web.sitemessage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import se.fixamingata.sitemessage.MessageForm;
import se.fixamingata.web.operation.Typed;

/** The form of a message, as the request brings it. */
@RequestScoped
public class TypedMessage {

    @Inject
    Typed typed;

    MessageForm form() {
        return new MessageForm(
                id(),
                version(),
                typed.text("authority"),
                typed.text("category"),
                typed.text("level"),
                typed.text("sv"),
                typed.text("en"),
                typed.text("from"),
                typed.text("until"));
    }

    /** A form without anything in it. */
    static MessageForm empty() {
        return new MessageForm(0, 0, "", "", "information", "", "", "", "");
    }

    /** 0 for a new one. */
    long id() {
        return typed.number("id");
    }

    int version() {
        return (int) typed.number("version");
    }
}
