-- Somebody finds that a text or a photo should not be there. Who is a hash: enough to tell three people from one.
create table abuse_report (
    id           bigint        not null,
    report_id    bigint        not null,
    subject      varchar(12)   not null,
    subject_id   varchar(40)   not null,
    reason       varchar(20)   not null,
    text         varchar(1000) null,
    reported_by  binary(32)    not null,
    created_at   datetime(6)   not null,
    verdict      varchar(12)   null,
    judged_at    datetime(6)   null,
    judged_by    bigint        null,
    primary key (id),
    unique key uk_abuse_report (subject, subject_id, reported_by),
    key ix_abuse_report_open (verdict, created_at),
    key ix_abuse_report_report (report_id),
    constraint fk_abuse_report_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_abuse_report_judge foreign key (judged_by) references account (id) on delete set null
);

-- What stood there before a moderator changed it. Kept for moderators, and erasable.
create table moderation_original (
    id           bigint        not null,
    report_id    bigint        not null,
    subject      varchar(12)   not null,
    subject_id   varchar(40)   not null,
    field        varchar(20)   not null,
    text         varchar(4000) null,
    moderated_at datetime(6)   not null,
    moderated_by bigint        null,
    primary key (id),
    key ix_moderation_original_report (report_id),
    key ix_moderation_original_subject (subject, subject_id),
    constraint fk_moderation_original_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_moderation_original_account foreign key (moderated_by) references account (id) on delete set null
);
