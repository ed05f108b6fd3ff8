-- The place is a municipality; who is responsible is an authority: one of the 290 municipalities, or Trafikverket.
create table municipality (
    code        char(4)      not null,
    name        varchar(60)  not null,
    slug        varchar(60)  not null,
    county_code char(2)      not null,
    county      varchar(60)  not null,
    population  int          null,
    lat         double       not null,
    lon         double       not null,
    primary key (code),
    unique key uk_municipality_slug (slug)
);

create table authority (
    code        varchar(8)    not null,
    kind        varchar(16)   not null,
    state       varchar(16)   not null,
    slug        varchar(60)   not null,
    name        varchar(80)   not null,
    email       varchar(254)  null,
    refusal_sv  varchar(2000) null,
    refusal_en  varchar(2000) null,
    refusal_url varchar(500)  null,
    changed_at  datetime(6)   not null,
    version     int           not null,
    primary key (code),
    unique key uk_authority_slug (slug)
);
