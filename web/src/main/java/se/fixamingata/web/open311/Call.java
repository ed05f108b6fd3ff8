package se.fixamingata.web.open311;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.Scope;
import se.fixamingata.municipality.Authority;
import se.fixamingata.open311.server.AnswerFormat;
import se.fixamingata.open311.server.AnswerWriter;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Reader;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.shared.Language;

/** One call of a client, as {@link CallFilter} has understood it. */
@RequestScoped
public class Call {

    private AnswerFormat format = AnswerFormat.XML;
    private Authority jurisdiction;
    private ApiClient client;
    private Arguments arguments;

    void understood(AnswerFormat asked, Arguments sent) {
        format = asked;
        arguments = sent;
    }

    void concerns(Authority authority) {
        jurisdiction = authority;
    }

    void comesFrom(ApiClient known) {
        client = known;
    }

    public AnswerFormat format() {
        return format;
    }

    public Arguments arguments() {
        return arguments;
    }

    /** Whose reports it is about; empty for everybody's. */
    public Optional<Authority> jurisdiction() {
        return Optional.ofNullable(jurisdiction);
    }

    /** Its code; null for everybody's. */
    String authorityCode() {
        return jurisdiction == null ? null : jurisdiction.code();
    }

    /** Of what things are called: Swedish, unless {@code locale} wants English. A library's own {@code Accept-Language} is nobody's wish. */
    public Language language() {
        return arguments.language();
    }

    /** For whom the answer is written. */
    public Reader reader() {
        return Reader.of(client(), language());
    }

    /** Who asks; empty for anybody. */
    public Optional<ApiClient> client() {
        return Optional.ofNullable(client);
    }

    /**
     * Who asks, when only a key opens this.
     *
     * @throws Refusal without a key, or with one that does not open it
     */
    public ApiClient client(Scope scope) {
        ApiClient known = client().orElseThrow(() -> Refusal.forbidden("api_key is missing"));
        if (!known.may(scope)) {
            throw Refusal.forbidden("This api_key does not open that: it lacks " + scope);
        }
        return known;
    }

    /** 200 with that content, in the format of the address. Everything is written before the client sees the end of it. */
    public Response ok(AnswerWriter.Content content) {
        return answer(content).build();
    }

    /** The same, for who has something to add to its headers. */
    Response.ResponseBuilder answer(AnswerWriter.Content content) {
        StreamingOutput body = to -> AnswerWriter.write(format, to, content);
        return Response.ok(body).header("Content-Type", format.contentType());
    }
}
