-- Retention (product.md, P19): what has had its time is found along an index of its own, in which nothing else stands.

-- Reports of which nothing may go while somebody needs it as it is: a dispute, an inquiry.
create table report_hold (
    report_id bigint       not null,
    -- A reference, never a person.
    reason    varchar(200) not null,
    held_at   datetime(6)  not null,
    held_by   bigint       null,
    primary key (report_id),
    key ix_report_hold_at (held_at, report_id),
    constraint fk_report_hold_report foreign key (report_id) references report (id) on delete cascade,
    constraint fk_report_hold_account foreign key (held_by) references account (id) on delete set null
);

alter table report
    -- The Swedish day of the night on which its people were forgotten.
    add column anonymised_on date null,
    -- The day on which it was fixed or closed, of what is and has not been anonymised since.
    add column forget_from date as (case when status in ('FIXED', 'NO_ACTION', 'NOT_RESPONSIBLE', 'DUPLICATE')
                                    and (anonymised_on is null or anonymised_on <= due_stopped_on) then due_stopped_on end) virtual,
    add key ix_report_forget (forget_from, id);

alter table report_update
    add column anonymised_on date null,
    -- When it was written, of what residents have written and has not been anonymised.
    add column forget_from datetime(6) as (case when author <> 'AUTHORITY' and state <> 'UNCONFIRMED' and anonymised_on is null
                                           then created_at end) virtual,
    add key ix_update_forget (forget_from, id);

alter table account
    -- When its owner was told by mail that it will be erased unless somebody signs in; in force only while nobody has since.
    add column warned_at datetime(6) null,
    add column used_at datetime(6) as (coalesce(last_seen_at, created_at)) virtual,
    add key ix_account_used (used_at, id),
    add key ix_account_warned (warned_at, id);

alter table notification
    -- When it was sent, given up or not wanted any more; null while it waits, so that nothing that waits is ever met.
    add column settled_at datetime(6) as (case when state in ('SENT', 'OBSOLETE', 'PARKED')
                                          then coalesce(sent_at, next_attempt_at) end) virtual,
    add key ix_notification_settled (settled_at, id);

alter table delivery_attempt add key ix_delivery_attempt_age (started_at, id);

alter table invitation
    add column over_at datetime(6) as (coalesce(accepted_at, withdrawn_at, expires_at)) virtual,
    add key ix_invitation_over (over_at, id);

-- What a night has taken, by rule: grows in the transactions that take, and is proved in the audit trail when the night is over.
create table retention_tally (
    night    date        not null,
    rule     varchar(24) not null,
    taken    int         not null,
    first_id bigint      not null,
    last_id  bigint      not null,
    at       datetime(6) not null,
    -- How many of them the audit trail tells of.
    proved   int         not null default 0,
    primary key (night, rule)
);
