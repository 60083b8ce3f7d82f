-- The language someone needs an interpreter for. They say it once, and their office sees it each time.
alter table "person" add column "interpreter" text check (char_length(interpreter) between 1 and 60);
grant update (interpreter) on person to quinze_citizen;
