// Writes the pictures in fixtures/media: invented people, numbers that are never issued. Drawn once (DejaVu Sans) and kept, as a machine
// that runs the tests may have no fonts. Run by hand: node scripts/make-pictures.mjs
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const FOLDER = fileURLToPath(new URL('../fixtures/media/', import.meta.url));

const text = (x, y, size, words, fill = '#111') =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${words}</text>`;

const page = (width, height, background, body) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${background}"/><g font-family="DejaVu Sans">${body}</g></svg>`,
  );

const COLUMNS = [20, 90, 330, 460, 630];
const LIST = [
  ['Bed', 'Patient', 'DOB', 'NHS Number', 'Problem'],
  ['4', 'THISTLEWOOD, Beryl', '03/11/1938', '999 000 0018', 'Pneumonia'],
  ['5', 'OKONKWO, Winston', '21/06/1951', '999 000 0026', 'Stroke'],
  ['6', 'PENHALIGON, Edith', '09/02/1944', '999 000 0034', 'Hip fracture'],
];

const PICTURES = {
  'label.png': page(
    560,
    190,
    '#fff',
    text(20, 50, 30, 'RASMUSSEN, Horace') +
      text(20, 95, 24, 'Born 14/08/1947 Male') +
      text(20, 140, 26, 'NHS No: 999 000 0042'),
  ),
  'list.png': page(
    800,
    230,
    '#fff',
    LIST.map((row, down) => row.map((cell, across) => text(COLUMNS[across], 40 + down * 50, 18, cell)).join('')).join(
      '',
    ),
  ),
  'chat.png': page(
    540,
    1170,
    '#0b141a',
    text(20, 50, 24, 'Elm Ward nights', '#eee') +
      text(30, 140, 22, 'Is Mrs Fairweather still in bed 9?', '#eee') +
      text(30, 170, 16, '19:02', '#889') +
      text(120, 240, 22, 'Yes, NHS 999 000 0050', '#eee') +
      text(120, 270, 16, '19:03', '#889'),
  ),
};

await mkdir(FOLDER, { recursive: true });
for (const [name, svg] of Object.entries(PICTURES))
  await writeFile(FOLDER + name, await sharp(svg).png({ palette: true, colours: 16, compressionLevel: 9 }).toBuffer());
