package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.PageMark;

/** The address of what follows a page, as a {@code Link} header says it (RFC 8288). */
@ApplicationScoped
public class NextPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ServiceSettings settings;

    /** At our own address, whatever host the client named, with everything that it asked for. */
    String link(PageMark mark) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String following = Stream.concat(
                        Arrays.stream(query.split("&")).filter(NextPage::stays), Stream.of("cursor=" + mark.text()))
                .collect(Collectors.joining("&"));
        String address = settings.link(request.getRequestURI() + "?" + following);
        return "<" + address.replace(">", "%3E") + ">; rel=\"next\"";
    }

    private static boolean stays(String argument) {
        return !argument.isEmpty() && !argument.startsWith("page=") && !argument.startsWith("cursor=");
    }
}
