package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.ApiKeys;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.web.multipart.MultipartForm;
import se.fixamingata.web.security.SystemRates;

/**
 * Understands a call before any resource is looked for: format, authority, client. Resources stand at {@code /requests} and
 * {@code /requests/{id}}; what stood around that in the address is in {@link Call}.
 */
@Provider
@PreMatching
@ApplicationScoped
public class CallFilter implements ContainerRequestFilter {

    static final String KEY = "api_key";

    @Inject
    HttpServletRequest request;

    @Inject
    Call call;

    @Inject
    ApiKeys keys;

    @Inject
    Authorities authorities;

    @Inject
    SystemRates rates;

    @Override
    public void filter(ContainerRequestContext context) {
        // A JDK client sends "text/html, image/gif, …": it is to get what its address says.
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, "*/*");
        Arguments arguments = new Arguments(sent());
        identify(arguments);
        Address address = Address.parse(context.getUriInfo().getPath().replaceFirst("^/+", ""));
        call.understood(address.format(), arguments);
        jurisdiction(address, arguments).ifPresent(call::concerns);
        context.setRequestUri(context.getUriInfo()
                .getBaseUriBuilder()
                .path(address.resource())
                .segment(address.item().stream().toArray(String[]::new))
                .build());
    }

    /** From the address and the body; what is in both is what the address says, and then the body. */
    private Map<String, String[]> sent() {
        Map<String, String[]> sent = request.getParameterMap();
        if (!(request.getAttribute(MultipartForm.ATTRIBUTE) instanceof MultipartForm form)) {
            return sent;
        }
        Map<String, String[]> all = new LinkedHashMap<>(sent);
        form.fields()
                .forEach((name, values) ->
                        all.merge(name, values, (first, then) -> Stream.concat(Stream.of(first), Stream.of(then))
                                .toArray(String[]::new)));
        return all;
    }

    /** Counts everybody: who has a good key by that, anybody else by where the call comes from. */
    private void identify(Arguments arguments) {
        Optional<String> key = arguments.find(KEY).or(() -> Optional.ofNullable(request.getHeader("X-Api-Key")));
        Optional<ApiClient> client = key.flatMap(keys::authenticate);
        client.ifPresent(call::comesFrom);
        Duration wait = client.map(known -> rates.useKey(known.keyId())).orElseGet(() -> rates.useAddress(request));
        if (!wait.isZero()) {
            throw new TooManyCalls(wait);
        }
        if (key.isPresent() && client.isEmpty()) {
            throw Refusal.forbidden("api_key is not valid");
        }
    }

    /** By slug or code; in the address, in the argument, or the same in both. */
    private Optional<Authority> jurisdiction(Address address, Arguments arguments) {
        Optional<Authority> inAddress = address.jurisdiction().map(this::authority);
        Optional<Authority> inArgument = arguments.find("jurisdiction_id").map(this::authority);
        if (inAddress.isPresent()
                && inArgument.isPresent()
                && !inAddress.get().code().equals(inArgument.get().code())) {
            throw Refusal.unknown("jurisdiction_id is another than the one in the address");
        }
        return inAddress.or(() -> inArgument);
    }

    /** Clients are often given the town's web address as its name. */
    private Authority authority(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return authorities
                .bySlugOrCode(lower)
                .or(() -> authorities.bySlugOrCode(name.toUpperCase(Locale.ROOT)))
                .or(() -> authorities.bySlugOrCode(lower.replaceFirst("^(www\\.)?(.*)\\.se$", "$2")))
                .orElseThrow(
                        () -> Refusal.unknown(
                                "There is no such jurisdiction: use a municipality's four-digit code, or its name as in our addresses"));
    }
}
