-- What has changed lately, in an order in which a page can be continued at the last one that it showed; what is filtered by stands in it.
alter table report
    add key ix_report_changed_id (listed, changed_at, id, status, category_code);
