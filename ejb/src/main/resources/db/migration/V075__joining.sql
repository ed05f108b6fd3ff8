-- What an authority's administrator has ticked on the way in (product.md, R31); what the service can see for itself is not stored.
create table authority_step (
    authority_code varchar(8)  not null,
    step           varchar(20) not null,
    done_at        datetime(6) not null,
    primary key (authority_code, step),
    constraint fk_authority_step foreign key (authority_code) references authority (code)
);

-- Since when its administrators decide themselves: from then on the operator's file leaves the authority alone.
alter table authority add column managed_at datetime(6) null after changed_at;
