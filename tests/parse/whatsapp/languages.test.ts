// A phone set to another language: what its WhatsApp writes itself is told from what people write.

import { describe, expect, it } from 'vitest';
import { spellings } from '../../../src/parse/whatsapp/language.ts';
import { LANGUAGES } from '../../../src/parse/whatsapp/placeholders.ts';
import { chatOf, codesOf, messagesOf } from '../files.ts';

const LRM = '\u200e';

/** The notice that opens a chat, as the app of the language has it. */
const NOTICES: Readonly<Record<string, string>> = {
  German: 'Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen.',
  French: 'Les messages et les appels sont chiffrés de bout en bout. Aucun tiers, pas même WhatsApp, ne peut les lire.',
  Spanish: 'Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie fuera de este chat puede leerlos.',
  Italian: 'I messaggi e le chiamate sono crittografati end-to-end. Nessuno al di fuori di questa chat può leggerne.',
  'Portuguese (Brazil)': 'As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.',
  'Portuguese (Portugal)':
    'As mensagens e chamadas são encriptadas ponto a ponto. Ninguém fora desta conversa pode ler.',
  Dutch: 'Berichten en gesprekken worden end-to-end versleuteld. Niemand buiten deze chat kan ze lezen.',
  Russian: 'Сообщения и звонки защищены сквозным шифрованием. Третьи лица не могут прочитать ваши сообщения.',
  Ukrainian: 'Повідомлення й дзвінки захищено наскрізним шифруванням.',
  Czech: 'Zprávy a hovory jsou opatřeny koncovým šifrováním.',
  Polish: 'Wiadomości i połączenia są w pełni zaszyfrowane. Nikt spoza czatu nie może ich odczytać.',
  Romanian: 'Mesajele și apelurile sunt criptate integral.',
  Hungarian: 'Az üzenetek és hívások végpontok közötti titkosítással vannak védve.',
  Greek: 'Τα μηνύματα και οι κλήσεις κρυπτογραφούνται πλήρως.',
  Swedish: 'Meddelanden och samtal är komplett krypterade.',
  Turkish: 'Mesajlar ve aramalar uçtan uca şifrelidir.',
  Indonesian: 'Pesan dan panggilan terenkripsi secara end-to-end.',
  Arabic: 'الرسائل والمكالمات مشفرة تمامًا بين الطرفين، بحيث لا يستطيع أحد خارج هذه الدردشة قراءتها',
  Persian: 'پیامها و تماسها سرتاسر رمزگذاری شدهاند.',
  Urdu: 'میسجز اور کالز اینڈ ٹو اینڈ اینکرپشن کے ذریعے محفوظ ہیں۔',
  Hindi: 'मैसेजेस और कॉल्स एंड-टू-एंड एन्क्रिप्टेड हैं.',
  Bengali: 'মেসেজ এবং কল এন্ড-টু-এন্ড এনক্রিপ্টেড থাকে।',
  Gujarati: 'મેસેજ અને કૉલ શરૂથી અંત સુધી સુરક્ષિત છે.',
  'Chinese (simplified)': '消息和通话都进行端到端加密。对话之外的任何人，甚至包含 WhatsApp，都无法读取或收听。',
  'Chinese (traditional)': '訊息和通話經端對端加密。對話以外的任何人均無法查看或聆聽那些內容。',
  Japanese: 'メッセージと通話はエンドツーエンド暗号化されています。',
  Korean: '메시지 및 전화는 종단간 암호화되어 안전합니다.',
  Thai: 'ข้อความและการโทรได้รับการเข้ารหัสจากต้นทางถึงปลายทาง',
  Vietnamese: 'Tin nhắn và cuộc gọi được mã hóa đầu cuối.',
};

const android = async (...rests: string[]) =>
  messagesOf(await chatOf(rests.map((rest) => `13/10/2020, 00:14 - ${rest}\n`).join('')));
const ios = async (...rests: string[]) =>
  messagesOf(await chatOf(rests.map((rest) => `[13/10/2020, 00:14:07] ${rest}\r\n`).join('')));

