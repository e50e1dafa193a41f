// Text to lines. A line ends with CRLF, LF or a lone CR and with nothing else: bodies of messages hold U+2028, VT, FF
// and NEL. Which ending a line had is kept, because iPhone exports end a record with CRLF and a line inside it with LF.

export type LineEnd = 'crlf' | 'lf' | 'cr' | 'none';

/** UTF-16 units of one line, and of one record: far over what any app allows in a message. */
export const LONGEST = 1 << 20;

/** Takes one line; `cut` is true when it was longer than `LONGEST` and the rest of it was dropped. */
export type TakeLine = (text: string, end: LineEnd, cut: boolean) => void;

export interface LineSplitter {
  /** Hands on the lines that end within what was pushed so far. */
  push(text: string): void;
  /** Hands on the last line, if it has no ending. */
  finish(): void;
  /** NUL bytes seen and dropped. */
  nuls(): number;
}

/** Cuts text that arrives in pieces into lines; holds no more than one line. */
export function createLineSplitter(take: TakeLine): LineSplitter {
  let pending = '';
  let cut = false;
  let nuls = 0;

  const hand = (line: string, end: LineEnd): void => {
    const long = line.length > LONGEST;
    take(long ? line.slice(0, LONGEST) : line, end, cut || long);
    cut = false;
  };

  const withoutNuls = (text: string): string => {
    if (!text.includes('\0')) return text;
    const kept = text.replaceAll('\0', '');
    nuls += text.length - kept.length;
    return kept;
  };

  /** Hands on the lines of a text; returns where the unfinished one begins. */
  const cutUp = (text: string): number => {
    let from = 0;
    let cr = text.indexOf('\r');
    let lf = text.indexOf('\n');
    while (lf !== -1 || cr !== -1) {
      if (cr !== -1 && (lf === -1 || cr < lf - 1)) {
        if (cr === text.length - 1) break; // its LF may come with the next piece
        hand(text.slice(from, cr), 'cr');
        from = cr + 1;
        cr = text.indexOf('\r', from);
        continue;
      }
      const crlf = cr !== -1 && cr === lf - 1;
      hand(text.slice(from, crlf ? cr : lf), crlf ? 'crlf' : 'lf');
      from = lf + 1;
      lf = text.indexOf('\n', from);
      if (cr !== -1 && cr < from) cr = text.indexOf('\r', from);
    }
    return from;
  };

  const push = (piece: string): void => {
    if (cut && !pending.endsWith('\r') && !piece.includes('\n') && !piece.includes('\r')) return;
    const text = pending + withoutNuls(piece);
    pending = text.slice(cutUp(text));
    if (pending.length <= LONGEST) return;
    // A file without line ends must not be held: what is over the limit is dropped, but not a CR at its very end.
    pending = pending.slice(0, LONGEST) + (pending.endsWith('\r') ? '\r' : '');
    cut = true;
  };

  const finish = (): void => {
    if (pending === '' && !cut) return;
    if (pending.endsWith('\r')) hand(pending.slice(0, -1), 'cr');
    else hand(pending, 'none');
    pending = '';
  };

  return { push, finish, nuls: () => nuls };
}
