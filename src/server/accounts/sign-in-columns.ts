import { programWords } from '../../contract/program-words.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';
import type { SignInRow } from './account-queries.ts';

type Row = Pick<SignInRow, 'startedAt' | 'lastSeenAt' | 'address' | 'userAgent'> & { isThis: boolean };

export const signInColumns: readonly TableColumn<Row>[] = [
  { title: '程序', width: 24, value: ({ userAgent }) => programWords(userAgent) },
  { title: '地址', width: 20, value: ({ address }) => address },
  { title: '登录时间', width: 18, value: ({ startedAt }) => momentCell(startedAt) },
  { title: '最近使用', width: 18, value: ({ lastSeenAt }) => momentCell(lastSeenAt) },
  { title: '说明', width: 12, value: ({ isThis }) => (isThis ? '本次登录' : null) },
];
