/** Rules about folders, of the product alone: tests reach back into every slice through test/. */
const { forbidden, ...rest } = require('./.dependency-cruiser.cjs');

module.exports = {
  ...rest,
  forbidden: forbidden.filter((rule) => rule.scope === 'folder'),
  options: { ...rest.options, exclude: { path: '[.]test[.]tsx?$|^test/' } },
};
