package se.fixamingata.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A provider that answers what a test wants: nonsense, too much, nothing. */
final class OddProvider implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    final String issuer;

    OddProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            String answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "404");
            try (exchange) {
                if (answer.equals("silence")) {
                    over.await();
                }
                boolean status = answer.matches("\\d{3}");
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                byte[] bytes = status ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status ? Integer.parseInt(answer) : 200, bytes.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    /** @param answer a body, a status of three digits, or {@code silence} */
    OddProvider answers(String path, String answer) {
        answers.put(path, answer);
        return this;
    }

    OddProvider isFoundAt(String authorization, String token, String keys) {
        return answers(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + authorization
                        + "\",\"token_endpoint\":\"" + token + "\",\"jwks_uri\":\"" + keys
                        + "\",\"userinfo_endpoint\":\""
                        + issuer
                        + "/me\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}");
    }

    /** A token of its own, signed with a key that it may or may not show. */
    String token(Map<String, Object> claims, RSAKey key) {
        try {
            JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .subject("person-1")
                    .audience("fixamingata")
                    .issueTime(new Date())
                    .expirationTime(new Date(System.currentTimeMillis() + 300_000));
            claims.forEach(all::claim);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    all.build());
            token.sign(new RSASSASigner(key));
            return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token.serialize() + "\"}";
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on this is its key. */
    OddProvider shows(RSAKey key) {
        return answers("/keys", new JWKSet(key.toPublicJWK()).toString());
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
