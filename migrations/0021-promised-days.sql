-- The next day promised for a demand, for reminders: old code that knows nothing of it survives.
alter table track add column promise_due date;
