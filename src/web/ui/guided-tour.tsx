import { Button, Tour } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

/** A stop: what is said, and the thing on the page it is about; null for none. */
export type Stop = { title: string; text: string; target: () => HTMLElement | null };

/**
 * Leads from stop to stop over the page, which rests meanwhile: a dialog that keyboard and screen reader stay in until it is skipped
 * (button or Esc) or at its end.
 */
export function GuidedTour({ stops, onEnd }: { stops: readonly Stop[]; onEnd: () => void }) {
  const [current, setCurrent] = useState(0);
  useRestingPage();
  return (
    <Tour
      open
      current={current}
      onChange={setCurrent}
      closable={false}
      animated={false}
      rootClassName="guided-tour"
      indicatorsRender={() => null}
      actionsRender={() => null}
      steps={stops.map((stop, index) => ({
        // antd's type wants a function that never or always answers null; it takes either.
        target: stop.target as () => HTMLElement,
        title: null,
        description: (
          <Panel stop={stop} index={index} count={stops.length} onGo={setCurrent} onEnd={onEnd} key={stop.title} />
        ),
      }))}
    />
  );
}

type PanelProps = { stop: Stop; index: number; count: number; onGo: (index: number) => void; onEnd: () => void };

function Panel({ stop, index, count, onGo, onEnd }: PanelProps) {
  const [titleId, textId] = [useId(), useId()];
  const dialog = useFocus();
  const isLast = index === count - 1;
  const skipOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onEnd();
  };
  return (
    <div
      ref={dialog}
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={textId}
      tabIndex={-1}
      onKeyDown={skipOnEscape}
    >
      <h2 id={titleId}>{stop.title}</h2>
      <p id={textId}>{stop.text}</p>
      <div className="guided-tour-foot">
        <span>{`第${index + 1}步，共${count}步`}</span>
        <span className="guided-tour-buttons">
          {isLast ? null : (
            <Button type="text" onClick={onEnd}>
              跳过
            </Button>
          )}
          {index === 0 ? null : <Button onClick={() => onGo(index - 1)}>上一步</Button>}
          <Button type="primary" onClick={() => (isLast ? onEnd() : onGo(index + 1))}>
            {isLast ? '知道了' : '下一步'}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** The focus goes to what it is given to, as soon as that can be seen. */
function useFocus() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const focus = () => {
      element.current?.focus({ preventScroll: true });
      if (document.activeElement !== element.current) frame = requestAnimationFrame(focus);
    };
    focus();
    return () => cancelAnimationFrame(frame);
  }, []);
  return element;
}

/** Nothing under the tour can be reached; afterwards the focus is at the beginning of the page. */
function useRestingPage(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    root?.setAttribute('inert', '');
    return () => {
      root?.removeAttribute('inert');
      document.getElementById('main')?.focus({ preventScroll: true });
    };
  }, []);
}
