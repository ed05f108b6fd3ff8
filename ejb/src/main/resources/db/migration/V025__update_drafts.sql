-- A comment being written: as a report's draft, found by a random secret of which only the hash is here. One browser may be writing
-- about several reports at once, under one secret. Once sent it remembers which update it became and nothing else.
create table update_draft (
    id          bigint         not null,
    token_hash  binary(32)     not null,
    report_id   bigint         not null,
    text        varchar(12000) null,
    name        varchar(400)   null,
    email       varchar(400)   null,
    show_name   boolean        not null,
    looks_fixed boolean        not null,
    language    char(2)        not null,
    update_id   bigint         null,
    changed_at  datetime(6)    not null,
    expires_at  datetime(6)    not null,
    version     int            not null,
    primary key (id),
    unique key uk_update_draft (token_hash, report_id),
    key ix_update_draft_expires (expires_at),
    constraint fk_update_draft_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_update_draft_update foreign key (update_id) references report_update (id) on delete cascade
);

alter table photo
    add column update_draft_id bigint null after draft_id,
    add key ix_photo_update_draft (update_draft_id, sort_order),
    add constraint fk_photo_update_draft foreign key (update_draft_id) references update_draft (id) on delete cascade;
