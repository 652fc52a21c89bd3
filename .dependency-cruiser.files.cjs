/** Every rule about single files, tests included. */
const { forbidden, ...rest } = require('./.dependency-cruiser.cjs');

module.exports = { ...rest, forbidden: forbidden.filter((rule) => rule.scope !== 'folder') };
