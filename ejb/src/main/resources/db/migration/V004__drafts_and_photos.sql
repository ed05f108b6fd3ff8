-- A report being written. Found by a random cookie of which only the hash is here; values are as typed, also when they are wrong.
create table draft (
    id            bigint         not null,
    token_hash    binary(32)     not null,
    lat           double         null,
    lon           double         null,
    address       varchar(200)   null,
    authority_code varchar(8)    null,
    category_code varchar(40)    null,
    title         varchar(1000)  null,
    description   varchar(12000) null,
    name          varchar(400)   null,
    email         varchar(400)   null,
    phone         varchar(200)   null,
    show_name     boolean        not null,
    language      char(2)        not null,
    report_id     bigint         null,
    changed_at    datetime(6)    not null,
    expires_at    datetime(6)    not null,
    version       int            not null,
    primary key (id),
    unique key uk_draft_token (token_hash),
    key ix_draft_expires (expires_at),
    constraint fk_draft_report foreign key (report_id) references report (id) on delete cascade
);

-- A photo belongs to a draft until the report is sent, then to the report. The id is random, so that it cannot be guessed.
create table photo (
    id          char(22) character set ascii collate ascii_bin not null,
    draft_id    bigint       null,
    report_id   bigint       null,
    sort_order  smallint     not null,
    file_name   varchar(200) not null,
    width       int          not null,
    height      int          not null,
    uploaded_at datetime(6)  not null,
    primary key (id),
    key ix_photo_draft (draft_id, sort_order),
    key ix_photo_report (report_id, sort_order),
    constraint fk_photo_draft foreign key (draft_id) references draft (id) on delete cascade,
    constraint fk_photo_report foreign key (report_id) references report (id) on delete cascade
);

-- Always JPEG, always re-encoded by us; one row a size, so that a list of thumbnails never reads full pictures.
create table photo_image (
    photo_id char(22) character set ascii collate ascii_bin not null,
    size     varchar(8) not null,
    width    int        not null,
    height   int        not null,
    bytes    mediumblob not null,
    primary key (photo_id, size),
    constraint fk_photo_image_photo foreign key (photo_id) references photo (id) on delete cascade
);
