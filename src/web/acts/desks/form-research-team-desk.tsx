import { Form } from 'antd';
import { objectOf } from '../../../contract/form-fields.ts';
import { personNameOf } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import type { TeamMember } from '../../../domain/research/research-state.ts';
import { countiesWithoutMember, type TeamSoFar, teamChanges, teamParts } from '../../../domain/research/team-acts.ts';
import type { Field, Options, Typed } from '../../lib/schema-form.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl, OneOf } from '../../ui/form/field-control.tsx';
import { type Place, RowList } from '../../ui/form/row-list.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import '../../ui/remarks.css';
import type { Desk, DeskProps } from '../desk.ts';

/** S2.3: what a joint team has to be made of, and what this one has so far. */
function Composition({ facts, payload }: DeskProps) {
  const team = teamSoFar(payload);
  const without = countiesWithoutMember(team, facts);
  return (
    <>
      <ul className="remark-list" aria-live="polite">
        {teamParts(team).map(({ name, count, isNeeded }) => (
          <li key={name}>
            {name} <StateTag {...tagOf(count, isNeeded)} />
          </li>
        ))}
      </ul>
      {without.length === 0 ? null : (
        <p className="quiet">还没有成员参加的县（市、区）：{without.map(({ shortName }) => shortName).join('、')}</p>
      )}
      <Changes facts={facts} team={team} />
    </>
  );
}

function tagOf(count: number, isNeeded: boolean): Parameters<typeof StateTag>[0] {
  if (count > 0) return { tone: 'done', text: `${count}人` };
  return isNeeded ? { tone: 'soon', text: '还缺' } : { tone: 'off', text: '根据需要' };
}

/** What forming the team anew changes in the one there is. */
function Changes({ facts, team }: { facts: Facts; team: TeamSoFar }) {
  const before = facts.state.research.team;
  if (before === null) return null;
  const { leader, joining, leaving, recast } = teamChanges(before, team);
  const names = (ids: readonly string[]) => ids.map((id) => personNameOf(facts.organisation, id)).join('、');
  const lines = [
    ...(leader === undefined ? [] : [`组长由${names([leader.before])}改为${names([leader.after])}`]),
    ...(joining.length === 0 ? [] : [`增加：${names(joining)}`]),
    ...(leaving.length === 0 ? [] : [`退出：${names(leaving)}`]),
    ...(recast.length === 0 ? [] : [`改列身份：${names(recast)}`]),
  ];
  return (
    <>
      <h3>与现有联合调研组相比</h3>
      {lines.length === 0 ? <p className="quiet">没有变化。</p> : null}
      <ul className="team-changes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** As far as it is filled in; an empty row is nobody. */
function teamSoFar(payload: Typed): TeamSoFar {
  const { leaderId, members, experts } = payload;
  const rows = Array.isArray(members) ? members.map(objectOf) : [];
  return {
    ...(typeof leaderId === 'string' ? { leaderId } : {}),
    members: rows.map(({ personId, capacity }) => ({
      ...(typeof personId === 'string' ? { personId } : {}),
      // The form offers these alone.
      ...(typeof capacity === 'string' ? { capacity: capacity as TeamMember['capacity'] } : {}),
    })),
    experts: Array.isArray(experts) ? experts.filter((expert) => typeof expert === 'string') : [],
  };
}

/** Rows of members: who is chosen is listed as what he is, and only as what he is on the day. */
function Members({ field, options, name, path }: EditorProps) {
  if (field.input.kind !== 'rows' || field.input.row.kind !== 'group') return null;
  const [person, capacity] = field.input.row.fields;
  if (person === undefined || capacity === undefined) return null;
  return (
    <RowList
      field={field}
      columns={[person, capacity]}
      name={name}
      path={path}
      renderRow={(place) => <Member person={person} capacity={capacity} options={options} place={place} />}
    />
  );
}

type MemberProps = { person: Field; capacity: Field; options: Options; place: Place };

function Member({ person, capacity, options, place: { name, path } }: MemberProps) {
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch([...path, person.name], form);
  const heldBy = (personId: unknown) =>
    choicesOf(capacity).filter(({ value }) =>
      options[`team-as-${value}`]?.some((candidate) => candidate.value === personId),
    );
  const list = (personId: string | number) => {
    const now: unknown = form.getFieldValue([...path, capacity.name]);
    const held = heldBy(personId);
    if (!held.some(({ value }) => value === now)) form.setFieldValue([...path, capacity.name], held[0]?.value);
  };
  return (
    <>
      <Form.Item name={[...name, person.name]} label={person.title} required={person.required}>
        <Chooser title={person.title} choices={options['team-candidate'] ?? []} onChosen={list} />
      </Form.Item>
      <FieldControl field={withChoices(capacity, heldBy(chosen))} options={options} name={[...name, capacity.name]} />
    </>
  );
}

type ChooserProps = Parameters<typeof OneOf>[0] & { onChosen: (personId: string | number) => void };

/** Form hands the value on; whoever is chosen is told besides. */
function Chooser({ onChosen, onChange, ...field }: Omit<ChooserProps, 'isClearable'>) {
  return (
    <OneOf
      {...field}
      isClearable={false}
      isReference
      onChange={(value) => {
        onChange?.(value);
        if (value !== undefined) onChosen(value);
      }}
    />
  );
}

type ChoiceInput = Extract<Field['input'], { kind: 'choice' }>;

function choicesOf({ input }: Field): ChoiceInput['choices'] {
  return input.kind === 'choice' ? input.choices : [];
}

function withChoices(field: Field, choices: ChoiceInput['choices']): Field {
  if (field.input.kind !== 'choice' || choices.length === 0) return field;
  return { ...field, input: { ...field.input, choices } };
}

export const desk: Desk = {
  papers: { title: '组成要求和现状', Content: Composition },
  editors: { members: Members },
};
