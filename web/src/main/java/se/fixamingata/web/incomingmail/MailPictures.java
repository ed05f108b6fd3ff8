package se.fixamingata.web.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.report.ReportStatus;

/** What a mail's page shows besides the mail. */
@Named("mailPictures")
@ApplicationScoped
public class MailPictures {

    /** The small picture of a photo that is stored nowhere yet, in the page itself. */
    public String data(NewPhoto photo) {
        return "data:image/jpeg;base64,"
                + Base64.getEncoder().encodeToString(photo.photo().thumb());
    }

    /** The statuses that a mail may give. */
    public List<ReportStatus> getStatuses() {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status != ReportStatus.UNCONFIRMED && status != ReportStatus.DUPLICATE)
                .toList();
    }
}
