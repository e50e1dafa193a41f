// File names that apps give, not people: they hold no name, so they may be shown. Sources: WhatsApp exports from Android,
// iPhone and WhatsApp Web as seen in public issue trackers of chat parsers.

// Without the extension.
const APP_MADE: readonly RegExp[] = [
  // Android: IMG-20241203-WA0003.jpg, PTT-20241203-WA0001.opus; " (1)" on a second copy.
  /^(?:IMG|VID|AUD|PTT|STK|DOC|GIF)-\d{8}-WA\d{4,6}(?: ?\(\d{1,3}\))?$/i,
  // iPhone: 00000042-PHOTO-2024-12-03-09-15-02.jpg
  /^\d{8}-(?:PHOTO|VIDEO|AUDIO|STICKER|GIF)-\d{4}(?:-\d\d){5}$/i,
  // iPhone until 2017: 2015-08-04-PHOTO-00004762.jpg
  /^\d{4}-\d\d-\d\d-(?:PHOTO|VIDEO|AUDIO)-\d{8}$/i,
  // Telegram Desktop: photo_1@03-12-2024_20-09-00.jpg, audio_4@…, file_2@…, video_1@….
  /^(?:photo|video|audio|file|round_video_message|video_file)_\d{1,6}@\d\d-\d\d-\d{4}_\d\d-\d\d-\d\d(?:_thumb)?$/,
  // Text messages of an Android phone (SMS Backup & Restore): sms-20241204210000.xml
  /^(?:sms|calls)-\d{8,14}$/,
  // Signal's export: main.jsonl; signal-export: data.json.
  /^(?:main|data)$/,
  // The chat itself: iPhone _chat.txt, WhatsApp Web chat.txt and chat.md.
  /^_?chat$/i,
];

/** Whether an app made up this file name by itself. */
export function isAppMade(name: string): boolean {
  const extension = knownExtension(name);
  const stem = name.slice(0, name.length - extension.length);
  return extension !== '' && APP_MADE.some((form) => form.test(stem));
}

/** What an app writes before the title of the chat in the name of the export, in the languages seen in the field. */
const EXPORT_PREFIXES = [
  'WhatsApp Chat with ',
  'WhatsApp Chat - ',
  'WhatsApp-Chat mit ',
  'WhatsApp-chat met ',
  'Discussion WhatsApp avec ',
  'Chat de WhatsApp con ',
  'Chat WhatsApp con ',
  'Chat WhatsApp s uživatelem ',
  'Conversa do WhatsApp com ',
  'Conversa no WhatsApp com ',
  'Чат WhatsApp с контактом ',
].map(fold);

// Mail programs put `_` or `.` for the spaces; fold keeps the length, so that a prefix can be cut off.
function fold(name: string): string {
  return name.toLowerCase().replace(/[_. ]/g, ' ');
}

/** Splits `WhatsApp Chat with X (1).zip` into what the app wrote and the title X; undefined for any other name. */
export function exportName(
  name: string,
): { readonly before: string; readonly title: string; readonly after: string } | undefined {
  const folded = fold(name);
  const prefix = EXPORT_PREFIXES.find((start) => folded.startsWith(start));
  if (prefix === undefined) return undefined;
  const after = /(?: ?\(\d{1,3}\))?\.(?:zip|txt)$/i.exec(name)?.[0] ?? '';
  return {
    before: name.slice(0, prefix.length),
    title: name.slice(prefix.length, name.length - after.length),
    after,
  };
}

/** Names that an app makes of the account or of the other person, run together so that no detector finds the person in them. */
const PERSONAL: readonly RegExp[] = [
  // Meta: facebook-samreed-2024-12-10-Ab12Cd34.zip, and its folder.
  /^((?:facebook|instagram|messenger)-)(.+?)(-(?:\d{2,4}-\d\d-\d{2,4}|\d{6,8}).*)$/i,
  /^((?:facebook|instagram|messenger)-)([^.]+)(.*)$/i,
  // DiscordChatExporter: Direct Messages - kitm [1180345].json
  /^(Direct Messages - )(.+?)( \[\d+\].*)$/,
  // Slack: mpdm-zoe--kit--sam-1
  /^(mpdm-)(.+)(-\d+)$/,
];
/** Meta makes the folder of a thread of its title, without spaces, and a number: zoehartwell_7301220145901234 */
const THREADS = /^(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)$/;
const THREAD = /^()(.*?)((?:_[A-Za-z0-9-]{8,})?)$/;

/** A name with the person in it hidden; undefined for any other. `folder` is the name of the folder around it. */
export function withoutPerson(name: string, folder: string): string | undefined {
  const forms = THREADS.test(folder) ? [THREAD] : PERSONAL;
  for (const form of forms) {
    const found = form.exec(name);
    if (found) return `${found[1]}[name]${found[3]}`;
  }
  return undefined;
}

// Only known extensions are shown: in `letter.Oyelaran` the part behind the dot is a name.
const EXTENSIONS = new Set(
  (
    'jpg jpeg png gif webp heic heif bmp tif tiff mp4 mov 3gp avi mkv webm opus ogg oga mp3 m4a aac amr wav ' +
    'pdf doc docx docm xls xlsx xlsm csv ppt pptx rtf odt ods odp txt md html htm xml json jsonl vcf ics eml msg ' +
    'pages numbers key zip 7z rar gz tar apk'
  ).split(' '),
);

/** `.pdf` of `x.pdf`; '' when there is none that is known. */
export function knownExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && EXTENSIONS.has(name.slice(dot + 1).toLowerCase()) ? name.slice(dot) : '';
}
