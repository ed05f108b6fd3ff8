-- What the batch runtime's own store does not say: which server runs a job, how far it is, what it left out and why.
create sequence job_number start with 1 increment by 1;

-- Servers that are alive say so; what one of them ran when it fell silent is nobody's any more.
create table job_server (
    id         varchar(36) not null,
    started_at datetime(6) not null,
    beat_at    datetime(6) not null,
    primary key (id)
);

create table job_run (
    id            bigint        not null,
    job           varchar(60)   not null,
    -- The job's name while it runs, else null: of each job one runs at a time.
    running       varchar(60)   null,
    -- The batch runtime's number; null for the moment before it has given one.
    execution_id  bigint        null,
    server_id     varchar(36)   not null,
    status        varchar(20)   not null,
    started_by    varchar(20)   not null,
    account_id    bigint        null,
    -- The occasion in the timetable; null for none.
    planned_at    datetime(6)   null,
    parameters    varchar(1000) not null,
    -- The run whose work this one goes on with.
    restart_of    bigint        null,
    started_at    datetime(6)   not null,
    ended_at      datetime(6)   null,
    read_count    bigint        not null default 0,
    written_count bigint        not null default 0,
    skipped_count bigint        not null default 0,
    hanging_since datetime(6)   null,
    reason        varchar(1000) null,
    primary key (id),
    unique key uq_job_running (running),
    unique key uq_job_execution (execution_id),
    key ix_job_run_started (started_at, id),
    key ix_job_run_job (job, started_at, id),
    key ix_job_run_planned (job, planned_at)
);

-- How far each part of a run is. Written in the transactions of the work, so without a foreign key: its lock would meet others.
create table job_progress (
    run_id        bigint      not null,
    step          varchar(60) not null,
    part          int         not null,
    total         bigint      null,
    done          bigint      not null default 0,
    written_count bigint      not null default 0,
    at            datetime(6) not null,
    primary key (run_id, step, part)
);

create table job_note (
    id     bigint        not null,
    run_id bigint        not null,
    step   varchar(60)   not null,
    kind   varchar(20)   not null,
    item   varchar(200)  not null,
    reason varchar(1000) not null,
    at     datetime(6)   not null,
    primary key (id),
    key ix_job_note_run (run_id, id),
    constraint fk_job_note_run foreign key (run_id) references job_run (id) on delete cascade
);

-- One row for each hour at which a job was due: of several servers, whoever writes it starts the job.
create table job_occasion (
    job        varchar(60) not null,
    planned_at datetime(6) not null,
    outcome    varchar(20) not null,
    run_id     bigint      null,
    at         datetime(6) not null,
    primary key (job, planned_at)
);
