import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { exportSettings } from '../../contract/admin-exports.ts';
import { basisLimit, changeSettings, readSettings } from '../../contract/organisation.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { type SettingKey, settingFields, settingKeys, showSetting } from '../../domain/organisation/setting-fields.ts';
import { call, download, newIdempotencyKey } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { NumberEntry } from '../ui/number-entry.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';
import { TextEntry, within } from '../ui/text-entry.tsx';

type Version = ResponseOf<typeof readSettings>['current'];
type Typed = { settings: Record<string, unknown>; basis: Record<string, string | undefined> };

/** What opinion and law leave open, decided by the customer: each change with its basis, each version kept. */
export function Settings() {
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => call(readSettings, {}) });
  return (
    <QueryView query={settings}>
      {({ current, earlier }) => (
        <>
          <SettingsForm key={current.version} current={current} />
          {earlier.length === 0 ? null : (
            <details className="plan-part">
              <summary>历史版本（{earlier.length}）</summary>
              <ul>
                {earlier.map((version) => (
                  <li key={version.version}>
                    {`第${version.version}版${madeText(version)}：`}
                    {settingKeys
                      .map((key) => `${settingFields[key].title}“${showSetting(key, version.settings)}”`)
                      .join('；')}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </QueryView>
  );
}

/** When and by whom a version was made: after its number. */
function madeText({ madeAt, madeByName }: Version): string {
  return madeAt === null ? '（默认值）' : `，${momentText(madeAt)}，${madeByName ?? ''}`;
}

function SettingsForm({ current }: { current: Version }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const typed: Typed['settings'] | undefined = Form.useWatch('settings', form);
  const changed = settingKeys.filter(
    (key) => typed !== undefined && typed[key] !== undefined && typed[key] !== current.settings[key],
  );
  const save = useMutation({
    mutationFn: ({ settings, basis }: Typed) =>
      call(changeSettings, {
        body: {
          version: current.version,
          settings: Object.fromEntries(changed.map((key) => [key, settings[key]])),
          basis: Object.fromEntries(changed.map((key) => [key, basis[key] ?? ''])),
        },
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: () => {
      void message.success('已形成新的设置版本，全部日期随之重新推算');
      return client.invalidateQueries();
    },
  });
  return (
    <section className="section" aria-label="现行设置">
      <div className="list-count">
        <p>{`现行第${current.version}版${madeText(current)}。改变的每一项须写明依据。`}</p>
        <ExportButton ask={() => download(exportSettings, {})} />
      </div>
      <ProblemAlert error={save.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ settings: current.settings, basis: {} }}
        onFinish={(values) => save.mutate(values)}
      >
        {settingKeys.map((key) => (
          <SettingItem key={key} settingKey={key} isChanged={changed.includes(key)} basis={current.basis[key]} />
        ))}
        <Button type="primary" htmlType="submit" disabled={changed.length === 0} loading={save.isPending}>
          保存为新版本
        </Button>
      </Form>
    </section>
  );
}

/** What may be written is the domain's to say. */
function readable({ title, hint, read }: { title: string; hint: string; read: (text: string) => unknown }) {
  return {
    validator: (_rule: unknown, value: unknown) =>
      read(`${value ?? ''}`) === undefined ? Promise.reject(new Error(`${title}填写${hint}`)) : Promise.resolve(),
  };
}

function SettingItem(props: { settingKey: SettingKey; isChanged: boolean; basis: string | undefined }) {
  const { settingKey, isChanged, basis } = props;
  const field = settingFields[settingKey];
  return (
    <div className="setting">
      <Form.Item
        name={['settings', settingKey]}
        label={field.title}
        extra={basis ?? field.basis}
        rules={field.choices.length === 0 ? [readable(field)] : []}
      >
        {field.choices.length === 0 ? (
          <NumberEntry />
        ) : (
          <Select options={field.choices.map(({ value, word }) => ({ value, label: word }))} />
        )}
      </Form.Item>
      {isChanged ? (
        <Form.Item
          name={['basis', settingKey]}
          label={`“${field.title}”的依据`}
          rules={[{ required: true, whitespace: true, message: '请写明依据' }, within(basisLimit)]}
        >
          <TextEntry widget="line" maxLength={basisLimit} placeholder="文件名称、文号或者会议决定" />
        </Form.Item>
      ) : null}
    </div>
  );
}
