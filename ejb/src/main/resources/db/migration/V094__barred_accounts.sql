-- An operator has shut the account: no way of signing in opens it until an operator does.
alter table account
    add column barred_at datetime(6) null,
    add key ix_account_operator (operator, id);
