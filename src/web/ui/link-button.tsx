import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link that looks like a button: opens in place, or in a new tab for whoever asks for one. `state` is for the page it opens. */
export function LinkButton(props: { to: string; type?: ButtonProps['type']; state?: unknown; children: ReactNode }) {
  const { to, type, state, children } = props;
  const href = useHref(to);
  const open = useLinkClickHandler<HTMLElement>(to, { state });
  return (
    <Button href={href} onClick={open} {...(type === undefined ? {} : { type })}>
      {children}
    </Button>
  );
}
