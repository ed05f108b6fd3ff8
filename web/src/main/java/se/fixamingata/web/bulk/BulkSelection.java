package se.fixamingata.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Right;
import se.fixamingata.bulk.BulkOrder;
import se.fixamingata.inbox.InboxAddress;
import se.fixamingata.inbox.InboxCriteria;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.desk.DeskAddress;

/** What was selected in the inbox: the numbers that were ticked, or everything that fits its filter. */
@RequestScoped
public class BulkSelection {

    /** A form's field may be as long as that many numbers. */
    private static final int IDS_MAX = 120_000;

    @Inject
    DeskAddress address;

    /**
     * @param ids empty when the filter decides
     * @param query the inbox's address
     */
    record Chosen(Authority authority, List<Long> ids, InboxCriteria criteria, String query, boolean isEmpty) {

        BulkOrder order(ReportStatus status, String text, int expected) {
            return new BulkOrder(
                    authority.code(),
                    status,
                    text,
                    expected,
                    ids,
                    ids.isEmpty() ? Optional.of(criteria) : Optional.empty());
        }
    }

    /** Empty when no authority is meant in which the caller handles reports. */
    Optional<Chosen> of(Caller caller, HttpServletRequest request) {
        String query = Optional.ofNullable(request.getParameter("query")).orElse(request.getQueryString());
        return address.meant(caller, Right.HANDLE)
                .map(authority -> chosen(authority, query, request.getParameter("id")));
    }

    private Chosen chosen(Authority authority, String query, String ids) {
        InboxView view = address.reports(authority.code(), query);
        boolean named = ids != null;
        List<Long> numbers = named ? numbers(ids) : List.of();
        return new Chosen(authority, numbers, view.criteria(), InboxAddress.write(view), named && numbers.isEmpty());
    }

    private static List<Long> numbers(String ids) {
        return Arrays.stream(ids.substring(0, Math.min(ids.length(), IDS_MAX)).split(","))
                .map(String::strip)
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf)
                .distinct()
                .limit(BulkOrder.MOST + 1L)
                .toList();
    }
}
