-- Makes map_cell again from the reports (MapCounts.rebuild, and the benchmark after its mass load). Counted once from the reports at
-- the finest level; the coarser ones and "all categories" add up from there.
delete from map_cell;

insert into map_cell (level, category, cell, status, month, reports, sum_lat, sum_lon)
select 14, category_code, cell >> 20, status, year(changed_at) * 12 + month(changed_at) - 1, count(*),
       sum(cast(round(lat * 1000000) as signed)), sum(cast(round(lon * 1000000) as signed))
from report where listed = 1
group by 2, 3, 4, 5;

insert into map_cell (level, category, cell, status, month, reports, sum_lat, sum_lon)
select 11, category, cell >> 6, status, month, sum(reports), sum(sum_lat), sum(sum_lon)
from map_cell where level = 14
group by 2, 3, 4, 5;

insert into map_cell (level, category, cell, status, month, reports, sum_lat, sum_lon)
select 8, category, cell >> 6, status, month, sum(reports), sum(sum_lat), sum(sum_lon)
from map_cell where level = 11
group by 2, 3, 4, 5;

insert into map_cell (level, category, cell, status, month, reports, sum_lat, sum_lon)
select level, '*', cell, status, month, sum(reports), sum(sum_lat), sum(sum_lon)
from map_cell
group by 1, 3, 4, 5;

insert into map_version (cell, version)
select distinct cell >> 32, 1 from report
on duplicate key update map_version.version = map_version.version + 1;
