package se.fixamingata.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.fixamingata.jobs.timetable.Timetable;

/** Every job is in the timetable and has the listeners without which nobody sees what it does. */
class DefinitionsTest {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    static List<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/batch-jobs"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void isKnownAndHeard(Path file) throws Exception {
        Document definition =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        String name = file.getFileName().toString().replaceFirst("\\.xml$", "");
        assertThat(definition.getDocumentElement().getAttribute("id")).isEqualTo(name);
        assertThat(Timetable.asShipped().find(name)).as("in the timetable").isPresent();
        assertThat(refs(definition.getDocumentElement(), "listeners/listener"))
                .as("the job's listeners")
                .contains("runListener");
        NodeList steps = definition.getElementsByTagName("step");
        assertThat(steps.getLength()).isPositive();
        for (int i = 0; i < steps.getLength(); i++) {
            Element step = (Element) steps.item(i);
            List<String> listeners = refs(step, "listeners/listener");
            assertThat(listeners).as(step.getAttribute("id")).contains("stepFailureListener");
            if (step.getElementsByTagName("chunk").getLength() > 0) {
                assertThat(listeners).as(step.getAttribute("id")).contains("progressListener", "skipListener");
            }
        }
    }

    private static List<String> refs(Element element, String path) throws Exception {
        NodeList found = (NodeList) XPATH.evaluate(path, element, XPathConstants.NODESET);
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            refs.add(((Element) found.item(i)).getAttribute("ref"));
        }
        return refs;
    }
}
