import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './disclosure-menu.css';

type MenuEntry = { key: string; label: string; onClick: () => void };

/** A button that opens a short list of others. Escape, a click elsewhere and leaving it by Tab close it. */
export function DisclosureMenu(props: {
  label: ReactNode;
  icon?: ReactNode;
  head?: string;
  entries: readonly MenuEntry[];
}) {
  const { label, icon, head, entries } = props;
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node && frame.current?.contains(target) === true)) setOpen(false);
    };
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      frame.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen]);
  return (
    <div className="disclosure" ref={frame}>
      <Button type="text" icon={icon} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {label}
      </Button>
      <div className="disclosure-panel" id={id} hidden={!isOpen}>
        {head === undefined ? null : <p className="disclosure-head">{head}</p>}
        <ul>
          {entries.map(({ key, label: words, onClick }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  onClick();
                }}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
