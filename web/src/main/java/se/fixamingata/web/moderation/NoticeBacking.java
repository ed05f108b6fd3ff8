package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import se.fixamingata.moderation.AbuseSummary;

/** What pages say about moderating: what was done a moment ago, and why something was reported. */
@Named("moderationNotice")
@RequestScoped
public class NoticeBacking {

    @Inject
    HttpServletRequest request;

    /** Null when nothing was done. */
    public Granted getDone() {
        return Granted.parse(request.getParameter(Granted.PARAMETER)).orElse(null);
    }

    /** An address as the value of a parameter of another one. */
    public String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Whether one person or several have reported it: languages tell them apart. */
    public String countKey(AbuseSummary abuse) {
        return abuse.count() == 1 ? "granskning.count.one" : "granskning.count.many";
    }
}
