// The one list of what can be read, a reader a kind. Each is loaded when the first file of its kind turns up, and only in the processes
// that read: a scan of text alone loads none.

import type { FileKind, Reader } from './reader.ts';

export type Readers = Readonly<Partial<Record<FileKind, () => Promise<Reader>>>>;

export const READERS: Readers = {
  image: async () => (await import('./image/image.ts')).imageReader,
  pdf: async () => (await import('./pdf/pdf.ts')).pdfReader,
  office: async () => (await import('./office/office.ts')).officeReader,
  spreadsheet: async () => (await import('./spreadsheet/spreadsheet.ts')).spreadsheetReader,
  text: async () => (await import('./text.ts')).textReader,
  email: async () => (await import('./email.ts')).emailReader,
  'outlook-message': async () => (await import('./outlook-message.ts')).outlookMessageReader,
  'word-97': async () => (await import('./word-97/word-97.ts')).word97Reader,
  rtf: async () => (await import('./rtf/rtf.ts')).rtfReader,
  contact: async () => (await import('./contact.ts')).contactReader,
  calendar: async () => (await import('./calendar.ts')).calendarReader,
  archive: async () => (await import('./inner-archive.ts')).archiveReader,
  audio: async () => (await import('./audio/audio.ts')).audioReader,
  video: async () => (await import('./video/video.ts')).videoReader,
  'web-page': async () => (await import('./web-page.ts')).webPageReader,
};
