import { Button } from 'antd';
import { useRef } from 'react';
import { exportLeaderDuties } from '../../contract/leader-duties.ts';
import { download } from '../lib/client.ts';
import { useDutyChanges } from '../lib/leader-duties.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** The register taken in from a spreadsheet: a file with a single wrong row changes nothing. */
export function DutyFiles() {
  const picker = useRef<HTMLInputElement>(null);
  const { take } = useDutyChanges();
  return (
    <>
      <Button loading={take.isPending} onClick={() => picker.current?.click()}>
        从表格导入
      </Button>
      <ExportButton ask={() => download(exportLeaderDuties, { query: { blank: 'yes' } })}>下载空白表</ExportButton>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx"
        aria-label="公务表格文件"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) take.mutate(file);
          target.value = '';
        }}
      />
      <div className="duty-file" role="status">
        <ProblemAlert error={take.error} />
        {take.data === undefined ? null : <Taken {...take.data} />}
      </div>
    </>
  );
}

function Taken(props: { problems: readonly string[]; added: number; unchanged: number }) {
  const { problems, added, unchanged } = props;
  if (problems.length === 0) {
    const known = unchanged === 0 ? '' : `，${unchanged}项原已登记`;
    return <MessageBox type="success" title={`已登记${added}项${known}`} />;
  }
  return (
    <MessageBox
      type="error"
      title={`表格有${problems.length}处问题，没有登记任何一行`}
      description={
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      }
    />
  );
}
