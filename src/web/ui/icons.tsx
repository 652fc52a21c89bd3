/** Outlines on a 16-grid, drawn in the colour of the text. Always beside words: none of them speaks alone. */
const drawings = {
  done: 'M3 8.5l3.2 3.2L13 5',
  ready: 'M5 3.5l7 4.5-7 4.5z',
  soon: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.5',
  overdue: 'M8 2.2l6.2 11.3H1.8zM8 6.5v3M8 11.3v.4',
  waiting: 'M4.5 2.5h7M4.5 13.5h7M5.5 2.5c0 3 5 3.5 5 5.5s-5 2.5-5 5.5M10.5 2.5c0 3-5 3.5-5 5.5s5 2.5 5 5.5',
  off: 'M3.5 8h9',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 7.3v3.7M8 4.9v.4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  next: 'M6 3.5L10.5 8 6 12.5',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  seal: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM5.5 8.3l1.8 1.8 3.2-3.6',
  bell: 'M4 11.5V7.5a4 4 0 0 1 8 0v4l1 1H3zM7 14h2',
  person: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM3 13.5c.4-3 2.3-4.3 5-4.3s4.6 1.3 5 4.3',
  add: 'M8 3.5v9M3.5 8h9',
} as const;
export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
