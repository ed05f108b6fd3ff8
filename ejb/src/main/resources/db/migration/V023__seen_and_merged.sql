-- The report's version when it happened: "what has happened since you opened this" is whatever has that version or a later one.
alter table history_entry
    add column report_version int null;

-- The duplicate by which somebody came to follow its main report; null for who asked for it. Goes when the merge is undone.
alter table subscription
    add column merged_from bigint null,
    add key ix_subscription_merged_from (merged_from),
    add constraint fk_subscription_merged_from foreign key (merged_from) references report (id) on delete set null;
