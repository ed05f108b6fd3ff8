package se.fixamingata.batch.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.fixamingata.retention.RetentionRule;

/** The job's description: a rule without a step would be shown on the desk and never be carried out. */
class RetentionStepsTest {

    @Test
    void everyNightlyRuleHasAStep() throws Exception {
        Document job;
        try (InputStream in = RetentionRule.class.getResourceAsStream("/META-INF/batch-jobs/retention.xml")) {
            job = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        NodeList properties = job.getElementsByTagName("property");
        TreeSet<String> carriedOut = new TreeSet<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals("rule")) {
                carriedOut.add(property.getAttribute("value"));
            }
        }
        List<String> nightly = Arrays.stream(RetentionRule.values())
                .filter(RetentionRule::isNightly)
                .map(RetentionRule::code)
                .sorted()
                .toList();
        assertThat(carriedOut).containsExactlyElementsOf(nightly);
    }
}
