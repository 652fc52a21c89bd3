import type { Desk } from '../desk.ts';
import { ReportEditor } from './report-editor.tsx';

/** 形成调研报告 (S2.8, S2.10): the findings lie beside the paragraphs that cite them. */
export const desk: Desk = { editors: { paragraphs: ReportEditor } };
