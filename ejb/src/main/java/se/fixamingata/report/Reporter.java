package se.fixamingata.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Who reported. Personal data: goes to the authority, to nobody else, and never to a log; the name is public only if they said so. */
@Embeddable
public class Reporter implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "reporter_name", length = 100)
    private String name;

    @Column(name = "reporter_email", length = 254)
    private String email;

    @Column(name = "reporter_phone", length = 40)
    private String phone;

    @Column(name = "show_name", nullable = false)
    private boolean showName;

    @Column(name = "name_consent", nullable = false)
    private boolean nameConsent;

    protected Reporter() {}

    /**
     * @param phone may be null: it is optional
     * @param showName whether they say that the name may stand on the public page
     */
    public Reporter(String name, String email, String phone, boolean showName) {
        this(name, email, phone, showName, showName);
    }

    private Reporter(String name, String email, String phone, boolean showName, boolean nameConsent) {
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.showName = showName && nameConsent;
        this.nameConsent = nameConsent;
    }

    /** Nobody any more: the person asked to be forgotten, or the time for keeping them is over. */
    static Reporter forgotten() {
        return new Reporter(null, null, null, false);
    }

    /** Whether there is nobody to write to any more. */
    public boolean isForgotten() {
        return email == null;
    }

    /** Null when the person is forgotten. */
    public String name() {
        return name;
    }

    /** Null when the person is forgotten. */
    public String email() {
        return email;
    }

    /** Null when none was given. */
    public String phone() {
        return phone;
    }

    public boolean showsName() {
        return showName;
    }

    /** Whether they have said that it may; nobody else says so for them. */
    public boolean allowsName() {
        return nameConsent;
    }

    /** The same person at another address. */
    public Reporter at(String otherEmail) {
        return new Reporter(name, otherEmail, phone, showName, nameConsent);
    }

    /** The same person, called otherwise. */
    Reporter named(String otherName) {
        return new Reporter(otherName, email, phone, showName, nameConsent);
    }

    /** The same person, with their name on the page, if they allow it, or without. */
    Reporter showing(boolean shown) {
        return new Reporter(name, email, phone, shown, nameConsent);
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "Reporter[…]";
    }
}
