import { appointmentsOn, tenantNameOf } from '../organisation/facts.ts';
import type { Tenant } from '../organisation/tenant.ts';
import type { Facts } from '../procedure/act.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';

/** Who gave the report to the session: a person by name, for an organ; delegated where the government sent the head of a department. */
export type Reporting = { organId: string; reporter: string; delegated: boolean };

/**
 * REP-06, 监督法 §16: one of the heads (负责人, deputies of the head included, as they stand in 任职) of the reporting organ reports; only the
 * government may delegate, and only to the head of a department of its own level. A department reports by delegation alone. Where nobody is
 * registered as head, that cannot be judged, and the reason is recorded instead.
 */
export function checkReporter(reporting: Reporting, facts: Facts): readonly Refusal[] {
  const { organId } = reporting;
  const organ = facts.organisation.tenants.find((tenant) => tenant.id === organId);
  if (organ === undefined || !facts.state.deliberation.organIds.includes(organId)) {
    const text = `${tenantNameOf(facts.organisation, organId)}不是本议题确定的报告机关，请核对，或者先办理“确定报告机关”。`;
    return [refuse('deliberate/not-named', 'S3.5', text, 'organId')];
  }
  const delegation = checkDelegation(organ, reporting.delegated);
  return delegation.length > 0 ? delegation : checkHead(reporting, organ, facts);
}

function checkDelegation(organ: Tenant, delegated: boolean): readonly Refusal[] {
  const isDepartment = organ.organKind === 'department';
  if (delegated && !isDepartment && organ.organKind !== 'government') {
    const text = `专项工作报告由${organ.name}负责人报告；只有人民政府可以委托有关部门负责人报告。`;
    return [refuse('deliberate/delegated', '监督法 §16', text, 'delegated')];
  }
  if (delegated || !isDepartment) return [];
  const text = `${organ.name}负责人报告专项工作须受本级人民政府委托，请注明委托。`;
  return [refuse('deliberate/not-delegated', '监督法 §16', text, 'delegated')];
}

function checkHead({ reporter, delegated }: Reporting, organ: Tenant, facts: Facts): readonly Refusal[] {
  const heads = headsOf(delegated && organ.organKind === 'government' ? departmentsOf(facts) : [organ], facts);
  const who = delegated && organ.organKind === 'government' ? '本级人民政府有关部门' : organ.name;
  if (heads.includes(reporter.trim())) return [];
  if (heads.length === 0) {
    const text = `机构名册没有登记${facts.on}任职的${who}负责人，无法核对报告人“${reporter}”。请在“任职”中补登，或者写明其职务。`;
    return [departsFrom('deliberate/head-not-registered', '监督法 §16', text, 'reporter')];
  }
  const known = heads.length > 5 ? '' : `（登记的负责人：${heads.join('、')}）`;
  const text = `“${reporter}”在${facts.on}不是${who}的负责人${known}；专项工作报告由机关负责人报告，人民政府可以委托部门负责人报告。`;
  return [refuse('deliberate/reporter', '监督法 §16', text, 'reporter')];
}

function departmentsOf({ organisation, own }: Facts): readonly Tenant[] {
  return organisation.tenants.filter(({ bodyId, organKind }) => bodyId === own.bodyId && organKind === 'department');
}

function headsOf(organs: readonly Tenant[], facts: Facts): readonly string[] {
  return organs.flatMap((organ) => headNamesOf(organ.id, facts));
}

/** Names of those who head an organ on the day of the act. */
export function headNamesOf(organId: string, { organisation, on }: Facts): readonly string[] {
  const held = appointmentsOn(organisation, organId, on).filter(({ post }) => post === 'organ-head');
  return [...new Set(held.map(({ personName }) => personName))];
}
