-- Everybody's newest reports of some statuses and categories: what is filtered by stands in the index, so that only what is shown is read
-- from the table.
alter table report
    drop key ix_report_newest,
    add key ix_report_newest (listed, confirmed_at, id, status, category_code);

-- What has happened lately, whatever report it happened to.
alter table history_entry
    add key ix_history_lately (internal, at, id);
