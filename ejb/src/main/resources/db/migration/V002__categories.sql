create table category (
    code           varchar(40) not null,
    name_sv        varchar(80) not null,
    name_en        varchar(80) not null,
    category_group varchar(20) not null,
    sort_order     int         not null,
    primary key (code)
);

-- The standard list (product.md, section 9), sorted as a Swedish reader expects, "Övrigt" last.
insert into category (code, name_sv, name_en, category_group, sort_order) values
    ('waste', 'Avfall och återvinning', 'Waste and recycling', 'CLEAN', 10),
    ('bicycle_rack', 'Cykelställ', 'Bicycle racks', 'TRAFFIC', 20),
    ('cycleway', 'Gång- och cykelbana', 'Foot and cycle paths', 'ROAD', 30),
    ('lighting', 'Gatubelysning', 'Street lighting', 'LIGHTING', 40),
    ('bus_stop', 'Hållplats', 'Bus stop', 'TRAFFIC', 50),
    ('drain', 'Igensatt brunn', 'Blocked drain', 'ROAD', 60),
    ('graffiti', 'Klotter', 'Graffiti', 'CLEAN', 70),
    ('playground', 'Lekplatser', 'Playgrounds', 'GREEN', 80),
    ('litter', 'Nedskräpning', 'Litter', 'CLEAN', 90),
    ('toilet', 'Offentlig toalett', 'Public toilet', 'CLEAN', 100),
    ('park', 'Park', 'Park', 'GREEN', 110),
    ('parking', 'Parkering', 'Parking', 'TRAFFIC', 120),
    ('trees', 'Träd och buskage', 'Trees and bushes', 'GREEN', 130),
    ('signals', 'Trafiksignaler', 'Traffic signals', 'TRAFFIC', 140),
    ('water', 'Vatten och avlopp', 'Water and sewage', 'WATER', 150),
    ('winter', 'Vinterväghållning', 'Winter maintenance', 'ROAD', 160),
    ('state_road', 'Vägar (Riksvägar/Trafikverket)', 'State roads', 'ROAD', 170),
    ('road_other', 'Vägar (Övriga)', 'Roads (other)', 'ROAD', 180),
    ('signs', 'Vägmärken och skyltar', 'Road signs', 'TRAFFIC', 190),
    ('other', 'Övrigt', 'Other', 'OTHER', 1000);

-- What an authority has chosen; an authority without rows offers the standard list.
create table authority_category (
    authority_code varchar(8)  not null,
    category_code  varchar(40) not null,
    primary key (authority_code, category_code),
    constraint fk_authority_category_authority foreign key (authority_code) references authority (code),
    constraint fk_authority_category_category foreign key (category_code) references category (code)
);

-- An exception from the authority's one address: this category goes elsewhere.
create table category_recipient (
    authority_code varchar(8)   not null,
    category_code  varchar(40)  not null,
    email          varchar(254) not null,
    primary key (authority_code, category_code),
    constraint fk_category_recipient_authority foreign key (authority_code) references authority (code),
    constraint fk_category_recipient_category foreign key (category_code) references category (code)
);
