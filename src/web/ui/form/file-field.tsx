import { Button, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { ProblemError } from '../../lib/client.ts';
import { acceptedEndings, storeFile } from '../../lib/files.ts';
import { sizeText } from '../../lib/formats.ts';

type Attached = { digest: string; name: string; size: number };

/** Only these may be stored; the higher levels are offered so that the refusal can be explained before anything is sent. */
const secrecyChoices = ['公开', '内部', '秘密', '机密', '绝密'] as const;
type Secrecy = (typeof secrecyChoices)[number];
const refused: readonly Secrecy[] = ['秘密', '机密', '绝密'];

/** Files stored at once, each with its level of secrecy; the form keeps their digests. */
export function FileField({ value = [], onChange }: { value?: Attached[]; onChange?: (files: Attached[]) => void }) {
  const [secrecy, setSecrecy] = useState<Secrecy>('公开');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const isSecret = refused.includes(secrecy);
  const store = async (files: readonly File[]) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const stored = await Promise.all(files.map((file) => storeFile(file, secrecy)));
      onChange?.([...value, ...stored.map(({ digest, name, size }) => ({ digest, name, size }))]);
    } catch (error) {
      setProblem(error instanceof ProblemError ? error.message : '上传失败，请重试。');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="file-field">
      <ul className="file-list">
        {value.map((file) => (
          <li key={file.digest}>
            {file.name}（{sizeText(file.size)}）
            <Button type="text" size="small" onClick={() => onChange?.(value.filter((other) => other !== file))}>
              移除<span className="visually-hidden">{file.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="file-picker">
        <Select<Secrecy>
          aria-label="附件密级"
          value={secrecy}
          onChange={setSecrecy}
          options={secrecyChoices.map((level) => ({ value: level, label: `密级：${level}` }))}
        />
        <Button loading={busy} disabled={isSecret} onClick={() => picker.current?.click()} aria-describedby={hintId}>
          选择文件
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept={acceptedEndings}
          onChange={(event) => {
            void store([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <p id={hintId} className={isSecret || problem !== undefined ? 'field-problem' : 'form-help'} aria-live="polite">
        {isSecret
          ? '国家秘密不得上传本系统（SEC-01）。'
          : (problem ?? 'PDF、Word、Excel、图片或文本，每个不超过20 MB。')}
      </p>
    </div>
  );
}
