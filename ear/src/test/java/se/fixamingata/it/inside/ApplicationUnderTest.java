package se.fixamingata.it.inside;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import se.fixamingata.it.TestPorts;

/** The EAR that the build made, with test classes slipped into its WAR, which sees everything. */
final class ApplicationUnderTest {

    private ApplicationUnderTest() {}

    /** Ready for Arquillian; takes away what was deployed for the tests over HTTP, since both want the same addresses. */
    static EnterpriseArchive with(Class<?>... testClasses) {
        undeploy("fixamingata");
        // The empty application that carries /metrics would be in the way at "/", since Arquillian deploys to every
        // listener.
        undeploy("figures");
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "fixamingata-under-test.ear")
                .importFrom(new File(System.getProperty("fmg.root", ".."), "ear/target/fixamingata.ear"))
                .as(EnterpriseArchive.class);
        WebArchive web = ear.getAsType(WebArchive.class, "/web.war");
        web.addClasses(testClasses);
        ear.delete("/web.war");
        // The same name, so that application.xml still fits.
        ear.addAsModule(Testable.archiveToTest(web));
        return ear;
    }

    /** Has a listener of a test's told of that job after the job's own, which is otherwise the one that is shipped. */
    static EnterpriseArchive listening(EnterpriseArchive ear, String job, Class<?> listener) {
        String path = "META-INF/batch-jobs/" + job + ".xml";
        JavaArchive batch = ear.getAsType(JavaArchive.class, "/batch.jar");
        String name = Character.toLowerCase(listener.getSimpleName().charAt(0))
                + listener.getSimpleName().substring(1);
        String shipped = text(batch.get(path));
        String heard = shipped.replaceFirst("</listeners>", "<listener ref=\"" + name + "\"/></listeners>");
        batch.delete(path);
        batch.addAsResource(new StringAsset(heard), path).addClass(listener);
        ear.delete("/batch.jar");
        ear.addAsModule(batch);
        return ear;
    }

    private static String text(Node file) {
        try (InputStream content = file.getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void undeploy(String application) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + TestPorts.ADMIN
                        + "/management/domain/applications/application/"
                        + application))
                .header("X-Requested-By", "test")
                .header("Accept", "application/json")
                .DELETE()
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new IllegalStateException("The server would not undeploy: " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
