package se.fixamingata.open311.client;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.ZoneId;
import se.fixamingata.open311.wire.WireFormat;

/** An {@link EndpointDialect} as the database keeps it. */
@Embeddable
class StoredDialect {

    @Column(nullable = false, length = 500)
    private String url;

    @Column(length = 120)
    private String jurisdiction;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 4)
    private WireFormat format;

    @Enumerated(EnumType.STRING)
    @Column(name = "attribute_style", nullable = false, length = 10)
    private AttributeStyle attributeStyle;

    @Column(name = "extended_statuses", nullable = false)
    private boolean extendedStatuses;

    @Column(name = "closed_means", nullable = false, length = 20)
    private String closedMeans;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private UpdatesFrom updates;

    @Column(name = "sends_updates", nullable = false)
    private boolean sendsUpdates;

    @Column(name = "time_zone", nullable = false, length = 40)
    private String timeZone;

    @Column(name = "own_id_attribute", length = 60)
    private String ownIdAttribute;

    protected StoredDialect() {}

    StoredDialect(EndpointDialect dialect) {
        url = dialect.url();
        jurisdiction = dialect.jurisdiction();
        format = dialect.format();
        attributeStyle = dialect.attributeStyle();
        extendedStatuses = dialect.extendedStatuses();
        closedMeans = dialect.closedMeans();
        updates = dialect.updates();
        sendsUpdates = dialect.sendsUpdates();
        timeZone = dialect.timeZone().getId();
        ownIdAttribute = dialect.ownIdAttribute();
    }

    EndpointDialect read() {
        return new EndpointDialect(
                url,
                jurisdiction,
                format,
                attributeStyle,
                extendedStatuses,
                closedMeans,
                updates,
                sendsUpdates,
                ZoneId.of(timeZone),
                ownIdAttribute);
    }
}
