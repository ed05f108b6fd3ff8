package se.fixamingata.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.answer.ReadyTemplates;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.OneAtATime;

class DemonstrationTemplatesIT extends DatabaseTest {

    @BeforeEach
    void seed() {
        TestMunicipalities.seed(em, clock);
    }

    @Test
    void fourAuthoritiesGetWordsThatKeepTheRulesAndOnlyOnce() {
        DemonstrationTemplates templates =
                new DemonstrationTemplates(new ReadyTemplates(em, new Categories(em), new OneAtATime(em), clock));

        templates.load();
        em.flush();
        List<?> first = counts();
        templates.load();
        em.flush();

        assertThat(first).hasSize(4);
        assertThat(counts().toString()).isEqualTo(first.toString());
    }

    private List<?> counts() {
        return em.createNativeQuery("select concat(authority_code, ' ', count(*)) from response_template"
                        + " group by authority_code order by 1")
                .getResultList();
    }
}
