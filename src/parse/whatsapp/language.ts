// How the words are written down that WhatsApp puts into exports in other languages than English. The words are those of the apps
// themselves, as collected for iPhone and Android in starkdmi/whats_json (lib/src/patterns.dart) and for Android in
// mlomb/chat-analytics (pipeline/parse/parsers/WhatsApp.ts); words of attachments and edits as seen in exports.

/** Spellings of several versions of the app stand side by side, divided by `|`; capitals and a full stop at the end do not matter. */
export interface Language {
  readonly name: string;
  /** The opening notice: how it begins and, further on, what tells it from a message. Parts of regular expressions. */
  readonly notice: readonly [string, string];
  /** In angle brackets on Android, for a file of any kind. */
  readonly media: string;
  /** On iPhones: image, video, audio, sticker, GIF, contact card, document. */
  readonly kinds: readonly string[];
  /** `NAME (file attached)` and `<attached: NAME>`; '' where not seen. */
  readonly attached: readonly [string, string];
  /** In place of a message that its sender took back, as others and as the owner of the phone see it. */
  readonly deleted: string;
  /** In angle brackets behind a message; '' where not seen. */
  readonly edited: string;
}

/** Five lines: media / kinds, divided by ` / ` / attached, in both forms / deleted / edited; `-` for what was not seen. */
export function language(name: string, notice: Language['notice'], words: string): Language {
  const lines = words.trim().split('\n');
  const [media = [], kinds = [], attached = [], deleted = [], edited = []] = lines.map((line) =>
    line.split(' / ').map((word) => word.trim().replace(/^-$/, '')),
  );
  return {
    name,
    notice,
    media: media.join(''),
    kinds,
    attached: [attached[0] ?? '', attached[1] ?? ''],
    deleted: deleted.join(''),
    edited: edited.join(''),
  };
}

/** The spellings of a cell. */
export const spellings = (cell: string): string[] => cell.split('|').filter((word) => word !== '');
