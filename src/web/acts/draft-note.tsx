import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { z } from 'zod';
import { type FormInput, fieldAt, formOf, placeAt } from '../../contract/form-fields.ts';
import type { DraftConflict } from '../../contract/merge-drafts.ts';
import { paths } from '../app/paths.ts';
import { momentText } from '../lib/formats.ts';
import type { Options } from '../lib/schema-form.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { type NameOf, OneValue } from '../ui/value-view.tsx';
import type { Drafting } from './use-draft.ts';

type NoteProps = { drafting: Drafting; schema: z.ZodType; options: Options };
type Shown = { drafting: Drafting; form: FormInput; nameOf: NameOf };

/** What has become of what is typed: saved, kept here only, brought back, merged, or to be decided. */
export function DraftNote({ drafting, schema, options }: NoteProps) {
  const { state } = drafting;
  if (state.kind === 'conflict') return <Conflicts drafting={drafting} schema={schema} options={options} />;
  if (state.kind === 'none') return null;
  return (
    <div className="draft-note" aria-live="polite">
      <span>{words(drafting)}</span>
      {state.kind === 'signed-out' ? <SignInAgain /> : null}
      {state.kind === 'saving' ? null : (
        <ConfirmButton
          question="放弃已填写的内容？"
          detail="已保存的草稿将删除，不能恢复。"
          okText="放弃"
          onConfirm={drafting.discard}
          button={{ size: 'small', danger: true }}
        >
          放弃草稿
        </ConfirmButton>
      )}
    </div>
  );
}

function SignInAgain() {
  const { pathname, search } = useLocation();
  return <Link to={paths.signInReturning(`${pathname}${search}`)}>重新登录</Link>;
}

function words({ state }: Drafting): string {
  switch (state.kind) {
    case 'restored':
      return state.at === ''
        ? '已恢复本机上次没有保存到服务器的内容。'
        : `已恢复${state.byName}于${momentText(state.at)}保存的草稿。`;
    case 'saving':
      return '正在保存草稿……';
    case 'saved':
      return `草稿已于${momentText(state.at)}保存，尚未办理。`;
    case 'local':
      return '暂时连接不上服务器，内容保存在本机，连接恢复后自动保存。';
    case 'signed-out':
      return '登录已失效，填写的内容保存在本机；重新登录后回到这里继续填写。';
    case 'refused':
      return `草稿没有保存到服务器（${state.why}），内容保存在本机。`;
    case 'merged':
      return `已与${state.byName}保存的内容合并。`;
    case 'kept':
      return '这份草稿已在别处放弃或者办理，您填写的内容仍在这里。';
    default:
      return '';
  }
}

/** Two people have changed the same place: nothing is lost, the person decides place by place. */
function Conflicts({ drafting, schema, options }: NoteProps) {
  const { state } = drafting;
  if (state.kind !== 'conflict') return null;
  const form = formOf(schema);
  const shown = { drafting, form, nameOf: nameIn(options) };
  return (
    <MessageBox
      type="warning"
      title={`${state.byName}同时修改了以下内容，请逐处选定；两份内容都在。`}
      description={
        <ul className="draft-conflicts">
          {state.conflicts.map((conflict) => (
            <li key={conflict.path.join('/')}>
              <strong>{placeAt(form, conflict.path)}</strong>
              <Choice {...shown} conflict={conflict} title="我填写的" value={conflict.mine} />
              <Choice {...shown} conflict={conflict} title={`${state.byName}填写的`} value={conflict.theirs} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

function Choice(props: Shown & { conflict: DraftConflict; title: string; value: unknown }): ReactNode {
  const { conflict, title, value, drafting, form, nameOf } = props;
  const field = fieldAt(form, conflict.path);
  return (
    <div className="draft-choice">
      <span className="quiet">{title}</span>
      {field === undefined ? null : <OneValue input={field.input} value={value ?? ''} nameOf={nameOf} />}
      <Button size="small" onClick={() => drafting.settle(conflict, value)}>
        采用{title}
      </Button>
    </div>
  );
}

function nameIn(options: Options): NameOf {
  const labels = new Map(
    Object.values(options).flatMap((list) => list.map(({ value, label }) => [String(value), label] as const)),
  );
  return (id) => labels.get(id);
}
