import type { Desk } from '../desk.ts';
import { AbsorbedResults } from './absorbed-results.tsx';
import { DemandsEditor } from './demands-editor.tsx';
import { FindingsLeft } from './findings-left.tsx';

/** 汇总梳理审议意见 (S3.7): demands beside the findings they rest on, the counties' opinions beside what became of them. */
export const desk: Desk = {
  editors: { demands: DemandsEditor, withoutDemand: FindingsLeft, countyResults: AbsorbedResults },
};
