-- The day by which an organ answers a 质询案 once more, for the schedule and reminders: old code that knows nothing of it survives.
alter table track add column second_answer_due date;
