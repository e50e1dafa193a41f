// The words that WhatsApp puts where a file was, by language. English is complete for phones and Web; of other languages
// what was seen in real exports. Order and language do not matter.

import type { MediaKind } from '../../model.ts';

/** Whole text, in angle brackets, of Android and the Web. */
export const BRACKETED: ReadonlyMap<string, MediaKind> = new Map<string, MediaKind>([
  ['Media omitted', 'omitted'],
  ['media omitted', 'omitted'],
  ['image omitted', 'image'],
  ['video omitted', 'video'],
  ['audio omitted', 'voice-note'],
  ['voice message omitted', 'voice-note'],
  ['video message omitted', 'video'],
  ['document omitted', 'document'],
  ['sticker omitted', 'sticker-gif'],
  ['GIF omitted', 'sticker-gif'],
  ['Location omitted', 'location'],
  ['Contact card omitted', 'contact-card'],
  ['AI message', 'omitted'],
  ['Medien ausgeschlossen', 'omitted'],
  ['Médias omis', 'omitted'],
  ['Multimedia omitido', 'omitted'],
  ['Media omessi', 'omitted'],
  ['Mídia oculta', 'omitted'],
  ['Ficheiro não revelado', 'omitted'],
  ['Media weggelaten', 'omitted'],
  ['Без медиафайлов', 'omitted'],
  ['Média vynechány', 'omitted'],
  ['رسانه حذف شد', 'omitted'],
  ['省略影音内容', 'omitted'],
  ['已省略多媒體檔案', 'omitted'],
]);

/** Whole text of an iPhone message, after its mark. */
export const OMITTED: ReadonlyMap<string, MediaKind> = new Map<string, MediaKind>([
  ['image omitted', 'image'],
  ['video omitted', 'video'],
  ['audio omitted', 'voice-note'],
  ['video message omitted', 'video'],
  ['document omitted', 'document'],
  ['sticker omitted', 'sticker-gif'],
  ['GIF omitted', 'sticker-gif'],
  ['Contact card omitted', 'contact-card'],
  ['Bild weggelassen', 'image'],
  ['Video weggelassen', 'video'],
  ['Audio weggelassen', 'voice-note'],
  ['Sticker weggelassen', 'sticker-gif'],
  ['GIF weggelassen', 'sticker-gif'],
  ['Dokument weggelassen', 'document'],
  ['Kontaktkarte ausgelassen', 'contact-card'],
  ['image absente', 'image'],
  ['vidéo absente', 'video'],
  ['audio omis', 'voice-note'],
  ['document manquant', 'document'],
  ['imagen omitida', 'image'],
  ['Video omitido', 'video'],
  ['audio omitido', 'voice-note'],
  ['sticker omitido', 'sticker-gif'],
  ['GIF omitido', 'sticker-gif'],
  ['documento omitido', 'document'],
  ['immagine omessa', 'image'],
  ['video omesso', 'video'],
  ['audio omesso', 'voice-note'],
  ['documento omesso', 'document'],
  ['imagem ocultada', 'image'],
  ['vídeo omitido', 'video'],
  ['áudio ocultado', 'voice-note'],
  ['documento omitido', 'document'],
  ['imagem não revelada', 'image'],
  ['afbeelding weggelaten', 'image'],
  ['изображение отсутствует', 'image'],
  ['зображення відсутнє', 'image'],
  ['obrázek vynechán', 'image'],
  ['görüntü dahil edilmedi', 'image'],
  ['gambar tidak disertakan', 'image'],
  ['لم يتم إدراج الصورة', 'image'],
  ['画像は含まれていません', 'image'],
  ['ไม่มีรูปภาพ', 'image'],
  ['đã bỏ qua hình ảnh', 'image'],
  ['फ़ोटो हटाई गई', 'image'],
]);

/** `NAME (file attached)` */
export const ATTACHED: ReadonlySet<string> = new Set([
  'file attached',
  'Datei angehängt',
  'fichier joint',
  'archivo adjunto',
  'file allegato',
  'arquivo anexado',
  'ficheiro anexado',
  'bestand bijgevoegd',
  'файл добавлен',
  'soubor byl přiložen',
  'plik załączony',
  'dosya ekli',
]);

/** `<attached: NAME>` */
export const ATTACHED_WORD: ReadonlySet<string> = new Set([
  'attached',
  'angehängt',
  'Anhang',
  'pièce jointe',
  'adjunto',
  'allegato',
  'anexado',
  'anexo',
  'bijgevoegd',
  'terlampir',
  '附件',
  '已附加',
]);

/** Texts of the app in place of a message that its sender or an admin took back. */
export const DELETED =
  /^(?:This message was deleted|You deleted this message(?: as admin)?|This message was deleted by (?:an )?admin(?: [^\n]{1,100})?|Message deleted|Diese Nachricht wurde gelöscht|Ce message a été supprimé|Se eliminó este mensaje|Questo messaggio è stato eliminato|Mensagem apagada|Esta mensagem foi apagada|Dit bericht is verwijderd)\.?$/;

export const VIEW_ONCE =
  /^(?:<View once [^<>\n]{1,60} omitted>|You (?:received|sent) a view once (?:message|photo|video|voice message)\b[^\n]{0,200})$/i;

export const UNDECRYPTED = /^Waiting for this message\b[^\n]{0,80}$/;

/** At the end of a text that was changed after it was sent. The first mark is the app's own. */
export const EDITED =
  /[ \u00a0]?\u200e?<(?:This message was edited|Diese Nachricht wurde bearbeitet|Ce message a été modifié|Se editó este mensaje|Questo messaggio è stato modificato|Esta mensagem foi editada|Mensagem editada|Dit bericht is bewerkt)>\s{0,2}$/;
