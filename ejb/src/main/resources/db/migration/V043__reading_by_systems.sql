-- Everybody's newest reports of some statuses and categories: what is filtered by stands in the index, so that only what is shown is read
-- from the table.
alter table report
    drop key ix_report_newest,
    add key ix_report_newest (listed, confirmed_at, id, status, category_code);

-- What has happened lately, whatever report it happened to.
alter table history_entry
    add key ix_history_lately (internal, at, id);

-- Since when a list of services is what it is: '*' is the standard list, else an authority's code.
create table open311_changeset (
    list       varchar(8)  not null,
    digest     binary(32)  not null,
    changed_at datetime(6) not null,
    primary key (list)
);
