-- What somebody said about their name is theirs to say: whether it stands on the page is decided within it, not instead of it.
alter table report add column name_consent boolean not null default false after show_name;
update report set name_consent = true where show_name;

alter table report_update add column name_consent boolean not null default false after show_name;
update report_update set name_consent = true where show_name;

-- A mail to an authority waits for its address as the report itself does, and is found by that.
alter table notification
    modify column recipient varchar(254) null,
    modify column state varchar(20) not null,
    add key ix_notification_kind_state (kind, state);

-- Somebody with several reports in one change gets one mail about all of them, at its end.
alter table bulk_change_report
    add column together boolean not null default false;
