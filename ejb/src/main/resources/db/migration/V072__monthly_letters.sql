-- The letter of a month to a municipality's administrators (product.md, P21): one to each; written in the transaction that plans its mail.
create table monthly_letter (
    id                bigint     not null,
    municipality_code varchar(8) not null,
    -- Its first day.
    month             date       not null,
    account_id        bigint     not null,
    -- Those that were planned together.
    batch             bigint     not null,
    primary key (id),
    unique key uk_monthly_letter (municipality_code, month, account_id),
    constraint fk_monthly_letter_account foreign key (account_id) references account (id) on delete cascade
);
