-- Reports of four years with three history entries each, for the jobs of the night: spread over the municipalities as people are, answered
-- and mended in log-normal times that differ by category and municipality, some never, some in vain. Set-based; people.sql comes before it.
set session optimizer_switch = 'derived_merge=off', join_cache_level = 0;
set @reports = coalesce(@reports, 1000000), @now = utc_timestamp(6), @days = 1461;

-- Of a category, the days that half of the mendings take.
create temporary table bench_pace (category varchar(40) not null primary key, days double not null);
insert into bench_pace values ('lighting', 12), ('road_other', 9), ('litter', 3), ('cycleway', 16), ('graffiti', 4), ('trees', 11), ('signs', 6),
    ('waste', 2), ('winter', 1), ('playground', 7), ('drain', 8), ('park', 21), ('signals', 1), ('other', 6);

create temporary table bench_part (part int not null primary key, category varchar(40), title varchar(100), description varchar(1000), days double)
select seq as part, k.category, k.title, k.description, p.days
from seq_1_to_100 join bench_kind k on seq > k.above and seq <= k.upto join bench_pace p on p.category = k.category;

-- Twelve bits with a zero between each two: what the Morton number of a cell is put together from.
create temporary table bench_bits (bits int not null primary key, spread bigint not null) engine = memory
select seq as bits, (seq & 1) | (seq & 2) << 1 | (seq & 4) << 2 | (seq & 8) << 3 | (seq & 16) << 4 | (seq & 32) << 5 | (seq & 64) << 6
    | (seq & 128) << 7 | (seq & 256) << 8 | (seq & 512) << 9 | (seq & 1024) << 10 | (seq & 2048) << 11 as spread from seq_0_to_4095;

-- What chance decides, narrow, in the order of time. The service grows: more of the reports are young.
create or replace table bench_draw (
    id int not null primary key, slot int not null, part int not null, lat double not null, lon double not null, pace double not null,
    confirmed datetime(6) not null, answered datetime(6) null, ended datetime(6) null, fate double not null, luck double not null
) engine = aria transactional = 0
select d.id, d.slot, d.part, round(s.lat + s.spread * d.north, 6) as lat, round(s.lon + s.spread * d.east / cos(radians(s.lat)), 6) as lon,
       0.6 + crc32(s.municipality) % 100 / 80 as pace, d.confirmed, d.fate, d.luck,
       -- One in eight is never answered; half of the others are within two days.
       if(d.fate < 0.12, null, d.confirmed + interval floor(86400 * least(3000, exp(ln(2 * (0.6 + crc32(s.municipality) % 100 / 80)) + 1.1 * d.soon))) second)
           as answered,
       if(d.fate < 0.12, null, d.confirmed + interval floor(86400 * least(3000, exp(ln(2 * (0.6 + crc32(s.municipality) % 100 / 80)) + 1.1 * d.soon)
           + exp(ln(k.days * (0.6 + crc32(s.municipality) % 100 / 80)) + 1.2 * d.long_time))) second) as ended
from (select seq as id, 1 + floor(rand(1) * 200000) as slot, 1 + floor(rand(2) * 100) as part,
             sqrt(-2 * ln(1 - rand(3))) * cos(6.283185307 * rand(4)) as north,
             sqrt(-2 * ln(1 - rand(5))) * cos(6.283185307 * rand(6)) as east,
             sqrt(-2 * ln(1 - rand(7))) * cos(6.283185307 * rand(8)) as soon,
             sqrt(-2 * ln(1 - rand(9))) * cos(6.283185307 * rand(10)) as long_time,
             @now - interval 700 + floor(@days * 86400 * (1 - pow((seq - rand(11)) / @reports, 0.8))) second as confirmed,
             rand(12) as fate, rand(13) as luck
      from seq_1_to_1000000 where seq <= @reports) d
straight_join bench_slot s on s.slot = d.slot
straight_join bench_part k on k.part = d.part;

-- What has not happened yet has not happened. Luck is when between then and now somebody writes something instead.
update bench_draw set answered = if(answered > @now, null, answered), ended = if(ended > @now, null, ended);

create or replace view bench_story as
select bench_draw.*,
       case when answered is null or fate >= 0.92 and fate < 0.95 then 'REPORTED' when fate >= 0.70 and fate < 0.74 then 'FIXED'
            else elt(1 + floor(fate * 10000) % 3, 'INVESTIGATING', 'IN_PROGRESS', 'PLANNED') end as between_status,
       case when fate < 0.70 then 'FIXED' when fate < 0.74 then 'REPORTED' when fate < 0.79 then 'NO_ACTION' when fate < 0.84 then 'NOT_RESPONSIBLE'
            when fate < 0.88 then 'FORWARDED' when fate >= 0.92 and fate < 0.95 then 'FIXED' end as last_status
from bench_draw;

-- Into empty tables without checks: then their indexes are sorted and written whole. Whose accounts these are, the others know, too.
insert into account (id, email, name, language, operator, failed_attempts, created_at, version)
select seq, concat('handlaggare.', seq, '@example.org'), concat(elt(seq, 'Anna', 'Bo', 'Carin', 'David', 'Eva', 'Filip', 'Gun', 'Hans'), ' Exempel'),
       'sv', 0, 0, @now, 1 from seq_1_to_8;
