import { expect, test } from 'vitest';
import { chineseWords } from './chinese-words.ts';

test('cuts official Chinese into its own words, without punctuation', async () => {
  const { cut } = await chineseWords();
  expect(cut('听取审议意见办理情况，开展满意度测评。')).toEqual(['听取', '审议意见', '办理情况', '开展', '满意度测评']);
});

test('knows the shorter words inside a long one when texts are to be found', async () => {
  const { cutForSearch } = await chineseWords();
  expect(cutForSearch('农村饮水安全')).toEqual(expect.arrayContaining(['农村', '饮水', '安全', '饮水安全']));
});

test('keeps numbers and foreign words, in lower case', async () => {
  const { cut } = await chineseWords();
  expect(cut('12345热线、PM2.5')).toEqual(expect.arrayContaining(['12345', '热线', 'pm2.5']));
});
