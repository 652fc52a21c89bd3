import { LinkButton } from '../ui/link-button.tsx';
import { ErrorView } from '../ui/states.tsx';

/** A page that is not there, or not for this reader: what it is, why, and where to go on. */
export function DeadEnd(props: { title: string; text: string; to: string; onward: string }) {
  const { title, text, to, onward } = props;
  return (
    <ErrorView
      isPage
      title={title}
      text={text}
      action={
        <LinkButton type="primary" to={to}>
          {onward}
        </LinkButton>
      }
    />
  );
}
