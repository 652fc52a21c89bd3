-- What a body knows of a research begins without visits told. Older code survives it: it reads neither member.
update case_state set state = jsonb_set(jsonb_set(state, '{research,visitsTold}', '{}'), '{research,visitNotice}', 'null')
where state ? 'research' and not state -> 'research' ? 'visitsTold';
