-- Public numbers without gaps of hundreds: nothing is cached across a restart.
create sequence report_number start with 1 increment by 1 nocache;
-- Blocks of 500. It starts with the end of the first block: EclipseLink counts backwards from what it gets, and refuses to go below 1.
create sequence inner_number start with 500 increment by 500 nocache;

create table report (
    id                bigint        not null,
    municipality_code char(4)       not null,
    authority_code    varchar(8)    not null,
    category_code     varchar(40)   not null,
    status            varchar(20)   not null,
    visibility        varchar(12)   not null,
    -- Whether strangers may see it: confirmed and public. Kept by the aggregate, first in every public index.
    listed            boolean       not null,
    title             varchar(100)  not null,
    description       varchar(4000) not null,
    lat               double        not null,
    lon               double        not null,
    -- Morton number of the position at zoom 24 (see the class MapCell): a tile at any zoom is one range.
    cell              bigint        not null,
    address           varchar(200)  null,
    reporter_name     varchar(100)  not null,
    reporter_email    varchar(254)  not null,
    reporter_phone    varchar(40)   null,
    show_name         boolean       not null,
    language          char(2)       not null,
    source            varchar(12)   not null,
    thumbnail         char(22) character set ascii collate ascii_bin null,
    submitted_at      datetime(6)   not null,
    confirmed_at      datetime(6)   null,
    changed_at        datetime(6)   not null,
    duplicate_of      bigint        null,
    version           int           not null,
    primary key (id),
    -- Holds all that counting, filtering and sorting within an area need, so that only what is shown is read from the table.
    key ix_report_map (listed, cell, status, category_code, changed_at, confirmed_at, lat, lon),
    key ix_report_newest (listed, confirmed_at, id),
    key ix_report_changed (listed, changed_at, cell, status, category_code, lat, lon),
    key ix_report_status_changed (listed, status, changed_at),
    key ix_report_municipality (municipality_code, listed, confirmed_at),
    key ix_report_municipality_status (municipality_code, listed, status, changed_at),
    key ix_report_authority (authority_code, listed, status, confirmed_at),
    key ix_report_status (status, submitted_at),
    key ix_report_reporter (reporter_email, submitted_at),
    constraint fk_report_municipality foreign key (municipality_code) references municipality (code),
    constraint fk_report_authority foreign key (authority_code) references authority (code),
    constraint fk_report_category foreign key (category_code) references category (code),
    constraint fk_report_duplicate foreign key (duplicate_of) references report (id)
);

-- What happened, in the order it happened: the story that the report's page tells.
create table history_entry (
    id          bigint        not null,
    report_id   bigint        not null,
    at          datetime(6)   not null,
    kind        varchar(16)   not null,
    from_status varchar(20)   null,
    to_status   varchar(20)   null,
    actor       varchar(16)   not null,
    actor_name  varchar(100)  null,
    text        varchar(4000) null,
    primary key (id),
    key ix_history_report (report_id, at),
    constraint fk_history_report foreign key (report_id) references report (id) on delete cascade
);
