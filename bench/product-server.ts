import { start } from '../src/server/main.ts';
import { answerParent } from './server-process.ts';

/** The product as `npm start` runs it, on a free port of the loopback. */
const [dataDirectory = ''] = process.argv.slice(2);
const config = { port: 0, host: '127.0.0.1', dataDirectory, databaseUrl: undefined };
const { url, stop } = await start(config, { NODE_ENV: 'production' });
answerParent(url, stop);
