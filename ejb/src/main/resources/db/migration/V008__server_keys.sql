-- Secrets of the installation that all its servers share and that survive a restart; made by the first server that needs one.
create table server_key (
    name   varchar(40) not null,
    secret binary(32)  not null,
    primary key (name)
);
