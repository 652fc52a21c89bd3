import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ResponseOf } from '../../contract/route.ts';
import type { Me } from '../../contract/sign-in.ts';
import {
  exportWorkbook,
  type ImportPlanView,
  importWorkbook,
  previewImport,
  readWorkbookTemplate,
  workbookLimit,
} from '../../contract/workbook.ts';
import { download, upload } from '../lib/client.ts';
import { sizeText } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { FirstUseList } from './first-use-list.tsx';
import { ImportPlan } from './import-plan.tsx';

function formWith(file: File): FormData {
  const form = new FormData();
  form.set('file', file, file.name);
  return form;
}

/** The organisation as one .xlsx: a dry run names every problem and every change; only a clean one is written. */
export function Workbook({ me }: { me: Me }) {
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const preview = useMutation({ mutationFn: (chosen: File) => upload(previewImport, formWith(chosen)) });
  const write = useMutation({
    mutationFn: (chosen: File) => upload(importWorkbook, formWith(chosen)),
    onSuccess: () => client.invalidateQueries(),
  });
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    write.reset();
    preview.mutate(chosen);
  };
  const isTooLarge = file !== undefined && file.size > workbookLimit;
  return (
    <>
      <section className="section" aria-label="选择工作簿">
        <p>
          {has(me, 'system-admin')
            ? '您写入组织信息；角色由安全管理员用同一工作簿写入。'
            : '您写入角色；组织信息由系统管理员写入。'}
          先试导入，逐行列出问题和变动，核对后再写入。
        </p>
        <div className="deeds">
          <Button type="primary" loading={preview.isPending} onClick={() => picker.current?.click()}>
            选择工作簿并试导入
          </Button>
          <ExportButton ask={() => download(readWorkbookTemplate, {})}>下载空白工作簿</ExportButton>
          <ExportButton ask={() => download(exportWorkbook, {})}>导出现有组织</ExportButton>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".xlsx"
            aria-label="工作簿文件"
            onChange={(event) => {
              choose(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        {file === undefined ? null : (
          <p>
            {file.name}（{sizeText(file.size)}）{isTooLarge ? '，超过10 MB' : ''}
          </p>
        )}
      </section>
      <ProblemAlert error={preview.error ?? write.error} />
      {write.data === undefined && preview.data !== undefined && file !== undefined ? (
        <ImportPlan plan={preview.data}>
          <WriteButton plan={preview.data} busy={write.isPending} onWrite={() => write.mutateAsync(file)} />
        </ImportPlan>
      ) : null}
      {write.data === undefined ? null : <Written result={write.data} />}
    </>
  );
}

function WriteButton({
  plan,
  busy,
  onWrite,
}: {
  plan: ImportPlanView;
  busy: boolean;
  onWrite: () => Promise<unknown>;
}) {
  if (plan.problems.length > 0) return null;
  const count = plan.added.length + plan.changed.length;
  return (
    <ConfirmButton
      question={count === 0 ? '没有变动，仍要写入？' : `写入${count}项变动？`}
      onConfirm={onWrite}
      button={{ type: 'primary', loading: busy }}
    >
      写入
    </ConfirmButton>
  );
}

function Written({ result }: { result: ResponseOf<typeof importWorkbook> }) {
  if (!result.applied) return <ImportPlan plan={result.plan} />;
  const { added, changed } = result.plan;
  return (
    <>
      <MessageBox type="success" title={`已写入：新增${added.length}项，更改${changed.length}项`} />
      {result.accounts.length === 0 ? null : <FirstUseList accounts={result.accounts} />}
    </>
  );
}
