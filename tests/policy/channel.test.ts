// Whether the policy allows the app: only Teams, with a work account, on a work device; what is not known exempts nobody.

import { describe, expect, it } from 'vitest';
import { type DeclaredChannel, type ExemptionStatus, exemptionOf } from '../../src/policy/channel.ts';

const WORK: DeclaredChannel = { channel: 'teams', accountDomain: 'nhs.net', device: 'managed' };

const CASES: readonly (readonly [app: string, declared: DeclaredChannel, status: ExemptionStatus])[] = [
  ['teams', WORK, 'met'],
  ['table', WORK, 'met'],
  ['teams', { accountDomain: 'anytown.nhs.uk', device: 'managed' }, 'met'],
  ['teams', { ...WORK, accountDomain: '@NHS.net.' }, 'met'],
  ['teams', {}, 'unknown'],
  ['teams', { channel: 'teams', accountDomain: 'nhs.net' }, 'unknown'],
  ['teams', { channel: 'teams', device: 'managed' }, 'unknown'],
  ['teams', { ...WORK, accountDomain: 'example.org' }, 'unknown'],
  ['teams', { ...WORK, accountDomain: 'notnhs.net' }, 'unknown'],
  ['teams', { ...WORK, accountDomain: 'nhs.net.example.org' }, 'unknown'],
  ['table', { accountDomain: 'nhs.net', device: 'managed' }, 'unknown'],
  ['text', {}, 'unknown'],
  ['teams', { ...WORK, accountDomain: 'gmail.com' }, 'not-met'],
  ['teams', { ...WORK, device: 'personal' }, 'not-met'],
  ['teams', { device: 'personal' }, 'not-met'],
  ['teams', { ...WORK, channel: 'other' }, 'not-met'],
  ['teams-personal', WORK, 'not-met'],
  ['whatsapp', WORK, 'not-met'],
  ['skype', WORK, 'not-met'],
];

describe('the exemption of Teams', () => {
  it.each(CASES)('%s, %j: %s', (app, declared, status) => {
    const exemption = exemptionOf(app, declared);
    expect(exemption.status).toBe(status);
    expect(exemption.because.length).toBeGreaterThan(0);
  });

  it('says each condition that is not known', () => {
    expect(exemptionOf('teams', {}).because).toEqual([
      'nobody said which accounts were used',
      'nobody said which devices were used',
    ]);
  });

  it('never repeats the domain', () => {
    for (const [app, declared] of CASES) expect(exemptionOf(app, declared).because.join(' ')).not.toContain('.');
  });
});
