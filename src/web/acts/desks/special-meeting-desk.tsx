import type { Desk } from '../desk.ts';
import { CommonProblems } from './common-problems.tsx';
import { CountyPapers } from './county-papers.tsx';

/** 专题会议 (S3.4): what the counties found and decided lies beside, their problems as a matrix in which the common ones are ticked. */
export const desk: Desk = {
  papers: { title: '各县（市、区）监督工作情况', Content: CountyPapers },
  editors: { commonProblems: CommonProblems },
};
