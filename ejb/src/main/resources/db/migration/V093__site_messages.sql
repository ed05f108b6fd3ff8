-- What the service or an authority tells everybody for a time: a snow storm, a break in the service.
create table site_message (
    id             bigint       not null,
    -- Null for the whole country.
    authority_code varchar(8)   null,
    -- Null for every category; else it is shown in the reporting form when that one is chosen.
    category_code  varchar(40)  null,
    level          varchar(12)  not null,
    text_sv        varchar(600) not null,
    text_en        varchar(600) null,
    starts_at      datetime(6)  not null,
    ends_at        datetime(6)  not null,
    version        int          not null,
    primary key (id),
    key ix_site_message_ends (ends_at),
    key ix_site_message_authority (authority_code, ends_at),
    constraint fk_site_message_authority foreign key (authority_code) references authority (code)
);
