-- Last night's figures. A generation is one building of all of them up to one cut-off; the pages read the one that was published last,
-- and nothing in it ever changes. An area is SE (the country), 17 (a county) or 1763 (a municipality);
-- category '*' is all of them. No foreign keys: what a night has counted stays readable whatever becomes of a category.
create table stat_night (
    generation   int         not null auto_increment,
    -- Midnight in Sweden, so that the last day is whole: what was confirmed or happened then or later does not exist for this night.
    cut_off      datetime(6) not null,
    -- The municipalities up to and including this code are about half of the work.
    middle       char(4)     not null,
    began_at     datetime(6) not null,
    published_at datetime(6) null,
    -- What was counted, in the whole country.
    reports      int         null,
    primary key (generation),
    key ix_stat_night_published (published_at, cut_off)
);

-- Which municipalities a generation has, and from which reports: the sum of the numbers tells two sets of equal size apart.
create table stat_area (
    generation int           not null,
    area       varchar(4)    not null,
    reports    int           not null,
    number_sum decimal(30)   not null,
    -- Could not be counted: its figures are the ones of the night before.
    stale      boolean       not null,
    reason     varchar(1000) null,
    built_at   datetime(6)   not null,
    primary key (generation, area)
);

-- Reports that could not be counted, so that somebody mends them.
create table stat_aside (
    generation int         not null,
    area       varchar(4)  not null,
    report_id  bigint      not null,
    reason     varchar(60) not null,
    primary key (generation, area, report_id)
);

-- What happened on which day (Swedish days); no row where nothing did. Municipalities, and the country.
create table stat_flow (
    generation      int         not null,
    area            varchar(4)  not null,
    category_code   varchar(40) not null,
    day             date        not null,
    source          varchar(12) not null,
    reported        int         not null,
    answered        int         not null,
    fixed           int         not null,
    closed          int         not null,
    reopened        int         not null,
    became_overdue  int         not null,
    no_more_overdue int         not null,
    primary key (generation, area, category_code, day, source)
);

-- How the reports stand at the cut-off. All areas.
create table stat_stock (
    generation    int         not null,
    area          varchar(4)  not null,
    category_code varchar(40) not null,
    status        varchar(20) not null,
    source        varchar(12) not null,
    reports       int         not null,
    overdue       int         not null,
    primary key (generation, area, category_code, status, source)
);

-- The flows by month, with what was open at its end; every month from the category's first one on. All areas, also for all categories.
create table stat_month (
    generation    int         not null,
    area          varchar(4)  not null,
    category_code varchar(40) not null,
    -- Year * 12 + month - 1.
    month         int         not null,
    reported      int         not null,
    answered      int         not null,
    fixed         int         not null,
    closed        int         not null,
    reopened      int         not null,
    open_at_end   int         not null,
    overdue_at_end int        not null,
    primary key (generation, area, category_code, month),
    -- One category in all areas.
    key ix_stat_month_category (generation, category_code, month, area, reported, answered, fixed, closed, reopened, open_at_end,
                                overdue_at_end)
);

-- Days from the confirmation to the first answer and until it was fixed. All areas, also for all categories.
create table stat_time (
    generation    int         not null,
    area          varchar(4)  not null,
    category_code varchar(40) not null,
    -- The year of the confirmation; 0 for the twelve months before the cut-off.
    period        smallint    not null,
    measure       varchar(8)  not null,
    reports       int         not null,
    events        int         not null,
    -- Null when not reached.
    median_days   int         null,
    p90_days      int         null,
    -- How many were over and how many were lost sight of after how many days: what counties and the country are put together from.
    course        mediumtext character set ascii collate ascii_bin not null,
    primary key (generation, area, category_code, period, measure),
    key ix_stat_time_category (generation, category_code, period, measure, area, reports, events, median_days, p90_days)
);

-- All that counting reads of a report and of its history, so that a night reads two indexes and no text.
alter table report
    add key ix_report_statistics (municipality_code, confirmed_at, category_code, source, status, changed_at);

alter table history_entry
    drop key ix_history_report,
    add key ix_history_report (report_id, at, kind, actor, internal, to_status);
