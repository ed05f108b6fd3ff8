package se.fixamingata.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Who reported. Personal data: goes to the authority, to nobody else, and never to a log; the name is public only if they said so. */
@Embeddable
public class Reporter implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "reporter_name", nullable = false, length = 100)
    private String name;

    @Column(name = "reporter_email", nullable = false, length = 254)
    private String email;

    @Column(name = "reporter_phone", length = 40)
    private String phone;

    @Column(name = "show_name", nullable = false)
    private boolean showName;

    protected Reporter() {}

    /**
     * @param phone may be null: it is optional
     * @param showName whether the name stands on the public page
     */
    public Reporter(String name, String email, String phone, boolean showName) {
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.showName = showName;
    }

    public String name() {
        return name;
    }

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

    /** The same person at another address. */
    public Reporter at(String otherEmail) {
        return new Reporter(name, otherEmail, phone, showName);
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "Reporter[…]";
    }
}
