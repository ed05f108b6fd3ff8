-- Codes of questions and choices come from other people's systems too, where "a" and "A" are two, and longer than ours.
alter table extra_question modify code varchar(120) character set utf8mb4 collate utf8mb4_bin not null;

alter table extra_choice modify code varchar(120) character set utf8mb4 collate utf8mb4_bin not null;

alter table draft_answer modify question_code varchar(60) character set ascii collate ascii_bin not null;

alter table report_answer modify question_code varchar(120) character set utf8mb4 collate utf8mb4_bin not null;
