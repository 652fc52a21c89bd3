import { Button, Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { objectOf } from '../../../contract/form-fields.ts';
import { isPlainDate } from '../../../domain/calendar/counting.ts';
import { cityTrackOf, countyTracksOf, doneOf } from '../../../domain/procedure/case.ts';
import { callAudienceNames, callAudiences, namesDeadline, usualNotice } from '../../../domain/topic/call-text.ts';
import { paths } from '../../app/paths.ts';
import { useCase } from '../../lib/cases.ts';
import { dateText } from '../../lib/formats.ts';
import { useMe } from '../../lib/me.ts';
import { listOf } from '../../lib/schema-form.ts';
import { FactRows } from '../../ui/fact-list.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { MessageBox } from '../../ui/message-box.tsx';
import type { Desk, DeskProps } from '../desk.ts';

/** Opening the call: for a county beside the city's, whose words it begins with; the notice can be written anew from what is filled in. */
export const desk: Desk = {
  papers: { title: '市县同步开展征集', Content: InStep },
  editors: { notice: NoticeEditor },
  Below: DeadlineInNotice,
};

/** The ten call at the same time, each by its own decision (S1.1). */
function InStep({ facts }: DeskProps) {
  const { own, view, state } = facts;
  if (own.level === 'city') {
    return (
      <p>
        {`办理后，征集通知发给${countyTracksOf(view).length}个县（市、区）人大常委会和同级一府一委两院，截止日期、征集对象和公告正文随通知送达。`}
        {'各县（市、区）在此基础上自行决定、自行公布。'}
      </p>
    );
  }
  const call = state.year.receivedCall;
  if (call !== null) {
    return (
      <>
        <FactRows
          facts={[
            ['市级截止', dateText(call.deadline)],
            ['征集对象', call.invited.map((audience) => callAudienceNames[audience]).join('、')],
          ]}
        />
        <p className="read-text">{call.notice}</p>
      </>
    );
  }
  const city = cityTrackOf(view);
  const isSent = city !== undefined && doneOf('open-solicitation', city) !== undefined;
  return isSent ? (
    <p>
      市人大常委会的征集通知还没有签收。<Link to={paths.packages}>先去签收</Link>
      ，截止日期、征集对象和公告正文会自动填入。
    </p>
  ) : (
    <p>市人大常委会尚未发出征集通知。征集由市县两级同步开展，本级也可以先行办理。</p>
  );
}

/** The notice is published as it stands: it has to say until when. */
function DeadlineInNotice({ payload: { deadline, notice } }: DeskProps) {
  if (typeof deadline !== 'string' || !isPlainDate(deadline) || typeof notice !== 'string') return null;
  if (notice.trim() === '' || namesDeadline(notice, deadline)) return null;
  return (
    <MessageBox
      type="warning"
      role="status"
      title={`公告正文没有写明截止日期${dateText(deadline)}`}
      description="请核对正文，或者按所填内容重写正文。"
    />
  );
}

function NoticeEditor({ field, name }: EditorProps) {
  return (
    <Form.Item name={[...name]} label={field.title} required={field.required}>
      <NoticeField />
    </Form.Item>
  );
}

/** Form hands it the value. */
function NoticeField(props: { id?: string; value?: string; onChange?: (text: string) => void }) {
  const form = Form.useFormInstance();
  const usual = useUsualNotice();
  const { value = '', onChange, ...field } = props;
  const rewrite = () => {
    const text = usual(objectOf(objectOf(form.getFieldsValue(true)).payload));
    if (text !== undefined) onChange?.(text);
  };
  return (
    <>
      <Input.TextArea
        {...field}
        autoSize={{ minRows: 8, maxRows: 24 }}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <p className="notice-rewrite">
        <Button onClick={rewrite}>按所填截止日期和对象重写正文</Button>
      </p>
    </>
  );
}

function useUsualNotice() {
  const { caseId = '' } = useParams();
  const year = useCase(caseId).data?.view.year;
  const bodyName = useMe().data?.tenantName;
  return ({ deadline, invited }: Readonly<Record<string, unknown>>) => {
    if (year === undefined || bodyName === undefined || typeof deadline !== 'string' || !isPlainDate(deadline)) return;
    const chosen = listOf(invited);
    return usualNotice({ year, bodyName, deadline, invited: callAudiences.filter((one) => chosen.includes(one)) });
  };
}
