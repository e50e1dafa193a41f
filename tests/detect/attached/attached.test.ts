// What stands in an attachment, and where.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evidenceIn } from '../../../src/detect/attached/attached.ts';
import { buildDetectors } from '../../../src/detect/detectors.ts';
import type { Passage } from '../../../src/extract/reader.ts';
import { readPack } from '../../../src/load.ts';

const detectors = buildDetectors(readPack(fileURLToPath(new URL('../../../patterns', import.meta.url)), 'test'));
const carrier = { title: 'Ward 12', kind: 'group', participants: [] } as const;
const read = (...passages: Passage[]) => evidenceIn(passages, carrier, '2024-12-03T09:15', detectors);
const passage = (text: string, by: Passage['by'] = 'typed', place = 'page 1'): Passage => ({ place, text, by });

const NUMBER = 'patient.identifier.nhs-number';

describe('an attachment', () => {
  it('is about nobody where it is a rota in a picture', async () => {
    const { aboutness, findings } = await read(passage('ROTA\nMon early 2 late 3 night 1\nTue early 3 late 2', 'seen'));
    expect(aboutness).toBeUndefined();
    expect(findings.filter(({ category }) => category.startsWith('patient.'))).toEqual([]);
  });

  it('gives places, and offsets that lead back to its text', async () => {
    const { text, findings } = await read(
      passage('Minutes of the meeting'),
      passage('Re: Mrs Doris Whitcombe, NHS No: 999 107 9203', 'typed', 'page 2'),
    );
    const number = findings.find(({ category }) => category === NUMBER);
    expect(number?.place).toBe('page 2');
    expect(text.slice(number?.start, number?.end)).toBe('999 107 9203');
  });

  it('is read where a picture lost its spaces; offsets are those of the text as it was', async () => {
    const { text, findings } = await read(passage('DorisWhitcombe bed 4\nNHS9991079203', 'seen', 'top left'));
    const found = (category: string) => {
      const one = findings.find((finding) => finding.category === category);
      return one && text.slice(one.start, one.end);
    };
    expect(found(NUMBER)).toBe('9991079203');
    expect(found('patient.identifier.name-full')).toBe('DorisWhitcombe');
  });

  it('is less sure where it was read off a picture', async () => {
    const line = 'NHS No: 999 107 9203';
    const sure = async (by: Passage['by']) =>
      (await read(passage(line, by))).findings.find(({ category }) => category === NUMBER)?.confidence ?? 0;
    expect(await sure('seen')).toBeLessThan(await sure('typed'));
  });
});
