// What WhatsApp writes in languages of Europe and South America; how to read a row: language.ts.

import { type Language, language } from './language.ts';

export const OF_EUROPE: readonly Language[] = [
  language(
    'German',
    ['(?:Deine )?Nachrichten', 'Ende-zu-Ende-'],
    `
    Medien ausgeschlossen|Medien weggelassen
    Bild weggelassen / Video weggelassen / Audio weggelassen / Sticker weggelassen / GIF weggelassen / Kontaktkarte ausgelassen / Dokument weggelassen
    Datei angehängt / angehängt|Anhang
    Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht
    Diese Nachricht wurde bearbeitet`,
  ),
  language(
    'French',
    ['(?:Les|Vos) messages', 'de bout en bout'],
    `
    Médias omis|Fichier omis
    image absente / vidéo absente / audio omis / sticker omis / GIF retiré / Fiche contact manquante / document manquant
    fichier joint / pièce jointe
    Ce message a été supprimé|Vous avez supprimé ce message
    Ce message a été modifié`,
  ),
  language(
    'Spanish',
    ['(?:Los|Tus) mensajes', 'de extremo a extremo'],
    `
    Multimedia omitido|Archivo omitido
    imagen omitida / Video omitido / audio omitido / sticker omitido / GIF omitido / Tarjeta de contacto omitida / documento omitido
    archivo adjunto / adjunto
    Se eliminó este mensaje|Este mensaje fue eliminado|Eliminaste este mensaje
    Se editó este mensaje`,
  ),
  language(
    'Italian',
    ['I (?:tuoi )?messaggi', 'end-to-end'],
    `
    Media omessi|Media omesso
    immagine omessa / video omesso / audio omesso / sticker non incluso / GIF esclusa / Scheda contatto omessa / documento omesso
    file allegato / allegato
    Questo messaggio è stato eliminato|Hai eliminato questo messaggio
    Questo messaggio è stato modificato`,
  ),
  language(
    'Portuguese (Brazil)',
    ['(?:As|Suas) (?:chamadas e )?mensagens', 'de ponta.a.ponta'],
    `
    Mídia oculta|Mídia omitida|Arquivo de mídia oculto
    imagem ocultada / vídeo omitido / áudio ocultado / figurinha omitida / GIF omitido / Cartão do contato omitido / documento omitido
    arquivo anexado / anexado
    Mensagem apagada|Essa mensagem foi apagada|Esta mensagem foi apagada|Você apagou esta mensagem
    Mensagem editada`,
  ),
  language(
    'Portuguese (Portugal)',
    ['As mensagens', 'encripta(?:das|ção) (?:de )?ponto a ponto'],
    `
    Ficheiro não revelado
    imagem não revelada / vídeo não revelado / ficheiro de áudio não revelado / sticker não revelado / GIF não revelada / Contacto não revelado / documento não revelado
    ficheiro anexado / anexo
    Esta mensagem foi apagada pelo remetente|Esta mensagem foi eliminada|Apagou esta mensagem
    Esta mensagem foi editada`,
  ),
  language(
    'Dutch',
    ['(?:De |Uw )?(?:[Bb]erichten|[Oo]proepen)', 'end-to-end'],
    `
    Media weggelaten
    afbeelding weggelaten / video weggelaten / audio weggelaten / sticker weggelaten / GIF weggelaten / Visitekaartje weggelaten / document weggelaten
    bestand bijgevoegd / bijgevoegd
    Dit bericht is verwijderd|U hebt dit bericht verwijderd
    Dit bericht is bewerkt`,
  ),
  language(
    'Russian',
    ['(?:Ваши с|С)ообщения', 'сквозным шифрованием'],
    `
    Без медиафайлов|Файл пропущен
    изображение отсутствует / видео отсутствует / аудиофайл отсутствует / стикер не добавлен / GIF отсутствует / Карточка контакта отсутствует / документ отсутствует
    файл добавлен / -
    Данное сообщение удалено|Вы удалили данное сообщение|Вы удалили это сообщение
    Сообщение изменено`,
  ),
  language(
    'Ukrainian',
    ['(?:Ваші п|П)овідомлення', 'наскрізним шифруванням'],
    `
    Медіа пропущено
    зображення відсутнє / відео відсутнє / аудіо відсутнє / Наклейку не додано / GIF-анімацію пропущено / Картка контакту відсутня / документ пропущено
    - / -
    Це повідомлення було видалено|Ви видалили це повідомлення
    -`,
  ),
  language(
    'Czech',
    ['(?:Vaše z|Z)právy', 'koncov\\S{1,3} šifrov'],
    `
    Média vynechány|Média vynechána
    obrázek vynechán / video vynecháno / zvukový soubor vynechán / nálepka vynechána / GIF vynechán / Vizitka vynechána / dokument vynechán
    soubor byl přiložen / -
    Tato zpráva byla odstraněna|Tato zpráva byla smazána|Tuto zprávu jste odstranil/a|Tuto zprávu jste smazal/a
    -`,
  ),
  language(
    'Polish',
    ['(?:Twoje w|W)iadomości', 'zaszyfrowane|szyfrowan'],
    `
    Pominięto multimedia|pliki pominięto
    obraz pominięty / wideo pominięte / audio pominięte / pominięto naklejkę / Plik GIF pominięty / Pominięta wizytówka kontaktu / dokument pominięty
    plik załączony|załączony plik / załączony|załączono
    Ta wiadomość została usunięta|Usunięto tę wiadomość|Usunąłeś(-ęłaś) tę wiadomość|Usunąłeś(aś) tę wiadomość
    Ta wiadomość została zmieniona`,
  ),
  language(
    'Romanian',
    ['Mesajele', 'cript(?:ate|are) integral'],
    `
    Conținut media omis
    Imagine omisă / clip video omis / fără audio / sticker omis / GIF omis / Carte de vizită contact omisă / document omis
    - / -
    Acest mesaj a fost șters|Ați șters acest mesaj
    -`,
  ),
  language(
    'Hungarian',
    ['A(?:z üzenetek| csevegéseid)', 'végpontok közötti'],
    `
    Média elhagyva|Hiányzó médiafájl
    kép küldése sikertelen / Videó kihagyva / Hang kihagyása / matrica kihagyva / GIF fájl kihagyása / Névjegykártya kihagyva / dokumentum kihagyva
    - / -
    Ez az üzenet törlésre került|Törölted ezt az üzenetet|Ezt az üzenetet törölted
    -`,
  ),
  language(
    'Greek',
    ['Τα μηνύματα', 'κρυπτογράφηση|κρυπτογραφούνται'],
    `
    Αρχείο παραλήφθηκε|Εξαίρεση πολυμέσων
    εικόνα παραλείφθηκε / βίντεο παραλείφθηκε / ήχος παραλείφθηκε / αυτοκόλλητο παραλήφθηκε / Παράληψη GIF / Η κάρτα επαφής παραλήφθηκε / έγγραφο παραλείφθηκε
    - / -
    Αυτό το μήνυμα διαγράφηκε|Διαγράψατε αυτό το μήνυμα
    -`,
  ),
  language(
    'Swedish',
    ['(?:Dina m|M)eddelanden', 'komplett krypter|end-to-end-krypter'],
    `
    Media utelämnat|Media har utelämnats
    bild utesluten / video utesluten / ljud utelslutet / sticker utesluten / GIF utesluten / Kontaktkort uteslutet / dokument uteslutet
    - / -
    Det här meddelandet raderades|Detta meddelande raderades|Du raderade detta meddelande
    -`,
  ),
];
