/** How binding a rule is: 刚性 refuses, 原则 asks for a recorded reason, 可选 only shows. */
export type Force = 'must' | 'in-principle' | 'may';

export const forceNames = { must: '刚性', 'in-principle': '原则', may: '可选' } satisfies Record<Force, string>;

/** How binding a step is; and its date, where that binds otherwise: it has to be done, by that day in principle. */
export function forceText(step: Force, date: Force | undefined): string {
  return date === undefined || date === step ? forceNames[step] : `${forceNames[step]}，期限为${forceNames[date]}`;
}

/**
 * An expected "no" with its source. `clause` is an id of the opinion (`S2.2`) or a law article (`监督法 §15`);
 * `text` says in official Chinese what is wrong, with which thing, and what would help.
 */
export type Refusal = {
  code: string;
  force: Exclude<Force, 'may'>;
  clause: string;
  text: string;
  /** The payload field the refusal is about, for the form. */
  field?: string;
  /** Where it is said shortly, field by field, instead of at `field`. */
  at?: readonly { field: string; text: string }[];
};

/** A *must* rule said no. */
export function refuse(code: string, clause: string, text: string, field?: string): Refusal {
  return { code, force: 'must', clause, text, ...(field === undefined ? {} : { field }) };
}

/** An *in principle* rule (原则上) said no: the act may go on with a recorded reason. */
export function departsFrom(code: string, clause: string, text: string, field?: string): Refusal {
  return { code, force: 'in-principle', clause, text, ...(field === undefined ? {} : { field }) };
}

export function isBlocking(refusal: Refusal): boolean {
  return refusal.force === 'must';
}
