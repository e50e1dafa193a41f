// Every fact about an input that a report can state, in the officer's words: what it is, and what to do about it.
// `effect` says what it does to the source: `unreadable`, `partial` (some of it was not read), or `note` (all was read).
// Codes are stable: reports and audits refer to them. Facts from design.md and formats of exports seen in the field.

import type { Issue, SourceStatus } from './model.ts';

interface IssueText {
  readonly effect: 'unreadable' | 'partial' | 'note';
  readonly says: string;
  readonly advice: string;
}

export const ISSUES = {
  // ---- what was given is not something that can be read
  'not-found': {
    effect: 'unreadable',
    says: 'There is no file or folder of that name.',
    advice: 'Check the path; put it in quotation marks if it holds spaces.',
  },
  'no-permission': {
    effect: 'unreadable',
    says: 'The file may not be read by this user account.',
    advice: 'Ask for read permission, or copy the file to a folder of your own.',
  },
  empty: {
    effect: 'unreadable',
    says: 'The file is empty: it holds no bytes at all.',
    advice: 'Ask for the export again; the copying or sending went wrong.',
  },
  'empty-folder': {
    effect: 'unreadable',
    says: 'The folder holds no file that could be an export.',
    advice: 'Name the folder that holds the exports, or the export itself.',
  },
  'empty-archive': {
    effect: 'unreadable',
    says: 'The archive or e-mail is as it should be, but there is nothing in it.',
    advice: 'Ask for the export again.',
  },
  'no-chat': {
    effect: 'unreadable',
    says: 'No chat was recognised in it: there is no line that looks like the start of a message.',
    advice: 'Check that it is an export made with the app\'s own "Export chat", unedited.',
  },
  'archive-7z': {
    effect: 'unreadable',
    says: 'This is a 7-Zip archive (.7z), which is not read.',
    advice: 'Unpack it with 7-Zip and scan the folder.',
  },
  'archive-rar': {
    effect: 'unreadable',
    says: 'This is a RAR archive, which is not read.',
    advice: 'Unpack it and scan the folder.',
  },
  'archive-split': {
    effect: 'unreadable',
    says: 'This is one part of a split archive.',
    advice: 'Put all parts in one folder, join them (7-Zip: "Combine files"), and scan the joined .zip.',
  },
  'mail-too-large': {
    effect: 'unreadable',
    says: 'This is an e-mail of more than 64 MB, which is not read.',
    advice: 'Open it in a mail program, save what is attached to it, and scan that.',
  },
  'mail-damaged': {
    effect: 'unreadable',
    says: 'This is an e-mail whose parts cannot be told apart.',
    advice: 'Open it in a mail program, save what is attached to it and the text as plain text, and scan those.',
  },
  'archive-truncated': {
    effect: 'unreadable',
    says: 'The zip is cut short: its end, where the list of files stands, is missing.',
    advice: 'Copy or download it again; the whole file is needed.',
  },
  'archive-damaged': {
    effect: 'unreadable',
    says: 'The archive is damaged: its list of files cannot be read.',
    advice: 'Copy or download it again; if it stays damaged, ask for a new export.',
  },
  'archive-encrypted': {
    effect: 'unreadable',
    says: 'Everything in the archive is locked with a password.',
    advice:
      'Write the password into a file and give it with --password-file, or unpack the archive and scan the folder.',
  },
  'archive-password-wrong': {
    effect: 'unreadable',
    says: 'Everything in the archive is locked, and none of the passwords given opens it.',
    advice: 'Check the file given with --password-file: one password a line, nothing else on it.',
  },
  'nothing-readable': {
    effect: 'unreadable',
    says: 'There are files in it, but none of them could be read.',
    advice: 'See the list of what was not examined: it gives the reason for each.',
  },
  'read-error': {
    effect: 'unreadable',
    says: 'The file could not be read: a disk or network error, or another program holds it.',
    advice: 'Close other programs that use it, copy it to this computer, and scan again.',
  },
  'phone-database': {
    effect: 'unreadable',
    says: 'This is a database or backup from a phone, not an exported chat.',
    advice: 'On the phone open the chat, choose "Export chat", and scan the file that it makes.',
  },
  pdf: {
    effect: 'unreadable',
    says: 'This is a PDF, and this scan reads no documents.',
    advice: 'Scan it again without --media none, or read it by eye.',
  },
  'office-document': {
    effect: 'unreadable',
    says: 'This is a word-processor, spreadsheet or mail file, and this scan reads no documents.',
    advice:
      'Scan it again without --media none; or save it as plain text (.txt), a mail of Outlook (.msg) also as .eml, and scan that.',
  },
  'media-file': {
    effect: 'unreadable',
    says: 'This is a picture, sound or video, and this scan reads none.',
    advice: 'Scan it again without --media none, or look at it yourself.',
  },
  'file-not-read': {
    effect: 'unreadable',
    says: 'Nothing in the file could be read; the list of what was not examined gives the reason.',
    advice: 'Look at it yourself.',
  },
  'binary-file': {
    effect: 'unreadable',
    says: 'This is neither text nor an archive that can be read.',
    advice: 'Check that the right file was given.',
  },

  // ---- part of it was not read
  'archive-list-damaged': {
    effect: 'partial',
    says: 'The list of files in the archive breaks off, or does not name all that the archive holds.',
    advice: 'Copy or download it again; if it stays damaged, ask for a new export.',
  },
  'archive-extra-bytes': {
    effect: 'partial',
    says: 'There is something before or after the zip in the same file; only the zip was read.',
    advice: 'A mail program may have added it; otherwise treat the file with suspicion.',
  },
  'nested-archive': {
    effect: 'partial',
    says: 'An archive inside it could not be read; the list of what was not examined gives the reason.',
    advice: 'Unpack it and scan the folder.',
  },
  'part-missing': {
    effect: 'partial',
    says: 'The numbers in its names leave a gap: a part of the download was not handed in, and what is in it was not scanned.',
    advice: 'Put all parts into one folder and scan the folder.',
  },
  'phone-database-inside': {
    effect: 'partial',
    says: 'A database or backup from a phone lies in it; it is no exported chat and was not read.',
    advice: 'On the phone open the chat, choose "Export chat", and scan the file that it makes.',
  },
  'legal-return': {
    effect: 'partial',
    says: 'This is what Meta gives to the police (records.html, preservation-….html), not a download of the account holder. It was not scanned.',
    advice: 'Ask how it came here: it is evidence, and its use is bound to the order that asked for it.',
  },
  'link-not-followed': {
    effect: 'partial',
    says: 'It holds a link to a file or folder elsewhere, which was not followed.',
    advice: 'Name the place that it leads to, if that should be scanned as well.',
  },
  'entry-encrypted': {
    effect: 'partial',
    says: 'A file in the archive is locked with a password.',
    advice:
      'Write the password into a file and give it with --password-file, or unpack the archive and scan the folder.',
  },
  'entry-password-wrong': {
    effect: 'partial',
    says: 'A file in the archive is locked, and none of the passwords given opens it.',
    advice: 'Check the file given with --password-file: one password a line, nothing else on it.',
  },
  'entry-method': {
    effect: 'partial',
    says: 'A file in the archive is packed by a method that is not read (BZip2, LZMA …).',
    advice: 'Unpack the archive with Windows Explorer or 7-Zip and scan the folder.',
  },
  'entry-damaged': {
    effect: 'partial',
    says: 'A file in the archive is damaged or cut short; it was read up to the damage.',
    advice: 'Copy or download the archive again; if it stays damaged, ask for a new export.',
  },
  'entry-name-unsafe': {
    effect: 'partial',
    says: 'An entry of the archive has a name that points outside it, or is a link; it was not read.',
    advice: 'Treat the archive with suspicion: an app does not write such names.',
  },
  'file-unreadable': {
    effect: 'partial',
    says: 'A file could not be read to its end (read error or permission).',
    advice: 'Copy it to another disk and scan again.',
  },
  'scan-broke-off': {
    effect: 'unreadable',
    says: 'The scan of this archive broke off three times; nothing of it is in the report.',
    advice: 'Scan it by itself and report what is printed; until then a person must read it.',
  },
  'scan-too-long': {
    effect: 'unreadable',
    says: 'The scan of this archive took longer than the limit of the batch; nothing of it is in the report.',
    advice: 'Run the batch again with a higher --max-minutes.',
  },
  'scan-too-much-memory': {
    effect: 'unreadable',
    says: 'The scan of this archive took more memory than the limit of the batch; nothing of it is in the report.',
    advice: 'Run the batch again with a higher --max-memory.',
  },
  'limit-entries': {
    effect: 'partial',
    says: 'The archive or folder has more files than the limit; the rest was not read.',
    advice: 'If it is trusted, raise --max-entries.',
  },
  'limit-inflated-bytes': {
    effect: 'partial',
    says: 'The archive unpacks to more than the limit; the rest was not read.',
    advice: 'If it is trusted, raise --max-inflated-bytes.',
  },
  'limit-ratio': {
    effect: 'partial',
    says: 'A file unpacks to far more than its packed size (a "zip bomb"); it was not read further.',
    advice: 'If it is trusted, raise --max-ratio.',
  },
  'limit-depth': {
    effect: 'partial',
    says: 'An archive lies deeper inside other archives than the limit; it was not opened.',
    advice: 'Unpack it and scan it by itself, or raise --max-depth.',
  },
  'limit-nested-bytes': {
    effect: 'partial',
    says: 'An archive inside the archive is larger than may be held in memory; it was not opened.',
    advice: 'Unpack the outer archive and scan the folder, or raise --max-nested-bytes.',
  },
  // ---- files that came with a chat: how far they were read
  'chat-not-recognised': {
    effect: 'partial',
    says: 'A text file was not recognised as a chat and not scanned.',
    advice: 'Look at it yourself, or hand it in as the app exported it.',
  },
  'scanned-by-line': {
    effect: 'partial',
    says: 'No chat was recognised in it. Its text was scanned line by line: who wrote a line, and when, is not known.',
    advice: 'Check that it is an export made with the app\'s own "Export chat", unedited.',
  },
  'table-columns': {
    effect: 'partial',
    says: 'A text looks like a table, and its headings do not say which column holds the messages; it was not read as a chat.',
    advice: 'Name the columns by heading or number: --map sender=2,date=1,text=4 (also time, chat, attachment).',
  },
  'columns-not-read': {
    effect: 'partial',
    says: 'The table has columns with sentences that were not scanned: they were not taken for messages.',
    advice: 'Look at them yourself, or scan again with --map text=NUMBER.',
  },
  'lines-before-first-message': {
    effect: 'partial',
    says: 'There are lines before the first recognised message; they belong to no message and were not scanned.',
    advice: 'Look at the top of the file: it was edited, or starts in another layout.',
  },
  'record-cut': {
    effect: 'partial',
    says: 'A message is longer than any app allows; it was scanned only up to the limit.',
    advice: 'Look at it yourself: the file was edited or is not an export.',
  },

  'no-messages': {
    effect: 'partial',
    says: 'A file in the form in which an app exports a chat holds no message that could be read.',
    advice: 'Look at it yourself: the chat may be empty, or the app may have changed how it writes its exports.',
  },
  'messages-damaged': {
    effect: 'partial',
    says: 'Some messages of the file are damaged, or longer than any app allows; they were not scanned.',
    advice: 'Ask for the export again, or look at the file yourself.',
  },
  'chat-cut-short': {
    effect: 'partial',
    says: 'The file breaks off before its end; what comes before was scanned.',
    advice: 'Copy or download it again; the whole file is needed.',
  },

  // ---- everything was read, but the reader must know
  'account-data': {
    effect: 'note',
    says: 'A download of an account holds files about the account (settings, contacts, log-ins, posts), which are not chats. They were not scanned.',
    advice: 'Look at them only if you need to: they are about the person whose account it is.',
  },
  'page-design': {
    effect: 'note',
    says: 'Style sheets, scripts and icons that came with the pages of an export hold no messages; they were not scanned.',
    advice: 'Nothing.',
  },
  'pages-of-read-chats': {
    effect: 'note',
    says: 'The export holds its chats twice, as pages and as JSON or text. The pages say the same again and were not scanned a second time.',
    advice: 'Nothing.',
  },
  'one-sided': {
    effect: 'note',
    says: 'The download holds only what the owner of the account wrote: the other side of each chat is missing.',
    advice: 'Ask another member of the chat for an export; what others wrote was not scanned.',
  },
  'continues-encrypted': {
    effect: 'note',
    says: 'This chat was moved to end-to-end encryption; what was said after that is not in this download.',
    advice: 'Ask for the separate download of end-to-end encrypted chats ("secure storage" on messenger.com).',
  },
  'only-saved-messages': {
    effect: 'note',
    says: 'Snapchat exports only messages that somebody saved in the chat; the others were gone before this download was made.',
    advice: 'Do not take it for the whole chat.',
  },
  'contacts-not-scanned': {
    effect: 'note',
    says: "The export also holds the owner's details, contact list or sessions; these are not messages and were not scanned.",
    advice: 'Look at them only if you need to.',
  },
  'part-of-download': {
    effect: 'note',
    says: 'This is one of several parts of a download, which were read together: the chats of all are listed under the first part.',
    advice: 'Nothing.',
  },
  duplicate: {
    effect: 'note',
    says: 'The same bytes were given before; they are not counted twice.',
    advice: 'Nothing.',
  },
  'chat-twice': {
    effect: 'note',
    says: 'A chat of the same name and time was scanned before in this run: perhaps the same chat, exported twice or by two people. Its messages are counted in both.',
    advice: 'Compare the two; count people and messages of one of them only.',
  },
  'goes-back-in-time': {
    effect: 'note',
    says: 'The times go back by more than a day within the chat: exports joined by hand, a phone with a wrong clock, or an edited file. What stands in it twice is counted twice.',
    advice: 'Check the file; ask for the export as the app wrote it.',
  },
  'decoded-windows-1252': {
    effect: 'note',
    says: 'The text is not UTF-8; it was read as Windows-1252 ("ANSI"). Emoji and some marks were lost before it came here.',
    advice: 'Ask for the file as the app wrote it.',
  },
  'decoded-utf-16': {
    effect: 'note',
    says: 'The text is UTF-16, which no app writes: it was opened and saved with another program.',
    advice: 'Ask for the file as the app wrote it, if authenticity matters.',
  },
  'decoded-with-damage': {
    effect: 'note',
    says: 'Some bytes of the text are damaged; each stands as \ufffd in what was read.',
    advice: 'Ask for the file as the app wrote it; a name or number may be hit by the damage.',
  },
  'decoded-twice': {
    effect: 'note',
    says: 'The text was read in the wrong encoding and saved again by another program; that was undone.',
    advice: 'Ask for the file as the app wrote it, if authenticity matters.',
  },
  'decoded-quoted-printable': {
    effect: 'note',
    says: 'The text is written as a mail program sends it (quoted-printable); that was undone.',
    advice: 'Ask for the file as the app wrote it, if authenticity matters.',
  },
  'date-order-assumed': {
    effect: 'note',
    says: 'Nothing in the file shows whether the day or the month comes first; day first was assumed.',
    advice: 'If you know better, use --date-order month-first.',
  },
  'date-order-contradiction': {
    effect: 'note',
    says: 'Some dates can only be day-first and some only month-first: two exports joined, or an edited file.',
    advice: 'Check the file; use --date-order to force one reading.',
  },
  'date-impossible': {
    effect: 'note',
    says: 'Some dates do not exist in the chosen order; they are shown as written.',
    advice: 'Check the file; use --date-order to force the other reading.',
  },
  'date-without-year': {
    effect: 'note',
    says: 'The app left the year out of some dates; they are shown with the year 0000.',
    advice: 'Take the year from the dates around them.',
  },
  'date-missing': {
    effect: 'note',
    says: 'Some messages have no date that can be read; they are shown with the year 0000.',
    advice: 'Take the date from the messages around them.',
  },
  'call-list': {
    effect: 'note',
    says: 'A list of the calls of a phone came with it: numbers and times, no messages.',
    advice: 'Nothing, unless the calls themselves matter.',
  },
  'messages-out-of-order': {
    effect: 'note',
    says: 'The chat is too long to be put in order of time; its messages are numbered as they stand in the file.',
    advice: 'Go by the date and time of a message; its number is its place in the file.',
  },
  'times-in-utc': {
    effect: 'note',
    says: 'The export gives times in UTC, shown with a Z. In British summer time the clock on the wall showed one hour more.',
    advice: 'Add the hour where the time of day matters.',
  },
  'zone-not-stated': {
    effect: 'note',
    says: 'The pages do not say in which time zone their times are. Facebook has written the zone of the account, Instagram times eight hours behind UTC.',
    advice:
      'Compare a message with the phone, or ask for the download as JSON, before you rely on a time of day or on a day.',
  },
  'mixed-layouts': {
    effect: 'note',
    says: 'The file mixes message headers of more than one layout: exports joined by hand, or pasted lines.',
    advice: 'Check the places named.',
  },
  'export-cut-by-app': {
    effect: 'note',
    says: 'The number of messages is at the limit where the app cuts an export: older messages are probably missing.',
    advice: 'Ask for an export without media, or from WhatsApp Web with a date range.',
  },
  'earlier-messages-missing': {
    effect: 'note',
    says: 'The export itself says that earlier messages are not in it.',
    advice: 'Ask for an export from a phone that holds them.',
  },
  'captions-not-exported': {
    effect: 'note',
    says: 'iPhone exports leave out the text typed with photos and videos; it is not in the file and was not scanned.',
    advice: 'Look at the pictures and their captions on the phone, or ask for an Android or Web export.',
  },
  'media-not-in-export': {
    effect: 'note',
    says: 'Media named in the chat did not come with it.',
    advice: 'Ask for an export that includes media.',
  },
  'media-not-read': {
    effect: 'note',
    says: 'Pictures, sounds, videos and documents came with the chat; what is in them is not read.',
    advice: 'Look at each of them yourself; the list says which message carried it.',
  },
  'media-kind-unknown': {
    effect: 'note',
    says: 'What a file is cannot be told from its bytes, or its kind is one that is not read.',
    advice:
      'Look at it yourself, or save it in another form (a mail as .eml, a document as PDF or .docx) and scan that; if it should be a picture, ask for the file again.',
  },
  'media-locked': {
    effect: 'partial',
    says: 'A file is locked with a password, so nothing in it was read.',
    advice: 'Ask for the password, open the file and read it by eye.',
  },
  'media-damaged': {
    effect: 'partial',
    says: 'A file is damaged, or made to break the program that reads it.',
    advice: 'Ask for it again, or look at it on a computer kept apart from others.',
  },
  'media-too-big': {
    effect: 'partial',
    says: 'To read a file would take more memory than one file may take.',
    advice: 'Look at it yourself; treat a small file that grows so much with suspicion.',
  },
  'media-too-slow': {
    effect: 'partial',
    says: 'To read a file would take longer than one file may take.',
    advice: 'Look at it yourself; treat a small file that takes so long with suspicion.',
  },
  'media-partly-read': {
    effect: 'partial',
    says: 'Only a part of a file was read: it holds more than is read of one file.',
    advice: 'Look at the rest yourself; the list says which part was not read.',
  },
  'recording-not-heard': {
    effect: 'note',
    says: 'What is said in a voice note, recording or video is not known: no speech model is configured.',
    advice: 'A person must listen to it.',
  },
  'video-not-seen': {
    effect: 'note',
    says: 'What a video shows was not looked at: that needs the program ffmpeg, which was not found or could not read it.',
    advice: 'Look at it yourself, or have ffmpeg installed on this computer and scan again.',
  },
  'reader-absent': {
    effect: 'partial',
    says: 'The part of this program that reads files of this kind is not installed.',
    advice: 'Run ig-scan doctor: it says what is missing and how to get it.',
  },
  'nul-bytes': {
    effect: 'note',
    says: 'The text holds NUL bytes, which no app writes; they were passed over.',
    advice: 'Check how the file was copied.',
  },
} as const satisfies Record<string, IssueText>;

export type IssueCode = keyof typeof ISSUES;

/** What the issues of a source make of it: one that says `unreadable` outweighs all, one that says `partial` all notes. */
export function statusOf(issues: readonly Issue[]): SourceStatus {
  const effects = new Set(issues.map(({ code }) => ISSUES[code].effect));
  if (effects.has('unreadable')) return 'unreadable';
  return effects.has('partial') ? 'partial' : 'read';
}
