import { Icon } from './icons.tsx';

/** What a state means to the eye; the words say the rest, so that nothing is told by colour alone. */
export type Tone = 'done' | 'ready' | 'soon' | 'overdue' | 'waiting' | 'off' | 'info';

export function StateTag({ tone, text }: { tone: Tone; text: string }) {
  return (
    <span className={`state-tag tone-${tone}`}>
      <Icon name={tone} size={14} />
      {text}
    </span>
  );
}
