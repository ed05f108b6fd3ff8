-- Reminders to authorities of what is late (product.md, R28).

-- One mail to one address on one morning; written in the transaction that plans it.
create table reminder_digest (
    id    bigint       not null,
    day   date         not null,
    email varchar(254) not null,
    primary key (id),
    unique key uk_reminder_digest (day, email)
);

-- What each of them reminds of. A report that begins anew, with its clock or with another authority, is reminded of anew.
create table reminder_sent (
    report_id      bigint      not null,
    authority_code varchar(8)  not null,
    -- ANSWER or SOLVE.
    kind           varchar(8)  not null,
    due_from       date        not null,
    round          smallint    not null,
    -- The digest outlives its morning by some weeks only.
    digest_id      bigint      not null,
    -- Told to the administrators, after which nobody is told any more.
    escalated      boolean     not null,
    day            date        not null,
    primary key (report_id, authority_code, kind, due_from, round, digest_id),
    key ix_reminder_sent_digest (digest_id),
    constraint fk_reminder_sent_report foreign key (report_id) references report (id) on delete cascade
);
