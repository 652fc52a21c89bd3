import { Form } from 'antd';
import { objectOf } from '../../../contract/form-fields.ts';
import { dutyClashes, sittingDaysOf } from '../../../domain/topic/duty-clashes.ts';
import { useSpokenDuties } from '../../lib/leader-duties.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import type { Desk } from '../desk.ts';
import { useDeskFacts } from '../desk-facts.ts';
import { ClashList } from './clash-list.tsx';

/** Beside the days that are chosen stands who is bound elsewhere on them: the own leaders, and of the counties’ what the city was told. */
export const desk: Desk = { editors: { closes: LastDay } };

function LastDay({ field, options, name }: EditorProps) {
  return (
    <>
      <FieldControl field={field} options={options} name={name} />
      <BoundElsewhere place={name.slice(0, -1)} />
    </>
  );
}

/** `place`: of the payload in the form. */
function BoundElsewhere({ place }: { place: EditorProps['name'] }) {
  const { own, view } = useDeskFacts();
  const payload = objectOf(Form.useWatch<unknown>([...place], { preserve: true }));
  // A sitting that is moved has its name; one that is convened gets it in the same form.
  const called = view.kind === 'session' ? view.name : payload.number;
  const days = sittingDaysOf({ name: typeof called === 'string' ? called : '', level: own.level }, payload);
  const [chosen] = days;
  const duties = useSpokenDuties({ from: chosen?.opens, until: chosen?.closes }, chosen !== undefined);
  return (
    <div className="days-clashes">
      <ClashList clashes={dutyClashes(days, duties, own.bodyId)} isLive />
    </div>
  );
}
