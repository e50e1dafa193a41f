import { describe, expect, it } from 'vitest';
import { exitCode } from '../../src/exit-code.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const urgent = 0;
const allRead = { read: 2, partial: 0, unreadable: 0 };

describe('exit code', () => {
  it('is 0 when all was read and nothing was found', () => {
    expect(exitCode({ sources: allRead, urgent, bySeverity: none }, 'medium')).toBe(0);
  });

  it('is 1 at a finding of the severity asked for', () => {
    expect(exitCode({ sources: allRead, urgent, bySeverity: { ...none, medium: 1 } }, 'medium')).toBe(1);
  });

  it('is 1 at a finding that is worse', () => {
    expect(exitCode({ sources: allRead, urgent, bySeverity: { ...none, critical: 1 } }, 'low')).toBe(1);
  });

  it('is 0 when all findings are milder', () => {
    expect(exitCode({ sources: allRead, urgent, bySeverity: { ...none, medium: 9, info: 9 } }, 'high')).toBe(0);
  });

  it('is 0 when findings are never to count', () => {
    expect(exitCode({ sources: allRead, urgent, bySeverity: { ...none, critical: 1 } }, 'never')).toBe(0);
  });

  it('is 1 at danger to a person, and only there, when only that is to count', () => {
    const found = { ...none, critical: 3 };
    expect(exitCode({ sources: allRead, urgent: 1, bySeverity: found }, 'urgent')).toBe(1);
    expect(exitCode({ sources: allRead, urgent: 0, bySeverity: found }, 'urgent')).toBe(0);
  });

  it('is 3 when something was not read, whatever was found', () => {
    const found = { ...none, critical: 1 };
    expect(exitCode({ sources: { ...allRead, unreadable: 1 }, urgent, bySeverity: found }, 'medium')).toBe(3);
    expect(exitCode({ sources: { ...allRead, partial: 1 }, urgent, bySeverity: none }, 'never')).toBe(3);
  });
});
