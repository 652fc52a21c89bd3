import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const antd = join(import.meta.dirname, '..', 'node_modules', 'antd');
export const antdFile = join(antd, 'dist', 'antd.css');
const antdFolder = join(antd, 'es');
const virtual = '\0antd-styles/';
/** A module of antd that draws: it takes the styles of its own folder. */
const drawing = /[\\/]antd[\\/]es[\\/]([^\\/]+)[\\/](?!style[\\/])[^\\/]/;
const takesStyles = /from ['"]\.\.?\/style(?:\/[\w-]+)?['"]/;

/** The grid's twenty-four columns at every width, which only whoever lays out by columns needs; a form takes its rows alone. */
const columns = 'col';

/** Folders of antd whose classes do not begin with the folder's name. */
const words: Readonly<Record<string, string>> = {
  btn: 'button',
  'float-btn': 'float-button',
  otp: 'input',
  picker: 'date-picker',
  'picker-calendar': 'calendar',
  qrcode: 'qr-code',
  ribbon: 'badge',
};

/**
 * Gives every part of antd its own styles, so that a page loads those of the parts it draws: antd delivers the styles of all parts as one
 * file (112 kB gzipped). What belongs to no single part stays in that file. Only in the build; the development server sends it whole.
 */
export function antdStyles(): Plugin {
  let parts: ReadonlyMap<string, string> = new Map();
  return {
    name: 'antd-styles',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      parts = stylesByPart(await readFile(antdFile, 'utf8'));
    },
    resolveId: (id) => (id.startsWith('antd-styles/') ? `\0${id}` : null),
    load(id) {
      if (id === antdFile) return parts.get('');
      return id.startsWith(virtual) ? parts.get(id.slice(virtual.length, -'.css'.length)) : null;
    },
    transform(code, id) {
      const part = drawing.exec(id)?.[1];
      if (part === undefined || !parts.has(part)) return null;
      return takesStyles.test(code) || part === columns
        ? { code: `import 'antd-styles/${part}.css';\n${code}`, map: null }
        : null;
    },
  };
}

/**
 * The rules of antd's one file of styles by the folder of the part whose classes every selector of the rule begins with; under '' what is
 * shared. The values that the file sets for the instance it was made from match no page and are left out.
 */
export function stylesByPart(styles: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const rule of rulesIn(styles)) {
    if (/^\.(?:css-var-_R_|data-ant-cssinjs)/.test(rule)) continue;
    const part = partOf(rule);
    parts.set(part, (parts.get(part) ?? '') + rule);
  }
  return parts;
}

function partOf(rule: string): string {
  const open = rule.indexOf('{');
  const head = rule.slice(0, open);
  if (/^@(?:-webkit-)?keyframes/.test(head)) return '';
  if (head.startsWith('@')) return only(rulesIn(rule.slice(open + 1, -1)).map(partOf));
  return only(selectorsOf(head).map((selector) => partOfClass(/^\s*\.ant-([a-z-]+)/.exec(selector)?.[1] ?? '')));
}

const only = (parts: readonly string[]): string => {
  const [first = ''] = parts;
  return parts.every((part) => part === first) ? first : '';
};

/** The part that a class belongs to: the longest known beginning, so that `input-number-affix` is not `input`. */
function partOfClass(name: string): string {
  if (/^col-./.test(name)) return columns;
  const pieces = name.split('-').filter((piece) => piece !== '');
  for (let length = pieces.length; length > 0; length -= 1) {
    const word = pieces.slice(0, length).join('-');
    const part = words[word] ?? word;
    if (folders.has(part)) return part;
  }
  return '';
}

/** What a form takes of the grid, rows and columns of no width, is shared; so is what has no folder, such as motion (`slide`, `fade`). */
const ofGrid: readonly string[] = ['row', columns];

/** Folders that have styles of their own. */
const folders: ReadonlySet<string> = new Set(
  readdirSync(antdFolder).filter((folder) => existsSync(join(antdFolder, folder, 'style')) && !ofGrid.includes(folder)),
);

/** The selectors of a rule's head; a comma in brackets separates none. */
function selectorsOf(head: string): string[] {
  const inner = head.replace(/[([][^()[\]]*[)\]]/g, '');
  return inner === head ? head.split(',') : selectorsOf(inner);
}

/** The outermost rules, each with its braces. */
function rulesIn(styles: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < styles.length; at += 1) {
    if (styles[at] === '{') depth += 1;
    if (styles[at] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(styles.slice(from, at + 1).trim());
    from = at + 1;
  }
  return rules;
}
