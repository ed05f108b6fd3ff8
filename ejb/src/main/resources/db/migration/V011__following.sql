-- Somebody who is not the reporter wants to be told.
create table subscription (
    id           bigint       not null,
    report_id    bigint       not null,
    account_id   bigint       null,
    email        varchar(254) not null,
    language     char(2)      not null,
    state        varchar(16)  not null,
    created_at   datetime(6)  not null,
    confirmed_at datetime(6)  null,
    ended_at     datetime(6)  null,
    version      int          not null,
    primary key (id),
    unique key uk_subscription (report_id, email),
    key ix_subscription_email (email),
    key ix_subscription_account (account_id),
    constraint fk_subscription_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_subscription_account foreign key (account_id) references account (id) on delete cascade
);

-- Links that are not about a report (signing in, invitations), and links about something of a report (an update, a subscription).
alter table secret_link
    modify column report_id bigint null,
    add column subject_id bigint      null,
    add column revoked_at datetime(6) null,
    add key ix_secret_link_subject (subject_id, purpose);

alter table notification
    modify column report_id bigint null,
    add column subject_id bigint null after report_id,
    add key ix_notification_recipient (recipient, created_at);
