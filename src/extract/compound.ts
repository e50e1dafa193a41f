// The names of the streams in a compound file ([MS-CFB]), the container of .doc, .xls and .msg: enough of it to tell these apart.
// Sizes and links in it are whatever its maker wrote, so each is checked and each chain ends after a fixed number of steps.

const HEADER = 512;
const ENTRY = 128;
/** First sectors of the table of chains, as the header lists them; a directory behind later ones is not looked for. */
const LISTED = 109;
const MOST_SECTORS = 1_000;
const END_OF_CHAIN = 0xfffffffa;

/** Names in the order of the directory; fewer, or none, where the file is damaged. */
export function* compoundNames(bytes: Uint8Array): Generator<string> {
  if (bytes.length < HEADER) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint16(30, true) === 12 ? 4096 : 512;
  let sector = view.getUint32(48, true);
  for (let step = 0; step < MOST_SECTORS && sector < END_OF_CHAIN; step++) {
    const start = (sector + 1) * size;
    if (start + size > bytes.length) return;
    for (let at = start; at < start + size; at += ENTRY) {
      const name = nameAt(view, at);
      if (name !== '') yield name;
    }
    sector = following(view, sector, size);
  }
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 64, true), 64);
  const units: number[] = [];
  for (let unit = 0; unit + 2 < length; unit += 2) units.push(view.getUint16(at + unit, true));
  return String.fromCharCode(...units);
}

/** The sector after this one in its chain. */
function following(view: DataView, sector: number, size: number): number {
  const perTable = size / 4;
  const table = Math.floor(sector / perTable);
  if (table >= LISTED) return END_OF_CHAIN;
  const at = (view.getUint32(76 + table * 4, true) + 1) * size + (sector % perTable) * 4;
  return at + 4 > view.byteLength ? END_OF_CHAIN : view.getUint32(at, true);
}
