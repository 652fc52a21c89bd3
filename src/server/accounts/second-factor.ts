import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

/** A new TOTP secret in base 32 and the address that an authenticator program reads from a QR code. */
export function newSecondFactor(login: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: '联督', label: login, secret }) };
}

/**
 * The time step of a valid code, or undefined. One step of clock difference is tolerated; a step at or below `lastStep` is not
 * accepted again (RFC 6238 §5.2), so a code that was watched while typed is worthless.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const result = verifySync({ secret, token: code, epoch: Math.floor(now.getTime() / 1000), epochTolerance: 30 });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return lastStep !== null && result.timeStep <= lastStep ? undefined : result.timeStep;
}

/** AES-256-GCM with the installation's key, bound to the account: a stolen database gives no codes, a moved row no sign-in. */
export function encryptSecret(secret: string, key: Uint8Array, accountId: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function decryptSecret(stored: Buffer, key: Uint8Array, accountId: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, 12)).setAAD(Buffer.from(accountId));
  decipher.setAuthTag(stored.subarray(12, 28));
  return Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()]).toString('utf8');
}
