-- Whose provider vouched for the person, when it was the employer's: the session then sees that authority and no other.
alter table account_session
    add column authority_code varchar(8) null after second_factor,
    add constraint fk_account_session_authority foreign key (authority_code) references authority (code);
