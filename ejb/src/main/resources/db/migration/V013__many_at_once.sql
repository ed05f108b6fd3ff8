-- One status and one text for many reports. The rows are the work: a server that dies leaves them, another goes on.
create table bulk_change (
    id             bigint        not null,
    authority_code varchar(8)    not null,
    account_id     bigint        null,
    status         varchar(20)   null,
    text           varchar(4000) not null,
    state          varchar(12)   not null,
    total          int           not null,
    changed        int           not null,
    skipped        int           not null,
    created_at     datetime(6)   not null,
    started_at     datetime(6)   null,
    ended_at       datetime(6)   null,
    lease_owner    varchar(80)   null,
    lease_until    datetime(6)   null,
    version        int           not null,
    primary key (id),
    key ix_bulk_change_authority (authority_code, created_at),
    key ix_bulk_change_state (state, created_at),
    constraint fk_bulk_change_authority foreign key (authority_code) references authority (code),
    constraint fk_bulk_change_account foreign key (account_id) references account (id) on delete set null
);

create table bulk_change_report (
    bulk_id   bigint      not null,
    report_id bigint      not null,
    state     varchar(12) not null,
    reason    varchar(60) null,
    primary key (bulk_id, report_id),
    key ix_bulk_change_report_state (bulk_id, state, report_id),
    key ix_bulk_change_report_report (report_id),
    constraint fk_bulk_change_report_bulk foreign key (bulk_id) references bulk_change (id) on delete cascade,
    constraint fk_bulk_change_report_report foreign key (report_id) references report (id) on delete cascade
);
