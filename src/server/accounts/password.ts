import { hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { HttpConfig } from '../http/app-parts.ts';

type Cost = HttpConfig['passwordCost'];

/** argon2id, on a thread of its own pool; `cost` in kibibytes and passes. */
export function hashPassword(password: string, cost: Cost): Promise<string> {
  return hash(password.normalize('NFKC'), { ...cost, parallelism: 1 });
}

const decoys = new Map<number, Promise<string>>();

/**
 * Whether the password fits. Without a hash (unknown login, account never used) a decoy is verified, so that the answer takes
 * as long and tells nobody which logins exist.
 */
export async function passwordFits(password: string, passwordHash: string | null, cost: Cost): Promise<boolean> {
  if (passwordHash !== null) return verify(passwordHash, password.normalize('NFKC'));
  await verify(await decoyOf(cost), password.normalize('NFKC'));
  return false;
}

function decoyOf(cost: Cost): Promise<string> {
  const known = decoys.get(cost.memoryCost) ?? hashPassword('decoy', cost);
  decoys.set(cost.memoryCost, known);
  return known;
}

const obvious = [
  '1234567890',
  '0123456789',
  '0987654321',
  'qwertyuiop',
  'password',
  'admin123',
  'abcdefghij',
  '1q2w3e4r5t',
];

/** Whether a new password of sufficient length is too easy to guess: made of the login, one repeated sign, or a well-known row. */
export function checkNewPassword(password: string, login: string): readonly Refusal[] {
  const plain = password.normalize('NFKC').toLowerCase();
  if (plain.includes(login.toLowerCase()) && login.length >= 3) {
    return [refuse('password/contains-login', 'SEC-04', '密码不能包含登录名。', 'password')];
  }
  if (new Set(plain).size < 5 || obvious.some((row) => plain.includes(row))) {
    return [refuse('password/too-simple', 'SEC-04', '密码过于简单，请换用不易猜到的密码。', 'password')];
  }
  return [];
}