set foreign_key_checks = 0, unique_checks = 0;

insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title, description, lat, lon, cell, address,
                    reporter_name, reporter_email, show_name, language, source, submitted_at, confirmed_at, changed_at, version, priority,
                    expected_on, answered_at, news_at, waiting_until, due_from, answer_due_on, solve_due_on, due_stopped_on)
select t.id, s.municipality, s.municipality, k.category, if(t.ended is null, t.between_status, coalesce(t.last_status, t.between_status)) as status,
       case t.id % 100 when 0 then 'HIDDEN' when 1 then 'PRIVATE' else 'PUBLIC' end, t.id % 100 > 1, k.title, k.description, t.lat, t.lon,
       (xh.spread << 24 | xl.spread) | (yh.spread << 24 | yl.spread) << 1, concat('nära ', s.name),
       'Eva Exempel', concat('eva.', t.id, '@example.org'), t.id % 4 = 0, 'sv',
       case when t.luck < 0.80 then 'WEB' when t.luck < 0.92 then 'PHONE' when t.luck < 0.97 then 'API' when t.luck < 0.99 then 'EMAIL' else 'OTHER' end,
       t.confirmed - interval 10 minute, t.confirmed, coalesce(t.ended, t.answered, t.confirmed), 1,
       elt(1 + floor(t.luck * 1000) % 8, 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'LOW', 'HIGH', 'URGENT'),
       if(t.between_status = 'PLANNED', date(t.answered) + interval floor(120 * t.luck) day, null), t.answered,
       if(t.id % 101 = 0, coalesce(t.ended, t.answered, t.confirmed) + interval 1 minute, null),
       if(t.id % 53 = 0 and t.ended is null, @now + interval floor(10 * t.luck - 5) day, null),
       d.day, d.answer, d.solve, if(t.ended is not null and t.last_status in ('FIXED', 'NO_ACTION', 'NOT_RESPONSIBLE')
           or t.ended is null and t.between_status = 'FIXED', date(coalesce(t.ended, t.answered)), null)
from (select bench_story.*, floor((lon + 180) / 360 * 16777216) as x,
             floor((0.5 - ln((1 + sin(radians(lat))) / (1 - sin(radians(lat)))) / (4 * pi())) * 16777216) as y from bench_story order by id) t
straight_join bench_slot s on s.slot = t.slot
straight_join bench_part k on k.part = t.part
straight_join bench_due d on d.day = date(t.confirmed + interval 1 hour)
straight_join bench_bits xh on xh.bits = t.x >> 12 straight_join bench_bits xl on xl.bits = t.x & 4095
straight_join bench_bits yh on yh.bits = t.y >> 12 straight_join bench_bits yl on yl.bits = t.y & 4095;

-- Confirmed; answered, or somebody has seen it too; mended or closed or what else became of it, or a note about what is to be done.
insert into history_entry (id, report_id, at, kind, from_status, to_status, actor, text, internal)
select t.id * 3 - 2 + n.seq, t.id,
       case when n.seq = 0 then t.confirmed
            when n.seq = 1 then coalesce(t.answered, t.confirmed + interval floor(t.luck / 2 * timestampdiff(second, t.confirmed, @now)) second)
            else coalesce(t.ended, coalesce(t.answered, t.confirmed)
                + interval floor((0.5 + t.luck / 2) * timestampdiff(second, coalesce(t.answered, t.confirmed), @now)) second) end,
       case when n.seq = 0 then 'CONFIRMED'
            when n.seq = 1 then if(t.between_status = 'REPORTED', 'COMMENT', 'STATUS')
            when t.ended is null then 'NOTE' else if(t.last_status is null, 'COMMENT', 'STATUS') end,
       case when n.seq = 1 and t.between_status <> 'REPORTED' then 'REPORTED'
            when n.seq = 2 and t.ended is not null and t.last_status is not null then t.between_status end,
       case when n.seq = 1 and t.between_status <> 'REPORTED' then t.between_status when n.seq = 2 and t.ended is not null then t.last_status end,
       case when n.seq = 0 then 'REPORTER' when n.seq = 1 then if(t.answered is null, 'RESIDENT', 'AUTHORITY')
            else if(t.ended is not null and t.last_status = 'REPORTED', 'REPORTER', 'AUTHORITY') end,
       case when n.seq = 1 then if(t.answered is null, 'Jag har sett samma sak, det är fortfarande likadant.', 'Tack för din rapport. Vi tar oss en titt.')
            when n.seq = 2 then if(t.ended is null, 'Ring entreprenören.', 'Vi har varit på plats och tittat.') end,
       n.seq = 2 and t.ended is null
from bench_story t straight_join seq_0_to_2 n order by t.id, n.seq;

set foreign_key_checks = 1, unique_checks = 1;
insert into membership (id, account_id, authority_code, role, categories, created_at)
select seq, seq, (select authority_code from report group by authority_code order by count(*) desc limit 1), 'CASEWORKER', '', @now from seq_1_to_8;
execute immediate concat('do setval(report_number, ', @reports, ')');
execute immediate concat('do setval(inner_number, ', @reports * 3 + 1000, ')');
drop view bench_story;
drop table bench_draw;
analyze table report, history_entry;
