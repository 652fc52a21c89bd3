import { lazy } from 'react';

// Loaded where they are needed: most acts have no meeting, send nothing and entail no date, and a receipt comes after the act.
export const DraftNote = lazy(async () => ({ default: (await import('./draft-note.tsx')).DraftNote }));
export const MeetingEditor = lazy(async () => ({ default: (await import('./meeting-editor.tsx')).MeetingEditor }));
export const Entailed = lazy(async () => ({ default: (await import('./entailed.tsx')).Entailed }));
export const loadReceipt = async () => ({ default: (await import('./receipt.tsx')).Receipt });
export const Receipt = lazy(loadReceipt);
export const Outgoing = lazy(async () => ({ default: (await import('./outgoing.tsx')).Outgoing }));

// Of the sheets of opinions and verdicts, where there is something to repeat. They stand here, beside the sheet, because a list of what a chunk needs is
// written into the chunk that asks for it, and the sheet has one.
export const Repeats = lazy(async () => ({ default: (await import('./desks/repeats.tsx')).Repeats }));
export const StillUnmet = lazy(async () => ({ default: (await import('./desks/still-unmet.tsx')).StillUnmet }));
