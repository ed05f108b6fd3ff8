-- Three readers must be three people: beside who it was, from which network, where that says anything. Hashes, as before.
alter table abuse_report
    add column network binary(32) null after reported_by,
    add key ix_abuse_report_person (reported_by, created_at),
    add key ix_abuse_report_network (network, created_at),
    add key ix_abuse_report_judged (judged_at);

-- A link by which an authority answers is that authority's: nobody else's once the report is somebody else's.
alter table secret_link
    add column authority_code varchar(8) null after report_id;
