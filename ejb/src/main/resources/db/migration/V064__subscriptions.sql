-- Besides one report: a municipality, a category in it, or a circle; at once, or in a mail a day or a week.
alter table subscription
    modify column report_id bigint null,
    add column kind              varchar(12) not null default 'REPORT' after id,
    add column frequency         varchar(8)  not null default 'AT_ONCE' after state,
    -- What is watched, spelled in one way ("m/1763", "c/1763/lighting", "o/59.530000,13.480000/1000"); null for a report.
    add column area              varchar(80) character set ascii collate ascii_bin null,
    add column municipality_code char(4)     null,
    add column category_code     varchar(40) null,
    add column lat               double      null,
    add column lon               double      null,
    -- Metres.
    add column radius            int         null,
    -- The circle's middle in words.
    add column place             varchar(200) null,
    -- Nothing older is told.
    add column news_from         datetime(6) not null default '2000-01-01',
    add unique key uk_subscription_area (area, email),
    add key ix_subscription_at_once (area, frequency, state, id),
    add key ix_subscription_frequency (frequency, state, email),
    add constraint fk_subscription_municipality foreign key (municipality_code) references municipality (code),
    add constraint fk_subscription_category foreign key (category_code) references category (code);

-- The map cells that a circle touches, at most 16 of one zoom. The number is a Morton number with a leading 1, so that it tells the zoom.
create table subscription_cell (
    cell            bigint not null,
    subscription_id bigint not null,
    primary key (cell, subscription_id),
    key ix_subscription_cell (subscription_id),
    constraint fk_subscription_cell foreign key (subscription_id) references subscription (id) on delete cascade
);

-- What subscribers of areas are told: written in the transaction in which a report becomes public, moves or is fixed.
create table area_news (
    id                bigint      not null,
    report_id         bigint      not null,
    kind              varchar(8)  not null,
    at                datetime(6) not null,
    -- DUE until everybody who wants to know at once has been told.
    state             varchar(8)  not null,
    municipality_code char(4)     not null,
    category_code     varchar(40) not null,
    lat               double      not null,
    lon               double      not null,
    -- The news before this one, when it was public at another place or of another category; subscribers of both heard of it then.
    previous_id       bigint      null,
    -- How far telling has come: the last subscription, and how many were told.
    told_to           bigint      not null default 0,
    told              int         not null default 0,
    -- When the last of their mails is due: the next portion's come after it.
    told_until        datetime(6) null,
    primary key (id),
    key ix_area_news_due (state, at, id),
    key ix_area_news_at (at),
    key ix_area_news_report (report_id, kind, id),
    constraint fk_area_news_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_area_news_previous foreign key (previous_id) references area_news (id) on delete set null
);

-- Nobody is told twice of one report, whatever dies when: this row and the mail's are written together.
create table area_told (
    report_id       bigint       not null,
    email           varchar(254) not null,
    subscription_id bigint       not null,
    news_id         bigint       not null,
    primary key (report_id, email),
    key ix_area_told_email (email),
    constraint fk_area_told_report foreign key (report_id) references report (id) on delete cascade
);

-- One round of mails a day or a week: everything since the round before, up to the cut-off.
create table digest_run (
    frequency   varchar(8)  not null,
    cut_off     datetime(6) not null,
    since       datetime(6) not null,
    finished_at datetime(6) null,
    primary key (frequency, cut_off)
);

-- One mail of a round. Its text is written when it is sent; here stands which reports it tells of.
create table digest (
    id         bigint       not null,
    frequency  varchar(8)   not null,
    cut_off    datetime(6)  not null,
    email      varchar(254) not null,
    language   char(2)      not null,
    state      varchar(8)   not null,
    content    text         null,
    primary key (id),
    unique key uk_digest (frequency, cut_off, email),
    key ix_digest_round (frequency, cut_off, id),
    key ix_digest_email (email),
    constraint fk_digest_run foreign key (frequency, cut_off) references digest_run (frequency, cut_off) on delete cascade
);
