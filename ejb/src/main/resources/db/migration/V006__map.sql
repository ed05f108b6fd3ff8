-- Counts for the zooms where single reports are too many (zoom <= 11): level is the zoom of the cell, category '*' is all of them,
-- month is year * 12 + month - 1 of the last change (UTC). The sums are of micro-degrees, so that a cluster sits where its reports are
-- and not in the middle of a cell, which may be a lake. Kept in the transaction that changes a report; rows at 0 may stay.
create table map_cell (
    level    tinyint     not null,
    category varchar(40) not null,
    cell     bigint      not null,
    status   varchar(20) not null,
    month    int         not null,
    reports  int         not null,
    sum_lat  bigint      not null,
    sum_lon  bigint      not null,
    primary key (level, category, cell, status, month)
);

-- Raised whenever anything in the coarse cell (zoom 8) changes: says without counting whether a tile can have changed.
create table map_version (
    cell    bigint not null,
    version bigint not null,
    primary key (cell)
);
