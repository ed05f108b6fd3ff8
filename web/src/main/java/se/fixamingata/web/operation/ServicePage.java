package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import se.fixamingata.geography.Attribution;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.operatordesk.service.ReadFile;
import se.fixamingata.operatordesk.service.ServiceDesk;
import se.fixamingata.operatordesk.service.SettingLine;
import se.fixamingata.operatordesk.service.Versions;
import se.fixamingata.web.security.CurrentCaller;

/** The page {@code /drift/installningar}: settings in force, versions, and the reference data. Reads only. */
@Named("servicePage")
@RequestScoped
public class ServicePage {

    @Inject
    CurrentCaller callers;

    @Inject
    ServiceDesk desk;

    @Inject
    ReferenceData reference;

    private List<SettingLine> settings = List.of();
    private List<ReadFile> files = List.of();
    private Versions versions;

    /** Before rendering. */
    public void open() {
        settings = desk.settings(callers.get());
        files = desk.files(callers.get());
        versions = desk.versions(callers.get());
    }

    public List<SettingLine> getSettings() {
        return settings;
    }

    public List<ReadFile> getFiles() {
        return files;
    }

    public Versions getVersions() {
        return versions;
    }

    /** Name and version of what we run in. */
    public String getServer() {
        return Faces.getServletContext().getServerInfo();
    }

    public List<Attribution> getSources() {
        return reference.attributions();
    }

    /** {@code loaded}, or {@code built-in} where there is only what is shipped. */
    public String getReference() {
        return reference.isLoaded() ? "loaded" : "built-in";
    }

    /** Why there is no more, as the log says; empty when nothing is wrong. */
    public String getReferenceProblem() {
        return reference.problem().orElse("");
    }
}
