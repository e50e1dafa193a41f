import { describe, expect, it } from 'vitest';
import { withDigits } from '../../../src/extract/image/misread.ts';
import { blocksOf, type Word } from '../../../src/extract/image/rows.ts';
import { looksLikeScreenshot } from '../../../src/extract/image/screenshot.ts';
import { withSpaces } from '../../../src/extract/image/spaces.ts';

describe('spaces that the reader of pictures left out', () => {
  it.each([
    ['DorisWhitcombe84F', 'Doris Whitcombe 84F'],
    ['NHS9991079203', 'NHS 9991079203'],
    ['NHSNo:9991079203Ward7B', 'NHS No: 9991079203 Ward 7B'],
    ['NHSNO9991079203', 'NHS NO 9991079203'],
    ['DOB:12/09/1956NHS 999 107 9203', 'DOB: 12/09/1956 NHS 999 107 9203'],
    ['12/09/1956999 107 9203', '12/09/1956 999 107 9203'],
    ['FOTHERINGHAMDOB:19/06/1957', 'FOTHERINGHAM DOB: 19/06/1957'],
    ['NDLOVU.Thandiwe', 'NDLOVU, Thandiwe'],
    ["O'CONNELLSiobhan", "O'CONNELL Siobhan"],
    ['Home today.TTOs,transport', 'Home today. TTOs, transport'],
    ['DrS Patel', 'Dr S Patel'],
    ['17Mill Lane', '17 Mill Lane'],
  ])('%s', (seen, meant) => {
    expect(withSpaces(seen)).toBe(meant);
  });

  it.each([
    "O'CONNELL, Siobhan",
    'Mrs McDonald on 7B, MRSA + ve',
    'MacLeod and FitzGerald',
    'RX2209381 at 08:14, 2pm list',
    'https://example.org/a,b?c=1',
    'WhatsApp from SystmOne',
    'eGFR 45, SpO2 94%, T3 N1 M0',
  ])('%s stays', (line) => {
    expect(withSpaces(line)).toBe(line);
  });
});

describe('letters that were read for digits', () => {
  it.each([
    ['NHS No: 999OOO0042', 'NHS No: 9990000042'],
    ['Bed 4 | 999 OO0 0042 | Stroke', 'Bed 4 | 999 000 0042 | Stroke'],
    ['NHS 99900000lB', 'NHS 9990000018'],
  ])('%s is mended, as the number passes its check', (seen, meant) => {
    expect(withDigits(seen)).toBe(meant);
  });

  it.each([
    'NHS 999 OO0 0043',
    'ref 99900000lB',
    'NHS 999 000 0042',
    'NHS 999OOOO042',
    'NHS BOSS BILL SOIL',
    'SOO lol SOSO',
  ])('%s stays', (line) => {
    expect(withDigits(line)).toBe(line);
  });
});

describe('lines and blocks', () => {
  const word = (text: string, x: number, y: number, width: number, slope = 0): Word => ({
    text,
    confidence: 0.9,
    corners: [
      { x, y: y + x * slope },
      { x: x + width, y: y + (x + width) * slope },
      { x: x + width, y: y + 20 + (x + width) * slope },
      { x, y: y + 20 + x * slope },
    ],
  });

  it('follows a line that climbs by more than its own height', () => {
    const cells = [0, 30, 60].flatMap((y, row) =>
      [0, 300, 600, 900].map((x, column) => word(`${row}${column}`, x, y, 150, -0.06)),
    );
    const [block, ...others] = blocksOf(cells, 1100, 400);
    expect(block?.lines).toEqual(['00 | 01 | 02 | 03', '10 | 11 | 12 | 13', '20 | 21 | 22 | 23']);
    expect(others).toEqual([]);
  });

  it('says where in the picture a block stands', () => {
    const places = (x: number, y: number): string | undefined =>
      blocksOf([word('here', x, y, 90)], 1000, 1000)[0]?.place;
    expect([places(10, 10), places(450, 10), places(900, 900), places(450, 480), places(10, 480)]).toEqual([
      'top left',
      'top',
      'bottom right',
      'middle',
      'left',
    ]);
  });

  it('divides what stands far apart', () => {
    expect(
      blocksOf([word('above', 0, 0, 100), word('below', 0, 500, 100)], 600, 600).map(({ lines }) => lines),
    ).toEqual([['above'], ['below']]);
  });

  it('has nothing to say of a picture without writing', () => {
    expect(blocksOf([], 100, 100)).toEqual([]);
  });
});

describe('screenshots', () => {
  it.each([
    [{ width: 1170, height: 2532, format: 'png' }, false, true],
    [{ width: 1170, height: 2532, format: 'jpeg' }, false, true],
    [{ width: 1920, height: 1080, format: 'png' }, false, true],
    [{ width: 1600, height: 900, format: 'jpeg' }, false, false],
    [{ width: 1170, height: 2532, format: 'png' }, true, false],
    [{ width: 4032, height: 3024, format: 'png' }, false, false],
    [{ width: 1261, height: 568, format: 'jpeg' }, false, false],
  ])('%o, made by a camera: %s', (picture, fromCamera, expected) => {
    expect(looksLikeScreenshot(picture, fromCamera)).toBe(expected);
  });
});
