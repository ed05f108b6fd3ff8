-- The entry of the report's history that an incoming update became, by which number it is known outside; and the status that it gave.
alter table incoming_update
    add column history_id bigint      null,
    -- Null when it said nothing about a status, nothing that we understand, or was too old to count.
    add column status     varchar(20) null,
    add key ix_incoming_history (history_id);

-- Pictures that an authority's system only gave the address of; fetched after the update is there.
create table remote_photo (
    id              bigint        not null,
    authority_code  varchar(8)    not null,
    report_id       bigint        not null,
    -- Null for one of the report itself.
    update_id       bigint        null,
    url             varchar(2000) not null,
    -- DUE, KEPT, REFUSED (no photo, or not one that we take), GIVEN_UP (no answer in all that time).
    state           varchar(10)   not null,
    attempts        int           not null,
    created_at      datetime(6)   not null,
    next_attempt_at datetime(6)   not null,
    lease_owner     varchar(80)   null,
    lease_until     datetime(6)   null,
    last_error      varchar(200)  null,
    version         int           not null,
    primary key (id),
    key ix_remote_photo_due (state, next_attempt_at),
    key ix_remote_photo_report (report_id),
    key ix_remote_photo_update (update_id),
    constraint fk_remote_photo_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_remote_photo_update foreign key (update_id) references report_update (id) on delete cascade
);
