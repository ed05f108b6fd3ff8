package se.fixamingata.municipality;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import se.fixamingata.position.Position;

/** One of Sweden's 290 municipalities as a place: code, name, county, people. Comes from the reference data; nobody edits it here. */
@Entity
@Table(name = "municipality")
@NamedQuery(name = "Municipality.all", query = "select m from Municipality m")
public class Municipality {

    @Id
    @Column(length = 4)
    private String code;

    @Column(nullable = false, length = 60)
    private String name;

    @Column(nullable = false, length = 60)
    private String slug;

    @Column(name = "county_code", nullable = false, length = 2)
    private String countyCode;

    @Column(nullable = false, length = 60)
    private String county;

    private Integer population;

    @Embedded
    private Position centre;

    protected Municipality() {}

    /** SCB's four-digit code, for example {@code 1763}. */
    public String code() {
        return code;
    }

    /** Short name, for example {@code Forshaga}. */
    public String name() {
        return name;
    }

    /** The name in addresses, unique, for example {@code habo-uppsala}. */
    public String slug() {
        return slug;
    }

    public String countyCode() {
        return countyCode;
    }

    /** Name of the county, for example {@code Värmlands län}. */
    public String county() {
        return county;
    }

    /** People registered there on 31 December of the reference year, or null when the data do not say. */
    public Integer population() {
        return population;
    }

    /** The middle of its largest place. */
    public Position centre() {
        return centre;
    }
}
