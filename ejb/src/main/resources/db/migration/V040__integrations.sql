-- How an authority takes reports and gives its answers. No row means e-mail, as it was before there were other ways.
create table integration (
    authority_code   varchar(8)   not null,
    channel          varchar(12)  not null,
    -- While paused, deliveries wait and nothing is sent.
    paused_at        datetime(6)  null,
    -- Replies by mail from the authority's own address are published without anybody's approval.
    trusts_mail      boolean      not null default false,
    -- An alarm mail when something has waited this long and nothing has gone through; null takes the installation's setting, 0 never.
    alarm_hours      int          null,
    alarm_email      varchar(254) null,
    alarmed_at       datetime(6)  null,
    last_sent_at     datetime(6)  null,
    last_received_at datetime(6)  null,
    changed_at       datetime(6)  not null,
    version          int          not null,
    primary key (authority_code),
    constraint fk_integration_authority foreign key (authority_code) references authority (code)
);

-- Their server that we call (Open311 GeoReport v2).
create table open311_endpoint (
    authority_code    varchar(8)     not null,
    url               varchar(500)   not null,
    jurisdiction      varchar(120)   null,
    -- Locked by SecretBox, purpose "open311", owner "authority:CODE".
    api_key           varbinary(600) null,
    format            varchar(4)     not null,
    attribute_style   varchar(10)    not null,
    extended_statuses boolean        not null,
    -- What a bare "closed" means to us: a status code.
    closed_means      varchar(20)    not null,
    updates           varchar(10)    not null,
    sends_updates     boolean        not null,
    time_zone         varchar(40)    not null,
    own_id_attribute  varchar(60)    null,
    changeset         varchar(60)    null,
    services_at       datetime(6)    null,
    polled_until      datetime(6)    null,
    poll_succeeded_at datetime(6)    null,
    next_poll_at      datetime(6)    null,
    poll_failures     int            not null default 0,
    lease_owner       varchar(80)    null,
    lease_until       datetime(6)    null,
    changed_at        datetime(6)    not null,
    version           int            not null,
    primary key (authority_code),
    key ix_endpoint_poll (next_poll_at),
    constraint fk_endpoint_authority foreign key (authority_code) references authority (code)
);

create table open311_service (
    authority_code varchar(8)    not null,
    service_code   varchar(120)  not null,
    name           varchar(200)  not null,
    description    varchar(4000) not null,
    service_group  varchar(200)  not null,
    type           varchar(10)   not null,
    metadata       boolean       not null,
    -- The attributes as their server defined them, as JSON; null when there are none.
    definition     mediumtext    null,
    seen_at        datetime(6)   not null,
    -- No longer in their list; open reports keep it.
    gone_at        datetime(6)   null,
    primary key (authority_code, service_code),
    constraint fk_service_authority foreign key (authority_code) references authority (code)
);

create table open311_mapping (
    authority_code varchar(8)   not null,
    category_code  varchar(40)  not null,
    service_code   varchar(120) not null,
    primary key (authority_code, category_code),
    constraint fk_mapping_service foreign key (authority_code, service_code) references open311_service (authority_code, service_code),
    constraint fk_mapping_category foreign key (category_code) references category (code)
);

-- What a report is called in their system.
create table remote_request (
    delivery_id        bigint       not null,
    report_id          bigint       not null,
    authority_code     varchar(8)   not null,
    -- NUMBERED: has their number. TOKEN: has a token, the number is asked for. BLIND: taken without either.
    state              varchar(12)  not null,
    service_request_id varchar(120) null,
    token              varchar(200) null,
    remote_status      varchar(60)  null,
    remote_updated_at  datetime(6)  null,
    created_at         datetime(6)  not null,
    next_poll_at       datetime(6)  null,
    polls              int          not null default 0,
    version            int          not null,
    primary key (delivery_id),
    unique key uk_remote_number (authority_code, service_request_id),
    key ix_remote_report (report_id),
    key ix_remote_poll (state, next_poll_at),
    constraint fk_remote_delivery foreign key (delivery_id) references delivery (id) on delete cascade,
    constraint fk_remote_report foreign key (report_id) references report (id) on delete cascade
);

