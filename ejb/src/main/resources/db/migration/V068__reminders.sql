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

-- "Is it fixed?" (R29): each reporter is asked once for each cause, FIXED or OPEN; written with the mail.
create table question_asked (
    report_id bigint      not null,
    cause     varchar(8)  not null,
    -- Those that were planned together.
    batch     bigint      not null,
    asked_at  datetime(6) not null,
    primary key (report_id, cause),
    key ix_question_asked_batch (batch),
    constraint fk_question_asked_report foreign key (report_id) references report (id) on delete cascade
);

-- Addresses that do not want to be asked any more: their SHA-256, since nothing else is needed of them.
create table question_stop (
    address_hash binary(32)  not null,
    at           datetime(6) not null,
    primary key (address_hash)
);

-- Who was reported to long ago is found by when that was.
alter table delivery add key ix_delivery_delivered (delivered_at);
