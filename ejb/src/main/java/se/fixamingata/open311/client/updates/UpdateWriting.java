package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import se.fixamingata.open311.client.PhotoAddresses;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.update.ReportUpdate;

/** A resident's words as mySociety's extension carries them. */
@ApplicationScoped
class UpdateWriting {

    @Inject
    PhotoStore photos;

    @Inject
    PhotoAddresses addresses;

    /** For the container. */
    UpdateWriting() {}

    /** For tests. */
    UpdateWriting(PhotoStore photos, PhotoAddresses addresses) {
        this.photos = photos;
        this.addresses = addresses;
    }

    /**
     * The writer's name and address go along, as they do in a letter; whether the name may be shown is said besides.
     *
     * @param number what the report is called there
     * @param extended whether they know more statuses than open and closed
     */
    WireArguments write(ReportUpdate update, Report report, String number, boolean extended) {
        String name = update.name() == null ? "" : update.name().strip();
        int gap = name.lastIndexOf(' ');
        WireArguments arguments = WireArguments.none()
                .add("service_request_id", number)
                .add("update_id", String.valueOf(update.id()))
                .add("updated_datetime", WireTime.text(update.publishedAt()))
                .add("status", status(report.status(), extended))
                .add("description", update.text())
                .add("email", update.email())
                .add("first_name", gap < 0 ? name : name.substring(0, gap).strip())
                .add("last_name", gap < 0 ? "" : name.substring(gap + 1))
                .add("public_anonymity_required", update.showsName() ? "FALSE" : "TRUE");
        addresses
                .of(photos.of(new PhotoOwner.Update(update.id())), report, report.authorityCode())
                .forEach(url -> arguments.add("media_url", url));
        return arguments;
    }

    /** product.md, section 8. */
    static String status(ReportStatus status, boolean extended) {
        if (!extended) {
            return status.group() == StatusGroup.OPEN ? "OPEN" : "CLOSED";
        }
        return switch (status) {
            case UNCONFIRMED, REPORTED -> "OPEN";
            case FORWARDED -> "INTERNAL_REFERRAL";
            case NO_ACTION -> "NO_FURTHER_ACTION";
            case NOT_RESPONSIBLE -> "NOT_COUNCILS_RESPONSIBILITY";
            default -> status.name().toUpperCase(Locale.ROOT);
        };
    }
}
