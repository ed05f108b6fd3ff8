-- What counting reads of a report, with the day by which it is to be solved; see V061.
alter table report
    drop key ix_report_statistics,
    add key ix_report_statistics (municipality_code, confirmed_at, category_code, source, status, changed_at, solve_due_on);
