-- One row a report and recipient, written in the transaction that confirms the report; nothing is lost while it stands here.
create table delivery (
    id              bigint        not null,
    report_id       bigint        not null,
    authority_code  varchar(8)    not null,
    channel         varchar(12)   not null,
    recipient       varchar(254)  null,
    state           varchar(20)   not null,
    attempts        int           not null,
    created_at      datetime(6)   not null,
    next_attempt_at datetime(6)   not null,
    lease_owner     varchar(80)   null,
    lease_until     datetime(6)   null,
    -- Attempts that ended in silence after the message was handed over: one is tried again, two are not.
    unknowns        int           not null default 0,
    -- When the seven days of trying began, if later than created_at: the address was registered afterwards.
    due_since       datetime(6)   null,
    message_id      varchar(200)  not null,
    delivered_at    datetime(6)   null,
    version         int           not null,
    primary key (id),
    key ix_delivery_due (state, next_attempt_at),
    key ix_delivery_report (report_id),
    key ix_delivery_authority (authority_code, state),
    constraint fk_delivery_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_delivery_authority foreign key (authority_code) references authority (code)
);

-- Every attempt: when, where, answer, how long. A row without an outcome is a server that died on the way.
create table delivery_attempt (
    id             bigint        not null,
    delivery_id    bigint        not null,
    started_at     datetime(6)   not null,
    -- Set, and committed, just before the message is handed over: before it nothing can have arrived, after it nobody knows.
    handed_over_at datetime(6)   null,
    finished_at    datetime(6)   null,
    outcome        varchar(20)   null,
    destination    varchar(300)  not null,
    answer         varchar(1000) null,
    primary key (id),
    key ix_delivery_attempt (delivery_id, started_at),
    constraint fk_attempt_delivery foreign key (delivery_id) references delivery (id) on delete cascade
);

-- A mail to a person, as a row first. Rendered when it is sent, so that secret links never stand in the database in the clear.
create table notification (
    id              bigint        not null,
    report_id       bigint        not null,
    kind            varchar(24)   not null,
    recipient       varchar(254)  not null,
    language        char(2)       not null,
    state           varchar(12)   not null,
    attempts        int           not null,
    created_at      datetime(6)   not null,
    next_attempt_at datetime(6)   not null,
    lease_owner     varchar(80)   null,
    lease_until     datetime(6)   null,
    unknowns        int           not null default 0,
    due_since       datetime(6)   null,
    handed_over_at  datetime(6)   null,
    message_id      varchar(200)  not null,
    sent_at         datetime(6)   null,
    last_error      varchar(1000) null,
    version         int           not null,
    primary key (id),
    key ix_notification_due (state, next_attempt_at),
    key ix_notification_report (report_id, kind),
    constraint fk_notification_report foreign key (report_id) references report (id) on delete cascade
);

-- Proof by possession: a random token that only its holder knows; here is its SHA-256.
create table secret_link (
    token_hash binary(32)  not null,
    purpose    varchar(20) not null,
    report_id  bigint      not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at    datetime(6) null,
    primary key (token_hash),
    key ix_secret_link_report (report_id, purpose),
    key ix_secret_link_expires (expires_at),
    constraint fk_secret_link_report foreign key (report_id) references report (id) on delete cascade
);
