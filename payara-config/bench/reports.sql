-- 200,000 reports with their deliveries and 400,000 history entries, spread as people are: by the population of places, in a bell round the middle of each,
-- over the last 24 months. Set-based; people.sql comes before it.
set session optimizer_switch = 'derived_merge=off';
set @reports = coalesce(@reports, 200000), @now = utc_timestamp(6);

create temporary table bench_report (
    id bigint not null primary key, lat double, lon double, x bigint, y bigint, municipality char(4), name varchar(100),
    category varchar(40), title varchar(100), description varchar(1000),
    confirmed datetime(6), fate double, wait double, status varchar(20), changed datetime(6)
);

insert into bench_report (id, lat, lon, municipality, name, category, title, description, confirmed, fate, wait)
select d.id, round(p.lat + p.spread * d.north, 6), round(p.lon + p.spread * d.east / cos(radians(p.lat)), 6),
       p.municipality, p.name, k.category, k.title, k.description, d.confirmed, d.fate, d.wait
from (select seq as id,
             sqrt(-2 * ln(1 - rand(1))) * cos(6.283185307 * rand(2)) as north,
             sqrt(-2 * ln(1 - rand(3))) * cos(6.283185307 * rand(4)) as east,
             1 + floor(rand(5) * 200000) as who, 1 + floor(rand(6) * 100) as kind,
             -- The service grows: more of the reports are young.
             @now - interval floor(730 * 86400 * (1 - pow(rand(7), 0.7))) second as confirmed,
             rand(8) as fate,
             -- Days until the last change, half of them within 12.
             -17.3 * ln(1 - rand(9)) as wait
      from seq_1_to_1000000 where seq <= @reports) d
join bench_slot p on p.slot = d.who
join bench_kind k on d.kind > k.above and d.kind <= k.upto;

-- One in eight is never touched; the others are, once their time has come. What is young is often still open.
update bench_report set
    changed = confirmed + interval floor(wait * 86400) second,
    status = case
        when fate < 0.12 then 'REPORTED'
        when changed > @now and fate < 0.6 then 'REPORTED'
        when changed > @now then elt(1 + floor(fate * 1000) % 3, 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS')
        when fate < 0.75 then 'FIXED'
        when fate < 0.80 then 'NO_ACTION'
        when fate < 0.84 then 'NOT_RESPONSIBLE'
        when fate < 0.88 then 'DUPLICATE'
        when fate < 0.92 then 'FORWARDED'
        when fate < 0.96 then 'PLANNED'
        else 'INVESTIGATING' end,
    changed = case
        when status = 'REPORTED' then confirmed
        when changed > @now then confirmed + interval floor(fate * timestampdiff(second, confirmed, @now)) second
        else changed end;

-- The Morton number of MapCell at zoom 24: column and row of the web-mercator grid, then a zero between each two bits of both.
update bench_report set
    x = floor((lon + 180) / 360 * 16777216),
    y = floor((0.5 - ln((1 + sin(radians(lat))) / (1 - sin(radians(lat)))) / (4 * pi())) * 16777216),
    x = (x | x << 16) & 0x0000FFFF0000FFFF, x = (x | x << 8) & 0x00FF00FF00FF00FF, x = (x | x << 4) & 0x0F0F0F0F0F0F0F0F,
    x = (x | x << 2) & 0x3333333333333333, x = (x | x << 1) & 0x5555555555555555,
    y = (y | y << 16) & 0x0000FFFF0000FFFF, y = (y | y << 8) & 0x00FF00FF00FF00FF, y = (y | y << 4) & 0x0F0F0F0F0F0F0F0F,
    y = (y | y << 2) & 0x3333333333333333, y = (y | y << 1) & 0x5555555555555555;

set foreign_key_checks = 0, unique_checks = 0;

insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title, description, lat, lon,
                    cell, address, reporter_name, reporter_email, reporter_phone, show_name, language, source, thumbnail,
                    submitted_at, confirmed_at, changed_at, duplicate_of, version)
select number, municipality, municipality, category, status, visibility, visibility = 'PUBLIC', title, description, lat, lon,
       x | y << 1, concat('nära ', name), 'Eva Exempel', concat('eva.', number, '@example.org'), null, number % 4 = 0, 'sv', 'WEB', null,
       confirmed - interval 10 minute, confirmed, changed, null, 1
from (select row_number() over (order by confirmed, id) as number, b.*,
             case when id % 100 = 0 then 'HIDDEN' when id % 100 = 1 then 'PRIVATE' else 'PUBLIC' end as visibility
      from bench_report b) numbered
order by number;

-- Two entries each: it was confirmed; then it was handled, or somebody else has seen it too.
insert into history_entry (id, report_id, at, kind, from_status, to_status, actor, actor_name, text)
select id * 2 - 1, id, confirmed_at, 'CONFIRMED', null, null, 'REPORTER', null, null from report;
insert into history_entry (id, report_id, at, kind, from_status, to_status, actor, actor_name, text)
select id * 2, id, changed_at, if(status = 'REPORTED', 'COMMENT', 'STATUS'),
       if(status = 'REPORTED', null, 'REPORTED'), if(status = 'REPORTED', null, status),
       if(status = 'REPORTED', 'RESIDENT', 'AUTHORITY'), null,
       if(status = 'REPORTED', 'Jag har sett samma sak, det är fortfarande likadant.', 'Tack för din rapport. Vi har varit på plats och tittat.')
from report;

-- The work of the authorities' staff: most of what is open has somebody, some of it is urgent, promised, asked about or stuck on its way.
insert into account (id, email, name, language, operator, failed_attempts, created_at, version)
select seq, concat('handlaggare.', seq, '@example.org'), concat(elt(seq, 'Anna', 'Bo', 'Carin', 'David', 'Eva', 'Filip', 'Gun', 'Hans'), ' Exempel'),
       'sv', 0, 0, @now, 1 from seq_1_to_8;
insert into membership (id, account_id, authority_code, role, categories, created_at)
select seq, seq, (select authority_code from report group by authority_code order by count(*) desc limit 1), 'CASEWORKER', '', @now from seq_1_to_8;

update report join bench_due on bench_due.day = date(confirmed_at + interval 1 hour) set
    due_from = bench_due.day, answer_due_on = bench_due.answer, solve_due_on = bench_due.solve,
    due_stopped_on = if(status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED'), null, date(changed_at)),
    assignee_id = if(rand(11) < 0.6, 1 + floor(rand(12) * 8), null),
    priority = elt(1 + floor(4 * pow(rand(13), 2)), 'NORMAL', 'LOW', 'HIGH', 'URGENT'),
    answered_at = if(status = 'REPORTED', null, changed_at),
    expected_on = if(status in ('PLANNED', 'IN_PROGRESS') or rand(14) < 0.1, date(changed_at) + interval floor(120 * rand(15)) day, null),
    news_at = if(rand(16) < 0.01, changed_at + interval 1 hour, null),
    waiting_until = if(rand(17) < 0.02, @now + interval floor(10 * rand(18) - 5) day, null);

insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts, created_at, next_attempt_at, message_id, delivered_at, version)
select id, id, authority_code, 'MAIL', 'mottagare@example.org', if(rand(19) < 0.002, 'PARKED', 'DELIVERED'), 1, confirmed_at, confirmed_at,
       concat('<', id, '@bench.example.org>'), confirmed_at, 1 from report;

set foreign_key_checks = 1, unique_checks = 1;
execute immediate concat('do setval(report_number, ', @reports, ')');
execute immediate concat('do setval(inner_number, ', @reports * 2 + 1000, ')');
analyze table report, history_entry, delivery;
