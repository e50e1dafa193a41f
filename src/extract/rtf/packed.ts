// The body of an Outlook message as it is packed ([MS-OXRTFCP]): pieces of what came before are named by place and length, and what every such
// body begins with is known to both sides.

const HEADER = 16;
const PACKED = 0x75465a4c;
const PLAIN = 0x414c454d;
const WINDOW = 4096;
const KNOWN =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** Undefined where it is damaged or comes out larger than `most` bytes. */
export function unpackedRtf(packed: Uint8Array, most: number): Uint8Array | undefined {
  if (packed.length < HEADER) return undefined;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const form = view.getUint32(8, true);
  const size = view.getUint32(4, true);
  if (form === PLAIN) return packed.subarray(HEADER, HEADER + size);
  return form === PACKED && size <= most ? unpacked(packed, size) : undefined;
}

function unpacked(packed: Uint8Array, size: number): Uint8Array | undefined {
  const window = Buffer.alloc(WINDOW, ' ');
  let at = window.write(KNOWN, 'latin1');
  const out = Buffer.alloc(size);
  let length = 0;
  const put = (byte: number): void => {
    if (length < size) out[length++] = byte;
    window[at] = byte;
    at = (at + 1) % WINDOW;
  };
  for (let from = HEADER; from < packed.length && length < size; ) {
    const control = packed[from++] ?? 0;
    for (let bit = 0; bit < 8 && from < packed.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(packed[from++] ?? 0);
        continue;
      }
      const named = ((packed[from] ?? 0) << 8) | (packed[from + 1] ?? 0);
      from += 2;
      const start = named >> 4;
      // A piece that begins where the next byte will be written is the end.
      if (start === at) return out.subarray(0, length);
      for (let step = 0; step < (named & 15) + 2; step++) put(window[(start + step) % WINDOW] ?? 0);
    }
  }
  return length === size ? out : undefined;
}