-- A resident's words on their way to the authority's system; the columns of sending's queues.
create table update_delivery (
    id               bigint        not null,
    report_id        bigint        not null,
    update_id        bigint        not null,
    authority_code   varchar(8)    not null,
    state            varchar(20)   not null,
    attempts         int           not null,
    created_at       datetime(6)   not null,
    next_attempt_at  datetime(6)   not null,
    lease_owner      varchar(80)   null,
    lease_until      datetime(6)   null,
    unknowns         int           not null default 0,
    due_since        datetime(6)   null,
    handed_over_at   datetime(6)   null,
    message_id       varchar(200)  not null,
    remote_update_id varchar(200)  null,
    delivered_at     datetime(6)   null,
    last_error       varchar(1000) null,
    version          int           not null,
    primary key (id),
    unique key uk_update_delivery (update_id, authority_code),
    key ix_update_delivery_due (state, next_attempt_at),
    key ix_update_delivery_report (report_id),
    key ix_update_delivery_authority (authority_code, state),
    key ix_update_delivery_remote (authority_code, remote_update_id),
    constraint fk_update_delivery_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_update_delivery_update foreign key (update_id) references report_update (id) on delete cascade
);

-- What an authority's system said about a report, by whatever way: the same thing twice changes nothing.
create table incoming_update (
    id             bigint       not null,
    authority_code varchar(8)   not null,
    -- Who said it: "poll", "key:12", "mail".
    source         varchar(40)  not null,
    remote_id      varchar(200) not null,
    -- SHA-256 of what was said; the same id with other words is another thing.
    content_hash   binary(32)   not null,
    report_id      bigint       not null,
    remote_at      datetime(6)  not null,
    received_at    datetime(6)  not null,
    -- APPLIED, WORDS_ONLY (an older or impossible status), NOTHING (nothing new).
    result         varchar(12)  not null,
    update_id      bigint       null,
    primary key (id),
    unique key uk_incoming_update (authority_code, source, remote_id, content_hash),
    key ix_incoming_report (report_id, remote_at),
    key ix_incoming_update (update_id),
    constraint fk_incoming_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_incoming_update foreign key (update_id) references report_update (id) on delete set null
);

-- What went wrong with a system, grouped by reason, for the desk.
create table integration_fault (
    id             bigint        not null,
    authority_code varchar(8)    not null,
    -- What we were doing: DELIVER, UPDATE, POLL, TOKEN, SERVICES, MAIL, CLIENT.
    action         varchar(12)   not null,
    -- A message key's end: "integration.fault.<reason>".
    reason         varchar(60)   not null,
    subject        varchar(120)  null,
    request        varchar(2000) null,
    -- What came back, cut, without addresses and phone numbers.
    answer         mediumtext    null,
    occurred_at    datetime(6)   not null,
    handled_at     datetime(6)   null,
    handled_by     bigint        null,
    primary key (id),
    key ix_fault_open (authority_code, handled_at, occurred_at),
    key ix_fault_age (occurred_at),
    constraint fk_fault_authority foreign key (authority_code) references authority (code),
    constraint fk_fault_account foreign key (handled_by) references account (id) on delete set null
);

-- Keys to our own Open311 server.
create table api_key (
    id             bigint       not null,
    authority_code varchar(8)   not null,
    name           varchar(80)  not null,
    -- The first characters, to be told apart by; the rest is known to its holder alone.
    prefix         varchar(12)  not null,
    key_hash       binary(32)   not null,
    -- READ_PRIVATE, POST_REQUESTS, POST_UPDATES, separated by commas.
    scopes         varchar(80)  not null,
    -- Whether its holder gets and gives extended statuses.
    extended       boolean      not null,
    created_at     datetime(6)  not null,
    created_by     bigint       null,
    last_used_at   datetime(6)  null,
    revoked_at     datetime(6)  null,
    revoked_by     bigint       null,
    version        int          not null,
    primary key (id),
    unique key uk_api_key (key_hash),
    key ix_api_key_authority (authority_code, revoked_at),
    constraint fk_api_key_authority foreign key (authority_code) references authority (code),
    constraint fk_api_key_creator foreign key (created_by) references account (id) on delete set null,
    constraint fk_api_key_revoker foreign key (revoked_by) references account (id) on delete set null
);

