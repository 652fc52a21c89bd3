/** The first that fits: most programs also claim to be those further down. */
const browsers: readonly (readonly [string, RegExp])[] = [
  // The server keeps the first 200 letters, where WeChat on Android has not yet said its name but that of its kit.
  ['微信', /MicroMessenger\/(\d+)|MMWEBSDK/],
  ['WPS', /\bWPS\w*(?:\/(\d+))?/i],
  ['360浏览器', /\b360(?:SE|EE|Browser)\b|QIHU|QHBrowser/i],
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['鸿蒙', /HarmonyOS|OpenHarmony/i],
  ['统信UOS', /\bUOS\b|UnionTech/i],
  ['麒麟', /Kylin/i],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux/],
];

/** The program and the system that somebody signed in with, as far as the program says so: Chrome 153，Linux. */
export function programWords(userAgent: string): string {
  if (userAgent.trim() === '') return '未知';
  const [browser, pattern] = browsers.find(([, named]) => named.test(userAgent)) ?? ['其他浏览器'];
  const version = pattern?.exec(userAgent)?.[1];
  const system = systems.find(([, named]) => named.test(userAgent))?.[0];
  return [version === undefined ? browser : `${browser} ${version}`, system].filter(Boolean).join('，');
}
