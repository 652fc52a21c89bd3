import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: everything that guards a release, cheapest first, stopping at the first stage that fails. Each stage is
 * one line with its time; the output of a failing one follows. The last line counts the tests and the checks that ran.
 * `npm test -- types lint` runs only the stages named.
 */
type Count = { passed: number; failed: number };
type Stage = { name: string; run: () => Promise<Outcome> };
type Outcome = Count & { output: string; detail: string };

const stages: Stage[] = [
  { name: 'types', run: () => runCheck(['npm', 'run', '--silent', 'types']) },
  { name: 'lint', run: () => runCheck(['biome', 'check', '--error-on-warnings', '--max-diagnostics=50']) },
  { name: 'arrows', run: () => runCheck(['npm', 'run', '--silent', 'arrows']) },
  { name: 'unused', run: () => runCheck(['knip', '--no-progress']) },
  { name: 'checks', run: () => runVitest(['checks']) },
  { name: 'build', run: () => runCheck(['npm', 'run', '--silent', 'build']) },
  { name: 'first-page', run: () => runCheck(['node', 'scripts/check-first-page.ts']) },
  { name: 'rules', run: () => runVitest(['domain']) },
  { name: 'server', run: () => runVitest(['server']) },
  { name: 'browser', run: () => runVitest(['e2e']) },
];

async function main(names: readonly string[]): Promise<Count> {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new Error(`No such stage: ${unknown}. There are ${stages.map(({ name }) => name)}.`);
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of stages) {
    if (names.length > 0 && !names.includes(name)) continue;
    const started = performance.now();
    const outcome = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    console.log(
      `${outcome.failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(11)} ${seconds.padStart(6)} s  ${outcome.detail}`,
    );
    if (outcome.failed > 0) {
      console.log(`\n${outcome.output.trimEnd()}\n`);
      break;
    }
  }
  return total;
}

/** A tool that says yes or no as a whole counts as one. */
async function runCheck(command: readonly string[]): Promise<Outcome> {
  const { code, output } = await run(command);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, detail: '' };
}

async function runVitest(projects: readonly string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'liandu-test-'));
  const file = join(folder, 'results.json');
  const selection = projects.flatMap((project) => ['--project', project]);
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await run(['vitest', 'run', ...selection, ...reporters]);
    const { passed, failed } = await readCounts(file);
    // A test that ran but a set-up, a worker or an unhandled error that failed the run is still a failure.
    const failures = code === 0 ? failed : Math.max(1, failed);
    return { passed, failed: failures, output, detail: `${passed} tests` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readCounts(file: string): Promise<Count> {
  try {
    const results = JSON.parse(await readFile(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: results.numPassedTests, failed: results.numFailedTests };
  } catch {
    // Vitest died before it could write; its exit code and output tell why.
    return { passed: 0, failed: 1 };
  }
}

function run([program = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
      // A stage that hangs ends as a failure, with what it had printed.
      timeout: 15 * 60_000,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const { passed, failed } = await main(process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
