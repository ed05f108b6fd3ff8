package se.fixamingata.category;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import se.fixamingata.shared.Language;

/** A kind of fault, for example street lighting. Its code is what Open311 calls {@code service_code} and never changes. */
@Entity
@Cacheable
@Table(name = "category")
@NamedQuery(name = "Category.all", query = "select c from Category c order by c.sortOrder")
public class Category {

    /** Goes to Trafikverket, wherever it is reported. */
    public static final String STATE_ROAD = "state_road";

    @Id
    @Column(length = 40)
    private String code;

    @Column(name = "name_sv", nullable = false, length = 80)
    private String nameSv;

    @Column(name = "name_en", nullable = false, length = 80)
    private String nameEn;

    @Enumerated(EnumType.STRING)
    @Column(name = "category_group", nullable = false)
    private CategoryGroup group;

    @Column(name = "sort_order", nullable = false)
    private int sortOrder;

    protected Category() {}

    public String code() {
        return code;
    }

    public String name(Language language) {
        return language == Language.EN ? nameEn : nameSv;
    }

    public CategoryGroup group() {
        return group;
    }

    public int sortOrder() {
        return sortOrder;
    }
}
