/**
 * Every arrow of "Who may import what" (docs/architecture.md). The order of the lists is the rule: a folder may import
 * those to its left, never those to its right. scripts/checks.test.ts plants one violation of each rule and sees it fire.
 */
const foundations = ['db', 'jobs', 'ledger', 'http'];

// acts is the one way an act is checked, appended and folded; tasks stands below it because an act rebuilds the tasks of
// its topic in the same transaction. deputies reads everything a deputy may follow, up to the handling.
const slices = [
  'organisations',
  'accounts',
  'packages',
  'search',
  'tasks',
  'acts',
  'topics',
  'research',
  'sessions',
  'ballots',
  'handling',
  'deputies',
  'documents',
  'publication',
  'notifications',
];

const tests = '[.]test[.]tsx?$';
const packages = '(^|/)node_modules/';
const oneOf = (names) => `(?:${names.join('|')})`;
const packageNamed = (...names) => `(^|/)node_modules/${oneOf(names)}/`;

/** Rules of a list in which each folder sees only those to its left. */
const neverUpward = (kind, folders) =>
  folders.slice(0, -1).map((folder, index) => ({
    name: `${kind}-${folder}-never-upward`,
    comment: `server/${folder} is below ${folders.slice(index + 1).join(', ')}: upward it only enqueues a job.`,
    severity: 'error',
    from: { path: `^src/server/${folder}/`, pathNot: tests },
    to: { path: `^src/server/${oneOf(folders.slice(index + 1))}/` },
  }));

