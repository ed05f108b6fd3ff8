package se.fixamingata.web.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Names of categories and municipalities in the reader's language, by code. */
@Named
@RequestScoped
public class Names {

    /** The category's name; the code itself when nobody knows it. */
    public String category(String code) {
        return code;
    }

    /** The municipality's short name; the code itself when nobody knows it. */
    public String municipality(String code) {
        return code;
    }
}
