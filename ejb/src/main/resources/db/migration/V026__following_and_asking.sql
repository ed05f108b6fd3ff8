-- What is deleted after 30 days is found without reading every subscription.
alter table subscription
    add key ix_subscription_state (state, created_at);