describe.each(LANGUAGES.map((one) => [one.name, one] as const))('a phone in %s', (name, words) => {
  const notice = NOTICES[name] ?? '';

  it("opens a chat with a notice that is nobody's message, on iPhones under the name of the group", async () => {
    expect((await android(notice, 'Jo: bed 4'))[0]).toMatchObject({ kind: 'system', system: { type: 'encryption' } });
    const chat = await chatOf(`[13/10/2020, 00:14:07] Ward 7: ${LRM}${notice}\r\n[13/10/2020, 00:15:07] Jo: bed 4\r\n`);
    expect((await messagesOf(chat))[0]).toMatchObject({ kind: 'system', system: { type: 'encryption' } });
    expect([chat.title, chat.participants.map((one) => one.name)]).toEqual(['Ward 7', ['Jo']]);
  });

  it('says what was left out, on Android with the caption', async () => {
    for (const word of spellings(words.media)) {
      expect((await android(`Jo: <${word}>\nbed 4`))[0], word).toMatchObject({
        text: 'bed 4',
        attachments: [{ name: '', kind: 'omitted' }],
      });
    }
  });

  it('says what was left out, on iPhones by its kind', async () => {
    const kinds = ['image', 'video', 'voice-note', 'sticker-gif', 'sticker-gif', 'contact-card', 'document'];
    expect(words.kinds).toHaveLength(kinds.length);
    for (const [at, cell] of words.kinds.entries()) {
      for (const word of spellings(cell)) {
        expect((await ios(`Jo: ${LRM}${word}`))[0], word).toMatchObject({
          text: '',
          attachments: [{ kind: kinds[at] }],
        });
      }
    }
  });

  it('says what was taken back, and keeps who did it', async () => {
    for (const word of spellings(words.deleted)) {
      const expected = { kind: 'said', sender: 'Jo', text: '', marks: ['deleted'] };
      expect((await android(`Jo: ${word}`))[0], word).toMatchObject(expected);
      expect((await ios(`Jo: ${LRM}${word}.`))[0], word).toMatchObject(expected);
    }
  });

  it('names the file that was attached, and says what was edited', async () => {
    const [behind, before] = words.attached;
    for (const word of spellings(behind)) {
      expect((await android(`Jo: rota.pdf (${word})`))[0]?.attachments, word).toEqual([
        { name: 'rota.pdf', kind: 'document' },
      ]);
    }
    for (const word of spellings(before)) {
      expect((await ios(`Jo: ${LRM}<${word}: 00000042-rota.pdf>`))[0]?.attachments, word).toEqual([
        { name: '00000042-rota.pdf', kind: 'document' },
      ]);
    }
    for (const word of spellings(words.edited)) {
      const expected = { text: 'bed 4', marks: ['edited'] };
      expect((await android(`Jo: bed 4 <${word}>`))[0]).toMatchObject(expected);
      expect((await ios(`Jo: bed 4 ${LRM}<${word}.>`))[0]).toMatchObject(expected);
    }
  });
});

describe('a phone with another calendar', () => {
  it('of Thailand counts from another year', async () => {
    const [message] = await messagesOf(await chatOf('18/3/2567, 14:56 - Jo: bed 4\n'));
    expect(message?.at).toBe('2024-03-18T14:56');
  });

  it.each([
    ['Iran', '۱۴۰۲/۱۲/۲۸، ۱۴:۵۶ - Jo: bed 4\n', '1402-12-28T14:56'],
    ['Islamic countries', '8/9/1445, 14:56 - Jo: bed 4\n', '1445-09-08T14:56'],
  ])('of %s is shown as written, and that is said', async (_, text, at) => {
    const chat = await chatOf(text);
    expect((await messagesOf(chat))[0]).toMatchObject({ at, sender: 'Jo', text: 'bed 4' });
    expect(codesOf(chat)).toContain('date-impossible');
  });
});
