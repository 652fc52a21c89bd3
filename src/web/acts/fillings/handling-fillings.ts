import { openDemands } from '../../../domain/handling/rounds.ts';
import { assessment } from './assessment-filling.ts';
import type { Fillings } from './filling.ts';

/** 联动实施结果监督 (S4). */
export const handlingFillings: Fillings = {
  'assess-handling': assessment,
  'answer-demands': ({ state }) => ({ answers: openDemands(state).map(({ id }) => ({ demandId: id })) }),
  'give-verdicts': ({ state }) => ({ verdicts: openDemands(state).map(({ id }) => ({ demandId: id })) }),
};
