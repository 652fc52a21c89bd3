const key = 'liandu-text-size';

/** Whether this browser shows everything larger, for eyes that ask for it. */
export function isLarge(): boolean {
  try {
    return localStorage.getItem(key) === 'large';
  } catch {
    return false;
  }
}

/** Sets the size of everything on the screen, texts and controls alike, and remembers it in this browser. */
export function setLarge(large: boolean): void {
  try {
    if (large) localStorage.setItem(key, 'large');
    else localStorage.removeItem(key);
  } catch {
    // A browser that stores nothing shows the size until the page is closed.
  }
  applyTextSize(large);
}

/** Shows the remembered size; called once before the first page is drawn. */
export function applyTextSize(large = isLarge()): void {
  document.documentElement.classList.toggle('large-text', large);
}
