-- What the authority's own work adds to a report.
alter table report
    add column reporter_account bigint       null after show_name,
    add column assignee_id      bigint       null,
    add column priority         varchar(8)   not null default 'NORMAL',
    -- The day by which the authority says it will be done; public.
    add column expected_on      date         null,
    -- First public answer of the authority.
    add column answered_at      datetime(6)  null,
    -- Something came from a resident that no caseworker has answered or marked as read.
    add column news_at          datetime(6)  null,
    -- The reporter was asked something: until then it is not the authority's turn.
    add column waiting_until    datetime(6)  null,
    add key ix_report_account (reporter_account, submitted_at),
    add key ix_report_assignee (assignee_id, status),
    add key ix_report_duplicates (duplicate_of),
    add key ix_report_desk (authority_code, status, confirmed_at),
    add constraint fk_report_account foreign key (reporter_account) references account (id) on delete set null,
    add constraint fk_report_assignee foreign key (assignee_id) references account (id) on delete set null;

-- After an erasure the person is gone and the report stays.
alter table report
    modify column reporter_name  varchar(100) null,
    modify column reporter_email varchar(254) null;

-- What people write about a report after it was sent: residents' comments, the authority's answers. The history tells that it was
-- written; the words are here, where they can be hidden or edited.
create table report_update (
    id           bigint        not null,
    report_id    bigint        not null,
    author       varchar(16)   not null,
    account_id   bigint        null,
    name         varchar(100)  null,
    email        varchar(254)  null,
    show_name    boolean       not null,
    language     char(2)       not null,
    text         varchar(4000) not null,
    -- "This looks fixed": a word to the caseworker, not a status.
    looks_fixed  boolean       not null,
    state        varchar(16)   not null,
    created_at   datetime(6)   not null,
    published_at datetime(6)   null,
    edited_at    datetime(6)   null,
    version      int           not null,
    primary key (id),
    key ix_update_report (report_id, created_at),
    key ix_update_state (state, created_at),
    key ix_update_account (account_id, created_at),
    key ix_update_email (email, created_at),
    constraint fk_update_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_update_account foreign key (account_id) references account (id) on delete set null
);

alter table history_entry
    add column internal   boolean       not null default false,
    add column account_id bigint        null,
    add column update_id  bigint        null,
    -- Codes, ids and days for the page to put into words: "lighting>other".
    add column detail     varchar(1000) null,
    add key ix_history_update (update_id),
    add constraint fk_history_update foreign key (update_id) references report_update (id) on delete cascade,
    add constraint fk_history_account foreign key (account_id) references account (id) on delete set null;

alter table photo
    add column update_id bigint  null after report_id,
    add column hidden    boolean not null default false,
    add key ix_photo_update (update_id, sort_order),
    add constraint fk_photo_update foreign key (update_id) references report_update (id) on delete cascade;

-- A document that goes with an answer. Pictures are photos.
create table update_document (
    id         char(22) character set ascii collate ascii_bin not null,
    update_id  bigint       not null,
    file_name  varchar(200) not null,
    length     int          not null,
    bytes      mediumblob   not null,
    primary key (id),
    key ix_update_document (update_id),
    constraint fk_update_document foreign key (update_id) references report_update (id) on delete cascade
);

create table response_template (
    id             bigint        not null,
    authority_code varchar(8)    not null,
    name           varchar(80)   not null,
    status         varchar(20)   null,
    category_code  varchar(40)   null,
    text           varchar(4000) not null,
    changed_at     datetime(6)   not null,
    version        int           not null,
    primary key (id),
    unique key uk_response_template (authority_code, name),
    constraint fk_response_template_authority foreign key (authority_code) references authority (code),
    constraint fk_response_template_category foreign key (category_code) references category (code)
);

-- Reports in these are for the reporter and the caseworkers only.
create table private_category (
    authority_code varchar(8)  not null,
    category_code  varchar(40) not null,
    primary key (authority_code, category_code),
    constraint fk_private_category_authority foreign key (authority_code) references authority (code),
    constraint fk_private_category_category foreign key (category_code) references category (code)
);
