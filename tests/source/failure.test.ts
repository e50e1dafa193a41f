import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors.ts';
import { ISSUES, type IssueCode, statusOf } from '../../src/issues.ts';
import { codeOfOpening, codeOfReading } from '../../src/source/failure.ts';

const systemError = (code: string) => Object.assign(new Error(code), { code, errno: -1, syscall: 'open' });

describe('an error of the system', () => {
  it.each([
    ['ENOENT', 'not-found'],
    ['ENOTDIR', 'not-found'],
    ['ENAMETOOLONG', 'not-found'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EBUSY', 'read-error'],
    ['EIO', 'read-error'],
    ['EMFILE', 'read-error'],
  ])('is told in opening: %s is %s', (name, code) => {
    expect(codeOfOpening(systemError(name))).toBe(code);
  });

  it.each([
    ['EIO', 'file-unreadable'],
    ['ENOENT', 'file-unreadable'],
    ['Z_DATA_ERROR', 'entry-damaged'],
    ['Z_BUF_ERROR', 'entry-damaged'],
  ])('is told in reading: %s is %s', (name, code) => {
    expect(codeOfReading(systemError(name))).toBe(code);
  });

  it('that has a code of ours keeps it', () => {
    expect(codeOfOpening(new SourceError('archive-split'))).toBe('archive-split');
    expect(codeOfReading(new SourceError('limit-ratio'))).toBe('limit-ratio');
  });

  it.each([codeOfOpening, codeOfReading])('is thrown on when it is a bug of ours', (codeOf) => {
    const bug = new TypeError('undefined is not a function');
    expect(() => codeOf(bug)).toThrow(bug);
  });
});

describe('statusOf', () => {
  const codes = (effect: string) =>
    (Object.keys(ISSUES) as IssueCode[]).filter((code) => ISSUES[code].effect === effect);
  const [note, partial, unreadable] = ['note', 'partial', 'unreadable'].map(codes);

  it('is read without issues, and with notes alone', () => {
    expect(statusOf([])).toBe('read');
    expect(statusOf((note ?? []).map((code) => ({ code })))).toBe('read');
  });

  it('is partial as soon as something was not read', () => {
    for (const code of partial ?? []) expect(statusOf([{ code: 'nul-bytes' }, { code }])).toBe('partial');
  });

  it('is unreadable whatever else there is', () => {
    for (const code of unreadable ?? []) expect(statusOf([{ code: 'entry-damaged' }, { code }])).toBe('unreadable');
  });
});