-- A request that a system posted, so that the same one again gives the same number.
create table posted_request (
    api_key_id  bigint      not null,
    -- SHA-256 of the client's own id, or of what it said.
    client_hash binary(32)  not null,
    report_id   bigint      not null,
    posted_at   datetime(6) not null,
    primary key (api_key_id, client_hash),
    key ix_posted_report (report_id),
    key ix_posted_age (posted_at),
    constraint fk_posted_key foreign key (api_key_id) references api_key (id) on delete cascade,
    constraint fk_posted_report foreign key (report_id) references report (id) on delete cascade
);

-- What an authority wants to know besides, by category (product.md, P3).
create table extra_question (
    id             bigint        not null,
    authority_code varchar(8)    not null,
    category_code  varchar(40)   not null,
    code           varchar(60)   not null,
    kind           varchar(12)   not null,
    required       boolean       not null,
    sort_order     int           not null,
    label_sv       varchar(1000) not null,
    label_en       varchar(1000) null,
    -- Asked because their server's definition wants it: goes when the definition goes.
    remote         boolean       not null default false,
    primary key (id),
    unique key uk_extra_question (authority_code, category_code, code),
    constraint fk_question_authority foreign key (authority_code) references authority (code),
    constraint fk_question_category foreign key (category_code) references category (code)
);

create table extra_choice (
    question_id bigint        not null,
    code        varchar(120)  not null,
    sort_order  int           not null,
    label_sv    varchar(200)  not null,
    label_en    varchar(200)  null,
    -- Chosen, the report is not sent here; this says whom to call instead.
    stop_sv     varchar(2000) null,
    stop_en     varchar(2000) null,
    primary key (question_id, code),
    constraint fk_choice_question foreign key (question_id) references extra_question (id) on delete cascade
);

create table draft_answer (
    draft_id      bigint        not null,
    question_code varchar(60)   not null,
    -- Several choices are several lines.
    value         varchar(4000) not null,
    primary key (draft_id, question_code),
    constraint fk_draft_answer foreign key (draft_id) references draft (id) on delete cascade
);

-- The question's words as they were when it was answered.
create table report_answer (
    report_id     bigint        not null,
    question_code varchar(60)   not null,
    sort_order    int           not null,
    question      varchar(1000) not null,
    value         varchar(4000) not null,
    -- As people read it: the names of the choices.
    shown         varchar(4000) not null,
    primary key (report_id, question_code),
    constraint fk_report_answer foreign key (report_id) references report (id) on delete cascade
);

-- Every mail that came in, kept as it came before anything is made of it.
create table incoming_mail (
    id              bigint        not null,
    -- SHA-256 of the bytes: a mailbox that hands the same mail out again gives nothing new.
    digest          binary(32)    not null,
    received_at     datetime(6)   not null,
    message_id      varchar(300)  null,
    sender          varchar(254)  null,
    subject         varchar(300)  null,
    raw             mediumblob    not null,
    -- RECEIVED, PUBLISHED, WAITING (for approval), AUTOMATIC, BOUNCE, UNKNOWN, REFUSED, HANDLED.
    state           varchar(12)   not null,
    -- A message key's end: "mail.reason.<reason>".
    reason          varchar(60)   null,
    authority_code  varchar(8)    null,
    report_id       bigint        null,
    delivery_id     bigint        null,
    -- What would be published: words and perhaps a status code.
    text            varchar(4000) null,
    status          varchar(20)   null,
    attempts        int           not null default 0,
    next_attempt_at datetime(6)   null,
    judged_at       datetime(6)   null,
    judged_by       bigint        null,
    version         int           not null,
    primary key (id),
    unique key uk_incoming_mail (digest),
    key ix_incoming_mail_state (state, received_at),
    key ix_incoming_mail_authority (authority_code, state, received_at),
    key ix_incoming_mail_report (report_id),
    key ix_incoming_mail_delivery (delivery_id),
    constraint fk_incoming_mail_report foreign key (report_id) references report (id) on delete set null,
    constraint fk_incoming_mail_delivery foreign key (delivery_id) references delivery (id) on delete set null,
    constraint fk_incoming_mail_judge foreign key (judged_by) references account (id) on delete set null
);
