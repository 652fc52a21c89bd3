import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { photoLimit } from '../../contract/field-notes.ts';
import type { WaitingPhoto } from '../lib/field-store.ts';
import { newUuid } from '../lib/uuid.ts';
import { shrinkPhoto } from './shrink-photo.ts';

type Props = { photos: readonly WaitingPhoto[]; onChange: (photos: readonly WaitingPhoto[]) => void };

/** Photos from the camera or the album, made small before anything else is done with them. */
export function PhotoPicker({ photos, onChange }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const hintId = useId();
  const take = async (files: readonly File[]) => {
    setBusy(true);
    const made = await Promise.allSettled(files.slice(0, photoLimit - photos.length).map(shrinkPhoto));
    const read = made.flatMap((one) => (one.status === 'fulfilled' ? [{ id: newUuid(), bytes: one.value }] : []));
    setProblem(wordsOf(made.length - read.length, files.length - made.length));
    setBusy(false);
    onChange([...photos, ...read]);
  };
  const isFull = photos.length >= photoLimit;
  return (
    <fieldset className="note-photos" aria-describedby={hintId}>
      <legend>照片</legend>
      <ul className="photo-list">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <WaitingPhotoView photo={photo} alt={`照片${index + 1}`} />
            <Button type="text" size="small" onClick={() => onChange(photos.filter((other) => other !== photo))}>
              移除<span className="visually-hidden">照片{index + 1}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="photo-deeds">
        <FileButton text="拍照" isCamera disabled={busy || isFull} onTake={take} />
        <FileButton text="选择照片" isCamera={false} disabled={busy || isFull} onTake={take} />
      </div>
      <p id={hintId} className={problem === undefined ? 'form-help' : 'field-problem'} aria-live="polite">
        {problem ?? `最多${photoLimit}张，自动缩小，不带拍摄位置。`}
      </p>
    </fieldset>
  );
}

function wordsOf(unread: number, tooMany: number): string | undefined {
  const words = [
    ...(unread > 0 ? [`有${unread}个文件不是本机浏览器能显示的照片`] : []),
    ...(tooMany > 0 ? [`有${tooMany}张超出了${photoLimit}张的限制`] : []),
  ];
  return words.length === 0 ? undefined : `${words.join('，')}，没有加入。`;
}

type ButtonProps = {
  text: string;
  isCamera: boolean;
  disabled: boolean;
  onTake: (files: readonly File[]) => Promise<void>;
};

function FileButton({ text, isCamera, disabled, onTake }: ButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={disabled} onClick={() => picker.current?.click()}>
        {text}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={text}
        accept="image/*"
        {...(isCamera ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          void onTake([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** A photo that lies on this device; with `saveAs` it can be saved among the device's files under that name. */
export function WaitingPhotoView({ photo, alt, saveAs }: { photo: WaitingPhoto; alt: string; saveAs?: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  if (url === undefined) return null;
  const picture = <img className="note-photo" src={url} alt={alt} />;
  if (saveAs === undefined) return picture;
  return (
    <a className="note-photo-saved" href={url} download={saveAs}>
      {picture}
      保存<span className="visually-hidden">{alt}</span>
    </a>
  );
}
