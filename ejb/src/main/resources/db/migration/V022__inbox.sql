-- The inbox asks of one authority's reports whatever a caseworker can think of: this index holds all that filtering and sorting need, so
-- that only the page that is shown is read from the table. It does what ix_report_desk did.
alter table report
    drop key ix_report_desk,
    add key ix_report_inbox (authority_code, status, category_code, assignee_id, priority, confirmed_at, changed_at, expected_on,
                             answered_at, news_at, waiting_until, lat, lon, cell),
    -- Where most of the reports fit, reading along one of these until the page is full is cheaper than sorting them all.
    add key ix_report_inbox_confirmed (authority_code, confirmed_at),
    add key ix_report_inbox_changed (authority_code, changed_at),
    -- News come to closed reports too, and are few.
    add key ix_report_news (authority_code, news_at);

alter table delivery
    drop key ix_delivery_authority,
    add key ix_delivery_authority (authority_code, state, report_id);
