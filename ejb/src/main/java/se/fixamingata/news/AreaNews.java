package se.fixamingata.news;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;

/** Something that subscribers of an area are to know, and how far telling it at once has come. */
@Entity
@Table(name = "area_news")
@NamedQuery(
        name = "AreaNews.ofReport",
        query = "select n from AreaNews n where n.reportId = :report and n.kind = se.fixamingata.news.NewsKind.NEW"
                + " order by n.id desc")
@NamedQuery(name = "AreaNews.countByState", query = "select n.state, count(n) from AreaNews n group by n.state")
@NamedQuery(
        name = "AreaNews.oldestDue",
        query = "select n.at from AreaNews n where n.state = se.fixamingata.news.AreaNews.State.DUE order by n.at")
@NamedQuery(name = "AreaNews.forget", query = "delete from AreaNews n where n.reportId = :report")
public class AreaNews {

    /** How telling it at once stands. */
    public enum State {
        DUE,
        DONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "news_number")
    @SequenceGenerator(name = "news_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NewsKind kind;

    @Column(nullable = false)
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @Column(name = "municipality_code", nullable = false, length = 4)
    private String municipalityCode;

    @Column(name = "category_code", nullable = false, length = 40)
    private String categoryCode;

    @Column(nullable = false)
    private double lat;

    @Column(nullable = false)
    private double lon;

    @Column(name = "previous_id")
    private Long previousId;

    @Column(name = "told_to", nullable = false)
    private long toldTo;

    @Column(nullable = false)
    private int told;

    @Column(name = "told_until")
    private Instant toldUntil;

    protected AreaNews() {}

    /** @param previous what was told of it before, at another place or of another category; null for nothing */
    AreaNews(Report report, NewsKind kind, Long previous, Instant at) {
        this.reportId = report.id();
        this.kind = kind;
        this.at = at;
        this.state = kind == NewsKind.NEW ? State.DUE : State.DONE;
        this.municipalityCode = report.municipalityCode();
        this.categoryCode = report.categoryCode();
        this.lat = report.position().lat();
        this.lon = report.position().lon();
        this.previousId = previous;
    }

    /**
     * A portion has been told.
     *
     * @param until when the last of their mails is due
     */
    void told(int people, Instant until, long lastSubscription) {
        told += people;
        toldUntil = until;
        toldTo = lastSubscription;
    }

    /** Everybody who wants to know at once has been told, or nobody is to be. */
    void done() {
        state = State.DONE;
    }

    public Long id() {
        return id;
    }

    public long reportId() {
        return reportId;
    }

    public NewsKind kind() {
        return kind;
    }

    /** When it happened. */
    public Instant at() {
        return at;
    }

    public String municipalityCode() {
        return municipalityCode;
    }

    public String categoryCode() {
        return categoryCode;
    }

    public Position position() {
        return Position.of(lat, lon);
    }

    /** Null when nothing was told of it before. */
    public Long previousId() {
        return previousId;
    }

    /** The last subscription that has been looked at. */
    long toldTo() {
        return toldTo;
    }

    /** When the last of the planned mails is due; null before the first. */
    Instant toldUntil() {
        return toldUntil;
    }

    /** How many mails were planned. */
    public int told() {
        return told;
    }

    public State state() {
        return state;
    }
}
