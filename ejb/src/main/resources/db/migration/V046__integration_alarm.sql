-- Nothing got through to an authority for a set time: told once, and once more when it is over.
create table integration_alarm (
    id             bigint      not null,
    authority_code varchar(8)  not null,
    -- What had waited too long when it was raised; 0 when only their server was silent.
    waiting        int         not null,
    oldest_at      datetime(6) null,
    -- Whether asking their server had failed all that time.
    silent         boolean     not null,
    raised_at      datetime(6) not null,
    ended_at       datetime(6) null,
    primary key (id),
    key ix_alarm_open (ended_at, authority_code),
    key ix_alarm_authority (authority_code, raised_at),
    constraint fk_alarm_authority foreign key (authority_code) references authority (code)
);

-- When something last arrived, also for those who took letters before anybody noted it with the authority.
alter table delivery add key ix_delivery_success (authority_code, delivered_at);
