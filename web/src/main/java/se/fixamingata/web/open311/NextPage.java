package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.PageMark;

/** The address of what follows a page, as a {@code Link} header says it (RFC 8288). */
@ApplicationScoped
public class NextPage {

    private static final Set<String> REPLACED = Set.of("page", "cursor", CallFilter.KEY);

    @Inject
    HttpServletRequest request;

    @Inject
    ServiceSettings settings;

    /** At our own address, whatever host the client named, with everything that it asked for but its key: headers are kept and shown. */
    String link(PageMark mark) {
        String address = settings.link(request.getRequestURI() + "?" + following(request.getQueryString(), mark));
        return "<" + address.replace(">", "%3E") + ">; rel=\"next\"";
    }

    static String following(String query, PageMark mark) {
        return Stream.concat(
                        Arrays.stream((query == null ? "" : query).split("&")).filter(NextPage::stays),
                        Stream.of("cursor=" + mark.text()))
                .collect(Collectors.joining("&"));
    }

    private static boolean stays(String argument) {
        return !argument.isEmpty() && !REPLACED.contains(name(argument));
    }

    private static String name(String argument) {
        return URLDecoder.decode(argument.split("=", 2)[0], StandardCharsets.UTF_8);
    }
}
