package se.fixamingata.operatordesk.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.shared.SqlTime;

/** What the service is set up with, and what it runs on; for the operator. */
@Stateless
@PermitAll
public class ServiceDesk {

    private static final int FILES = 100;
    private static final String BUILD = "/META-INF/maven/se.fixamingata/fixamingata-ejb/pom.properties";

    /** Set by whoever builds or deploys. */
    private static final String COMMIT = "fmg.build.commit";

    @Inject
    EntityManager em;

    /** For the container. */
    public ServiceDesk() {}

    /** For tests. */
    ServiceDesk(EntityManager em) {
        this.em = em;
    }

    public List<SettingLine> settings(Caller caller) {
        Permissions.requireOperator(caller);
        Config config = ConfigProvider.getConfig();
        return ShownSettings.names(config.getPropertyNames()).stream()
                .map(name -> ShownSettings.line(
                        name, one -> config.getConfigValue(one).getValue(), one -> config.getConfigValue(one)
                                .getSourceOrdinal()))
                .toList();
    }

    public Versions versions(Caller caller) {
        Permissions.requireOperator(caller);
        Object[] database =
                (Object[]) em.createNativeQuery("select version(), (select version from flyway_schema_history"
                                + " where success and version is not null order by installed_rank desc limit 1)")
                        .getSingleResult();
        return new Versions(
                built(),
                ConfigProvider.getConfig()
                        .getOptionalValue(COMMIT, String.class)
                        .orElse(""),
                System.getProperty("java.runtime.version", ""),
                String.valueOf(database[0]),
                String.valueOf(database[1]));
    }

    private static String built() {
        try (InputStream properties = ServiceDesk.class.getResourceAsStream(BUILD)) {
            Properties build = new Properties();
            if (properties != null) {
                build.load(properties);
            }
            return build.getProperty("version", "");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Files that were read in, the newest first. */
    public List<ReadFile> files(Caller caller) {
        Permissions.requireOperator(caller);
        return ((List<?>) em.createNativeQuery("select name, " + SqlTime.micros("imported_at")
                                + ", rows_read from imported_file order by imported_at desc, name limit " + FILES)
                        .getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row ->
                                new ReadFile((String) row[0], SqlTime.instant(row[1]), ((Number) row[2]).longValue()))
                        .toList();
    }
}
