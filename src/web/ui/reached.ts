/** For `ref`: what the address asks for is brought into sight and to the keyboard once, when it appears. */
export function reached(element: HTMLElement | null): void {
  if (element === null) return;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
}
