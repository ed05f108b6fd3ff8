create table audit_entry (
    id      bigint        not null,
    at      datetime(6)   not null,
    actor   varchar(100)  not null,
    action  varchar(60)   not null,
    subject varchar(100)  not null,
    detail  varchar(4000) null,
    primary key (id),
    key ix_audit_subject (subject, at),
    key ix_audit_at (at)
);

-- Which server may do what until when: jobs run on one server, files are read by one.
create table work_lock (
    name         varchar(60) not null,
    owner        varchar(80) null,
    locked_until datetime(6) not null,
    primary key (name)
);

-- Files that were read, so that an unchanged one is not read again.
create table imported_file (
    name        varchar(60) not null,
    sha256      char(64)    not null,
    imported_at datetime(6) not null,
    rows_read   int         not null,
    primary key (name)
);
