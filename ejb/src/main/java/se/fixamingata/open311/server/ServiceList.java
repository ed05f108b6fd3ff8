package se.fixamingata.open311.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.category.CategoryGroup;
import se.fixamingata.extraquestion.Choice;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.QuestionKind;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.AuthorityKind;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.shared.Language;

/**
 * Categories as services, and what is asked about them as their attributes. Every service has a definition, for every one takes the
 * client's own number for a request ({@link #OWN_ID}): by that the same request sent twice is known.
 */
@ApplicationScoped
public class ServiceList {

    /** The attribute for the number that the client itself has given a request; the name that clients know it by. */
    public static final String OWN_ID = "fixmystreet_id";

    private static final Map<CategoryGroup, String> SWEDISH = Map.of(
            CategoryGroup.CLEAN, "Renhållning",
            CategoryGroup.TRAFFIC, "Trafik",
            CategoryGroup.ROAD, "Vägar",
            CategoryGroup.LIGHTING, "Belysning",
            CategoryGroup.GREEN, "Grönområden",
            CategoryGroup.WATER, "Vatten",
            CategoryGroup.OTHER, "Övrigt");

    private static final Map<CategoryGroup, String> ENGLISH = Map.of(
            CategoryGroup.CLEAN, "Cleanliness",
            CategoryGroup.TRAFFIC, "Traffic",
            CategoryGroup.ROAD, "Roads",
            CategoryGroup.LIGHTING, "Lighting",
            CategoryGroup.GREEN, "Green areas",
            CategoryGroup.WATER, "Water",
            CategoryGroup.OTHER, "Other");

    @Inject
    Categories categories;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    ExtraQuestions questions;

    /** For the container. */
    public ServiceList() {}

    /** For tests. */
    public ServiceList(
            Categories categories,
            CategoryCatalogue catalogue,
            PrivateCategories privateCategories,
            ExtraQuestions questions) {
        this.categories = categories;
        this.catalogue = catalogue;
        this.privateCategories = privateCategories;
        this.questions = questions;
    }

    /** @param authority whose; null for the standard list */
    public void write(AnswerWriter out, Authority authority, Language language) throws IOException {
        Set<String> hidden = authority == null ? Set.of() : privateCategories.of(authority.code());
        out.beginList("services", "service");
        for (Category category : offered(authority)) {
            out.beginItem();
            out.text("service_code", category.code());
            out.text("service_name", category.name(language));
            out.text("description", null);
            out.flag("metadata", true);
            out.text("type", "realtime");
            out.text("keywords", hidden.contains(category.code()) ? "private" : null);
            out.text("group", (language == Language.EN ? ENGLISH : SWEDISH).get(category.group()));
            out.end();
        }
        out.end();
    }

    /**
     * @param authority whose; null for the standard list
     * @throws Refusal when it offers no such service
     */
    public void writeDefinition(AnswerWriter out, Authority authority, String serviceCode, Language language)
            throws IOException {
        out.beginObject("service_definition");
        out.text("service_code", serviceCode);
        out.beginList("attributes", "attribute");
        int order = 1;
        for (Question question : asked(authority, serviceCode)) {
            out.beginItem();
            write(out, question, order++, language);
            out.end();
        }
        out.beginItem();
        writeOwnId(out, order, language);
        out.end();
        out.end();
        out.end();
    }

    /** Whether it is offered there: to be asked before anything is written. */
    public boolean offers(Authority authority, String serviceCode) {
        return offered(authority).stream().anyMatch(category -> category.code().equals(serviceCode));
    }

    /** Everything that a client may keep of this, so that it can be told when something of it has changed. */
    byte[] everything(Authority authority) {
        return AnswerWriter.bytes(AnswerFormat.JSON, out -> {
            out.beginList("all", "one");
            write(out, authority, Language.EN);
            write(out, authority, Language.SV);
            for (Category category : offered(authority)) {
                writeDefinition(out, authority, category.code(), Language.EN);
                writeDefinition(out, authority, category.code(), Language.SV);
            }
            out.end();
        });
    }

    private List<Category> offered(Authority authority) {
        if (authority == null) {
            return categories.all();
        }
        return authority.kind() == AuthorityKind.MUNICIPALITY
                ? catalogue.availableIn(authority.code())
                : categories.find(Category.STATE_ROAD).stream().toList();
    }

    /** A municipality's list holds what is somebody else's to mend, too; the questions are theirs who mend it. */
    private List<Question> asked(Authority authority, String serviceCode) {
        return authority == null
                ? List.of()
                : questions.of(catalogue.authorityFor(authority.code(), serviceCode), serviceCode);
    }

    private static void write(AnswerWriter out, Question question, int order, Language language) throws IOException {
        out.flag("variable", question.kind().wantsAnswer());
        out.text("code", question.key());
        out.text("datatype", question.kind().dataType());
        out.flag("required", question.required());
        out.text("datatype_description", question.kind() == QuestionKind.DATE ? dayAlone(language) : null);
        out.number("order", order);
        out.text("description", question.label().in(language));
        if (question.kind().hasChoices()) {
            out.beginList("values", "value");
            for (Choice choice : question.choices()) {
                out.beginItem();
                out.text("key", choice.code());
                out.text("name", choice.name().in(language));
                if (choice.isStop()) {
                    out.text("disable_message", choice.stop().in(language));
                }
                out.end();
            }
            out.end();
        }
    }

    private static String dayAlone(Language language) {
        return language == Language.EN ? "A day, YYYY-MM-DD" : "En dag, ÅÅÅÅ-MM-DD";
    }

    private static void writeOwnId(AnswerWriter out, int order, Language language) throws IOException {
        out.flag("variable", true);
        out.text("code", OWN_ID);
        out.text("datatype", "string");
        out.flag("required", false);
        out.text("datatype_description", null);
        out.number("order", order);
        out.text("description", language == Language.EN ? "Your own number for it" : "Ert eget nummer på ärendet");
        out.text("automated", "server_set");
    }
}