module.exports = {
  forbidden: [
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|bun:)|^src/web/.*[.](svg|png)$' },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that import each other cannot be understood apart.',
      severity: 'error',
      from: { path: '^(src|test|e2e|bench|scripts)/' },
      to: { circular: true },
    },
    {
      name: 'no-folder-cycle',
      scope: 'folder',
      comment: 'Two folders that import each other are one folder.',
      severity: 'error',
      from: { path: '^src/server/[^/]+$' },
      to: { circular: true, path: '^src/server/[^/]+$' },
    },

    // domain
    {
      name: 'domain-sees-domain',
      comment: 'The rules know nothing of the contract, the server or the browser.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { path: '^(src|test|e2e|bench|scripts)/', pathNot: '^src/domain/' },
    },
    {
      name: 'domain-packages',
      comment: 'Packages of the domain: temporal-polyfill; @noble/* in ballot/ is ruled below.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { path: packages, pathNot: packageNamed('temporal-polyfill', '@noble/[^/]+') },
    },
    {
      name: 'noble-in-ballot',
      comment: 'Of the domain only ballot/ does cryptography.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: ['^src/domain/ballot/', tests] },
      to: { path: packageNamed('@noble/[^/]+') },
    },
    {
      name: 'no-node-in-domain-contract-web',
      comment: 'The domain has no I/O and, like the contract, runs in the browser too.',
      severity: 'error',
      from: { path: '^src/(domain|contract|web)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },

    // contract
    {
      name: 'contract-sees-domain',
      comment: 'The contract is shared by both sides and belongs to neither.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: tests },
      to: { path: '^(src|test|e2e|bench|scripts)/', pathNot: '^src/(contract|domain)/' },
    },
    {
      name: 'contract-packages',
      comment: 'Package of the contract: zod.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: tests },
      to: { path: packages, pathNot: packageNamed('zod') },
    },

    // server
    {
      name: 'server-never-web',
      comment: 'The server serves the built browser program; it never imports it.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'server-known-folders',
      comment: 'A new folder of the server takes its place in the order of .dependency-cruiser.cjs first.',
      severity: 'error',
      from: { path: '^src/server/[^/]+/', pathNot: `^src/server/${oneOf([...foundations, ...slices, 'cli'])}/` },
      to: {},
    },
    ...neverUpward('foundation', foundations),
    {
      name: 'foundations-never-slices',
      comment: 'db, jobs, ledger, http know no slice.',
      severity: 'error',
      from: { path: `^src/server/(${oneOf(foundations)}/|(errors|config)[.]ts)`, pathNot: tests },
      to: { path: `^src/server/${oneOf(slices)}/` },
    },
    ...neverUpward('slice', slices),
    {
      name: 'only-the-top-sees-all',
      comment: 'app.ts, worker.ts, main.ts and cli/ put the slices together; nothing below knows them.',
      severity: 'error',
      from: { path: `^src/server/(${oneOf([...foundations, ...slices])}/|(errors|config)[.]ts)`, pathNot: tests },
      to: { path: '^src/server/(cli/|(app|worker|main)[.]ts)' },
    },
    {
      name: 'downward-through-queries-and-store',
      comment:
        'From another slice only its -queries, -store, -view and the rules it shares are used, never its routes.',
      severity: 'error',
      from: { path: `^src/server/(${oneOf(slices)})/`, pathNot: tests },
      to: { path: `^src/server/${oneOf(slices)}/[^/]+-routes[.]ts$`, pathNot: '^src/server/$1/' },
    },
    {
      name: 'server-packages',
      comment: 'What runs on the server is installed without development dependencies.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-in-its-places',
      comment: 'pg only in -store, -queries, db/, jobs/, ledger/, cli/.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['-(store|queries)[.]ts$', '^src/server/(db|jobs|ledger|cli)/', tests] },
      to: { path: packageNamed('pg', '@types/pg') },
    },
    {
      name: 'pg-boss-in-jobs',
      comment: 'Everybody else enqueues through jobs/.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/server/jobs/', tests] },
      to: { path: packageNamed('pg-boss') },
    },

    // web
    {
      name: 'web-never-server',
      comment: 'The browser talks to the server through the contract.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^(src/server|e2e|bench|scripts)/' },
    },
    {
      name: 'web-never-another-feature',
      comment: 'A feature sees domain, contract, web/ui, web/lib and web/app/paths.',
      severity: 'error',
      from: { path: '^src/web/(?!app/|ui/|lib/)([^/]+)/', pathNot: tests },
      to: { path: '^src/web/', pathNot: ['^src/web/(ui|lib)/', '^src/web/app/paths[.]ts$', '^src/web/$1/'] },
    },
    {
      name: 'web-ui-knows-no-business',
      comment: 'ui/ is the design system: no domain, no contract, no feature.',
      severity: 'error',
      from: { path: '^src/web/ui/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/web/(ui|lib)/' },
    },
    {
      name: 'web-lib-knows-no-feature',
      comment: 'lib/ is the HTTP client and formats.',
      severity: 'error',
      from: { path: '^src/web/lib/', pathNot: tests },
      to: { path: '^src/web/', pathNot: '^src/web/lib/' },
    },
    {
      name: 'browser-packages-in-web',
      comment: 'antd, React and their kin are for src/web only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/web/' },
      to: { path: packageNamed('antd', '@ant-design/[^/]+', 'react', 'react-dom', 'react-router', '@tanstack/[^/]+') },
    },
    {
      name: 'server-packages-never-in-web',
      comment: 'Nothing of the server may reach the browser through a package.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: tests },
      to: { path: packageNamed('fastify[^/]*', '@fastify/[^/]+', 'pg', 'pg-boss', '@node-rs/[^/]+') },
    },

    // tests
    {
      name: 'only-tests-import-tests',
      comment: 'What ships does not know how it is tested and measured.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: `^(test|e2e|bench|scripts)/|${tests}` },
    },
    {
      name: 'stories-use-the-product-as-people-do',
      comment:
        'A browser test starts the product as a process and speaks HTTP; it imports nothing of it but domain, contract and the story ' +
        'that npm run scenario tells, which itself knows the product by its public API alone.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/(server|web)/', pathNot: '^src/server/cli/story/' },
    },
  ],
  options: {
    // The native TypeScript compiler has no API for other tools; swc reads the files, `import type` included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
    },
  },
};
