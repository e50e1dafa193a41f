// A one-page PDF, written by hand, for `ig-scan doctor`.

const PAGE = 'BT /F 24 Tf 40 100 Td (Wristband) Tj ET';

const OBJECTS = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  `<</Length ${PAGE.length}>>\nstream\n${PAGE}\nendstream`,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
];

/** Objects in order, then the table of where each begins. ISO 32000-1, 7.5. */
function pdfOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${file}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}

export const pdfSample = (): { readonly bytes: Uint8Array; readonly name: string; readonly word: string } => ({
  bytes: Buffer.from(pdfOf(OBJECTS), 'latin1'),
  name: 'sample.pdf',
  word: 'Wristband',
});
