import type { Plugin } from 'vite';

/** Parts of antd by their folders, with the word that their classes begin with. Those that other parts are built of are not among them. */
const parts: Readonly<Record<string, string>> = {
  anchor: 'anchor',
  avatar: 'avatar',
  breadcrumb: 'breadcrumb',
  calendar: 'picker-calendar',
  card: 'card',
  carousel: 'carousel',
  cascader: 'cascader',
  collapse: 'collapse',
  'color-picker': 'color-picker',
  'date-picker': 'picker',
  descriptions: 'descriptions',
  'float-button': 'float-btn',
  image: 'image',
  layout: 'layout',
  list: 'list',
  mentions: 'mentions',
  popconfirm: 'popconfirm',
  progress: 'progress',
  'qr-code': 'qrcode',
  rate: 'rate',
  result: 'result',
  slider: 'slider',
  splitter: 'splitter',
  statistic: 'statistic',
  steps: 'steps',
  table: 'table',
  timeline: 'timeline',
  transfer: 'transfer',
  tree: 'tree',
  'tree-select': 'tree-select',
  upload: 'upload',
};

/**
 * Leaves out of the built styles the rules of those parts of antd that no script of the build draws: antd gives its styles as one file for
 * all parts. Asks the build itself, so that a part used tomorrow has its styles tomorrow.
 */
export function usedStyles(): Plugin {
  return {
    name: 'used-styles',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const drawn = new Set(
          files.flatMap((file) =>
            file.type === 'chunk'
              ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
                  renderedLength > 0 ? (/[\\/]antd[\\/]es[\\/]([^\\/]+)[\\/](?!locale|style)/.exec(id)?.[1] ?? []) : [],
                )
              : [],
          ),
        );
        const words = Object.keys(parts).flatMap((part) => (drawn.has(part) ? [] : (parts[part] ?? [])));
        if (drawn.size === 0) throw new Error('No script of the build draws antd: its modules have other names now.');
        for (const file of files) {
          if (file.type === 'asset' && file.fileName.endsWith('.css')) {
            file.source = withoutRulesOf(words, String(file.source));
          }
        }
      },
    },
  };
}

/** The styles without the rules that only something with a class of these words could match. */
export function withoutRulesOf(words: readonly string[], styles: string): string {
  if (words.length === 0) return styles;
  const unused = new RegExp(`\\.ant-(?:${words.join('|')})(?![a-z])`);
  return rulesIn(styles)
    .filter((rule) => {
      const head = rule.slice(0, rule.indexOf('{'));
      if (head.startsWith('@')) return true;
      // What stands in brackets may be absent, or one of several: only a class outside them has to be there.
      return !outsideBrackets(head)
        .split(',')
        .every((selector) => unused.test(selector));
    })
    .join('');
}

function outsideBrackets(text: string): string {
  const inner = text.replace(/\([^()]*\)/g, '');
  return inner === text ? text : outsideBrackets(inner);
}

/** The outermost rules, each with its braces; what stands between them goes with the next. */
function rulesIn(styles: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < styles.length; at += 1) {
    if (styles[at] === '{') depth += 1;
    if (styles[at] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(styles.slice(from, at + 1));
    from = at + 1;
  }
  return [...rules, styles.slice(from)];
}
