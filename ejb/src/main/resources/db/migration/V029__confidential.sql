-- Whether it was once for its reporter and the caseworkers only. Beside the visibility, which a moderator's hiding covers up: what was
-- sent in confidence is never published because somebody hides it and shows it again, or gives it another category.
alter table report add column confidential boolean not null default false after visibility;

update report set confidential = true where visibility = 'PRIVATE';
