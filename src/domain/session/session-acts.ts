import type { ActDefinition } from '../procedure/act.ts';
import { conveneSession } from './convene-session.ts';
import { moveSession } from './move-session.ts';
import { sittingActs } from './sitting-acts.ts';

/** 组织法 §51, §54: a standing committee meets on days its council fixed, in a quorum, by an agenda it adopted. */
export const sessionActs: readonly ActDefinition[] = [conveneSession, moveSession, ...sittingActs];
