-- Deadlines (product.md, P13): in working days, per authority and category.

-- Every Swedish day, whether people work on it, and how many such days there have been up to and with it: so SQL can count working days.
-- The application fills it from its calendar when it starts.
create table working_day (
    day     date        not null,
    working boolean     not null,
    number  int         not null,
    -- The moment (UTC) at which the next day begins in Sweden: a moment that is not before it, on that date, is the next day's.
    ends_at datetime(6) not null,
    primary key (day),
    key ix_working_day_number (number, working, day)
);

-- What an authority has set; without a row the service's settings hold.
create table deadline (
    id             bigint      not null,
    authority_code varchar(8)  not null,
    -- Null: all categories without a row of their own.
    category_code  varchar(40) null,
    answer_days    smallint    not null,
    solve_days     smallint    not null,
    version        int         not null,
    -- Unique keys take any number of nulls.
    scope          varchar(40) as (coalesce(category_code, '*')) persistent,
    primary key (id),
    unique key uk_deadline (authority_code, scope),
    constraint fk_deadline_authority foreign key (authority_code) references authority (code),
    constraint fk_deadline_category foreign key (category_code) references category (code)
);

alter table report
    -- The last day for the first answer and for the solution; the days that the clock has stood still are counted in. They stay when the
    -- report is answered or closed: then they tell by when it was to be.
    add column answer_due_on    date null,
    add column solve_due_on     date null,
    -- The day from which is counted: it was confirmed on it, or reopened.
    add column due_from         date null,
    -- Working days that the clock has stood still since then, those that it still will included.
    add column due_paused_days  smallint not null default 0,
    -- While the reporter is asked: from when, and until when at the latest.
    add column due_paused_from  date null,
    add column due_paused_until date null,
    -- The day on which it was fixed or closed.
    add column due_stopped_on   date null,
    -- By when it is to be solved, of what is open; null of what is not, so that reading along it meets only work. The last day that there
    -- is when nobody has set one yet.
    add column open_due_on      date as (case when status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED')
                                         then coalesce(solve_due_on, cast('9999-12-31' as date)) end) virtual,
    -- By when it is to be answered, of what is open and has not been.
    add column open_answer_due_on date as (case when status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED')
                                           and answered_at is null then answer_due_on end) virtual,
    -- Whatever the inbox filters by; see V022.
    drop key ix_report_inbox,
    add key ix_report_inbox (authority_code, status, category_code, assignee_id, priority, confirmed_at, changed_at, expected_on, open_due_on,
                             answered_at, news_at, waiting_until, lat, lon, cell),
    add key ix_report_open_due (authority_code, open_due_on, id, status, category_code),
    add key ix_report_open_answer_due (authority_code, open_answer_due_on, id, status, category_code);
